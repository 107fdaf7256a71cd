// Who may be offered the verbs of joint work, and when.
import type { ExclusionDecision } from '#contract/cases/joint/codes.ts';
import type { CaseVerb } from '#contract/cases/records.ts';
import { arbiterGuard, ordinaryGuard } from './guards.ts';
import { type CaseState, isOpen } from './rules.ts';

/** `office`: the leading unit, or who dispatches at the place. */
export const jointRights = {
  blow_whistle: 'case.blow_whistle',
  arbitrate: 'case.arbitrate',
  remind: 'case.dispatch',
  set_helper: 'office',
  consult: 'office',
  relate: 'case.intake',
  tag: 'case.intake',
  apply_exclusion: 'lead',
  decide_exclusion: 'case.decide_exclusion',
} as const;

/** Verbs that a whistle answers by steps of its own. */
const notOnWhistles: readonly CaseVerb[] = [
  'dispatch',
  'reassign',
  'accept',
  'start',
  'return_to_dispatcher',
  'submit_result',
  'report_co',
  'contact',
  'blow_whistle',
  'arbitrate',
  'set_helper',
  'apply_exclusion',
];

/** Units have it and work on it. */
export const withUnit: readonly CaseState['status'][] = [
  'dispatched',
  'accepted',
  'in_progress',
  'suspended',
];

/** Where the arbiter may still say whose it is. */
export const arbitrable: readonly CaseState['status'][] = [
  'registered',
  'dispatched',
  'accepted',
  'in_progress',
];

type JointState = Pick<CaseState, 'kind' | 'status' | 'returns'> & {
  designated_final: boolean;
  exclusion: ExclusionDecision | null;
};

/** A refusal or a yes of its own; undefined where joint work has no say. */
export function jointVerdict(row: JointState, verb: CaseVerb): true | string | undefined {
  if (ordinaryGuard(row.kind) !== true && notOnWhistles.includes(verb)) return 'case.illegal_move';
  switch (verb) {
    case 'dispatch':
      return arbiterGuard(row);
    case 'reassign':
      return row.designated_final ? arbiterGuard(row) : true;
    case 'arbitrate':
      return (row.returns > 0 && arbitrable.includes(row.status)) || 'case.illegal_move';
    case 'blow_whistle':
      return isOpen(row.status) && row.status !== 'draft' ? true : 'case.not_open';
    case 'remind':
    case 'set_helper':
      return withUnit.includes(row.status) || 'case.illegal_move';
    case 'apply_exclusion':
      if (row.exclusion === 'pending') return 'case.exclusion_pending';
      return row.exclusion === 'granted' ? 'case.excluded' : true;
    case 'decide_exclusion':
      return row.exclusion === 'pending' || 'case.no_exclusion';
    default:
      return undefined;
  }
}
