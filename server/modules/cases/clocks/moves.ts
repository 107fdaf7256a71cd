// Which clocks a step touches (domain.md 7.3, column timers), as a table. Pure.
import type { Act, Timer } from '#contract/cases/codes.ts';
import type { Move } from '#contract/cases/machine.ts';

export interface ClockDeeds {
  /** Begins, or begins again. */
  start?: readonly Timer[];
  /** Begins when it never ran; goes on from where it was paused or frozen; runs on when it runs. */
  run?: readonly Timer[];
  /** Goes on with its date as it was: what was stopped did not stand still. */
  goOn?: readonly Timer[];
  /** Begins only when it never ran. */
  once?: readonly Timer[];
  pause?: readonly Timer[] | 'suspension';
  /** Ends; `handle` is frozen by it and may be run again. */
  stop?: readonly Timer[] | 'all';
  /** As if it had never run: a reopened case has new clocks. */
  forget?: readonly Timer[];
}

export const clockDeeds: Partial<Record<Move | Act, ClockDeeds>> = {
  submit: { start: ['intake'] },
  // An order comes with its date and waits for a unit.
  open: { start: ['dispatch'] },
  request_verification: { start: ['verify'] },
  report_verification: { stop: ['verify'] },
  register: { stop: ['intake'], start: ['dispatch'], once: ['total'] },
  reject: { stop: 'all' },
  answer_directly: { stop: 'all' },
  merge: { stop: 'all' },
  self_handle: { stop: ['intake', 'dispatch'], once: ['total'], run: ['handle'] },
  dispatch: { stop: ['dispatch'], start: ['accept'], once: ['response'], run: ['handle', 'tier'] },
  accept: { stop: ['accept'] },
  return_to_dispatcher: { stop: ['accept'], pause: ['handle', 'tier'], start: ['dispatch'] },
  reassign: { start: ['accept'], once: ['response'] },
  start: { stop: ['response'] },
  suspend: { pause: 'suspension', start: ['hang_review'] },
  renew_suspension: { start: ['hang_review'] },
  resume: { stop: ['hang_review'], run: ['handle', 'total', 'tier'] },
  escalate_tier: { stop: ['tier'], start: ['accept', 'tier'], once: ['response'] },
  submit_result: { stop: ['accept', 'response', 'handle', 'tier'], start: ['review'] },
  review_approve: { stop: ['review'], start: ['review'] },
  review_return: { stop: ['review'], run: ['handle', 'tier'] },
  begin_confirmation: { start: ['confirm'] },
  confirm_pass: { stop: 'all' },
  confirm_fail: { stop: ['confirm'], run: ['handle', 'tier'], goOn: ['total'] },
  close_special: { stop: 'all' },
  reopen: {
    forget: ['accept', 'response', 'handle', 'review', 'confirm', 'tier'],
    start: ['dispatch', 'total'],
  },
  withdraw: { stop: 'all' },
  transfer_out: { stop: 'all' },
};
