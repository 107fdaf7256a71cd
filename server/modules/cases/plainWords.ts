// What a requester is told of sixteen states: five words, and two for what ended otherwise (domain.md 7.4).
import type { PlainStatus } from '#contract/cases/codes.ts';
import type { Status } from '#contract/cases/machine.ts';

export const plainStatusOf: Record<Status, PlainStatus> = {
  draft: 'submitted',
  submitted: 'submitted',
  verifying: 'submitted',
  registered: 'received',
  dispatched: 'received',
  accepted: 'received',
  in_progress: 'in_progress',
  suspended: 'in_progress',
  under_review: 'in_progress',
  resolved: 'awaiting_answer',
  confirming: 'awaiting_answer',
  closed: 'done',
  rejected: 'not_taken_up',
  withdrawn: 'withdrawn',
  transferred: 'done',
  merged: 'in_progress',
};

/** Each word once, when it first came to be; a step back in rework is told again. */
export function plainSteps(
  steps: readonly { at: string; to_status: Status }[],
): { at: string; status: PlainStatus }[] {
  const told: { at: string; status: PlainStatus }[] = [];
  for (const { at, to_status } of steps) {
    const status = plainStatusOf[to_status];
    if (told.at(-1)?.status !== status) told.push({ at, status });
  }
  return told;
}
