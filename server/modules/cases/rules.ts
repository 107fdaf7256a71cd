// Whether a case may move, and what it is then. Pure: no clock, no database, no person.
import { type KindRules, kindRules, lastTier, ranksOf } from '#contract/cases/kinds.ts';
import { type Kind, type Move, moves, type Status, terminals, transitions } from '#contract/cases/machine.ts';

/** What the moves change; the rest of a case is what people wrote. */
export interface CaseState {
  kind: Kind;
  /** What its kind said when it began. */
  rules: KindRules;
  status: Status;
  round: number;
  tier: number;
  /** Levels signed in this round. */
  signed: number;
  returns: number;
  designatedFinal: boolean;
}

export interface MoveDetails {
  final?: boolean;
}

export function entryState(kind: Kind, rules: KindRules = kindRules[kind]): CaseState {
  return {
    kind,
    rules,
    status: rules.entry,
    round: 1,
    tier: 1,
    signed: 0,
    returns: 0,
    designatedFinal: false,
  };
}

/** The state after a move, or null when the machine does not know it from here. */
export function moved(state: CaseState, move: Move, details: MoveDetails = {}): CaseState | null {
  const to = targetOf(state, move);
  return to === null ? null : { ...state, status: to, ...(effects[move]?.(state, details) ?? {}) };
}

function targetOf(state: CaseState, move: Move): Status | null {
  if (state.rules.switchedOff.includes(move)) return null;
  const targets = transitions[state.status][move];
  if (!targets) return null;
  const levels = ranksOf(state.rules, state.tier).length;
  if (move === 'submit_result') return levels > 0 ? 'under_review' : 'resolved';
  if (move === 'review_approve') return state.signed + 1 < levels ? 'under_review' : 'resolved';
  if (move === 'escalate_tier' && state.tier >= lastTier) return null;
  return targets[0] ?? null;
}

/** Rework begins a round of its own, so that everybody may sign it once again. */
const nextRound = (state: CaseState) => ({ round: state.round + 1, signed: 0 });

const effects: Partial<Record<Move, (state: CaseState, details: MoveDetails) => Partial<CaseState>>> = {
  review_approve: (state) => ({ signed: state.signed + 1 }),
  review_return: nextRound,
  confirm_fail: nextRound,
  reopen: (state) => ({ ...nextRound(state), returns: 0, designatedFinal: false }),
  // After a return the arbiter dispatches, and that unit may not return it again.
  dispatch: (state) => ({ designatedFinal: state.returns > 0 }),
  return_to_dispatcher: (state) => ({ returns: state.returns + 1 }),
  reassign: (_, details) => ({ designatedFinal: details.final ?? false }),
  escalate_tier: (state) => ({ tier: state.tier + 1 }),
};

export function allowedMoves(state: CaseState): Move[] {
  return moves.filter((move) => moved(state, move) !== null);
}

export interface Step {
  move: Move;
  details?: MoveDetails;
}

/** State = fold of events. @throws Error when the events are not a history of the machine */
export function fold(entry: CaseState, steps: readonly Step[]): CaseState {
  return steps.reduce((state, { move, details }) => {
    const next = moved(state, move, details);
    if (!next) throw new Error(`${move} is no move from ${state.status}`);
    return next;
  }, entry);
}

export const isOpen = (status: Status): boolean => !terminals.includes(status);

/** True, or the code of the reason why not. */
export type Verdict = true | string;
export const refusedUnless = (holds: boolean, code: string): Verdict => (holds ? true : code);
