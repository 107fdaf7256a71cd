import type { KindRules } from '#contract/cases/kinds.ts';
import { type Move, type Status, transitions } from '#contract/cases/machine.ts';

export interface Edge {
  move: Move;
  from: Status;
  to: Status;
}

/** The edges a kind can really take at a review depth, from what is reachable from its entry. */
export function reachableGraph(
  { entry, switchedOff }: KindRules,
  reviewLevels: number,
): { states: Set<Status>; edges: Edge[] } {
  const states = new Set<Status>([entry]);
  const edges: Edge[] = [];
  for (const from of states) {
    for (const [move, targets] of Object.entries(transitions[from]) as [Move, readonly Status[]][]) {
      if (switchedOff.includes(move)) continue;
      for (const to of targets) {
        if (!usable(move, to, reviewLevels)) continue;
        edges.push({ move, from, to });
        states.add(to);
      }
    }
  }
  return { states, edges };
}

/** The two moves with a choice of target take the one that the review depth leaves. */
function usable(move: Move, to: Status, reviewLevels: number): boolean {
  if (move === 'submit_result') return to === (reviewLevels > 0 ? 'under_review' : 'resolved');
  if (move === 'review_approve' && to === 'under_review') return reviewLevels > 1;
  return true;
}
