import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acts } from '#contract/cases/codes.ts';
import { kindRules, ranksOf } from '#contract/cases/kinds.ts';
import { type Kind, kinds, type Move, moves, statuses, terminals } from '#contract/cases/machine.ts';
import type { Pack } from '../../../packs/pack.ts';
import { packs } from '../../../packs/packs.ts';
import { lampOf } from './clocks/lamp.ts';
import { clockDeeds } from './clocks/moves.ts';
import { reachableGraph } from './graph.ts';
import {
  communityGuard,
  confirmerGuard,
  contactGuard,
  extensionGuard,
  leaderGuard,
  rankWanted,
  reopenGuard,
  resultGuard,
  returnGuard,
  signatureGuard,
  suspendGuard,
  unitsGuard,
} from './guards.ts';
import { plainStatusOf, plainSteps } from './plainWords.ts';
import { allowedMoves, type CaseState, entryState, fold, moved, type Step } from './rules.ts';

const at = (days: number, hours = 0) => new Date(Date.UTC(2026, 10, 21 + days, 2 + hours));

describe('the graph of each kind', () => {
  it.each([
    ['hotline_order', 4, 11, 29],
    ['grid_case', 1, 15, 38],
    ['resident_report', 2, 16, 46],
    ['property_request', 0, 13, 40],
    ['property_request', 2, 14, 43],
    ['enterprise_demand', 3, 15, 41],
    ['whistle', 1, 14, 34],
    ['dispute', 1, 16, 42],
    ['proactive_task', 1, 14, 36],
  ] as const)('%s with %i levels has %i states and %i edges', (kind, levels, states, edges) => {
    const graph = reachableGraph(kindRules[kind], levels);
    expect([graph.states.size, graph.edges.length]).toEqual([states, edges]);
  });

  const kindsOfPacks = Object.entries(packs).flatMap(([name, pack]: [string, Pack]) =>
    Object.entries({ ...kindRules, ...pack.kinds }).map(([kind, rules]) => [kind, name, rules] as const),
  );

  it.each(kindsOfPacks)('%s has no dead end in %s', (_, __, rules) => {
    const { states, edges } = reachableGraph(rules, ranksOf(rules, 1).length);
    for (const state of states) {
      const seen = new Set([state]);
      for (const from of seen) for (const edge of edges) if (edge.from === from) seen.add(edge.to);
      expect(
        terminals.some((end) => seen.has(end)),
        state,
      ).toBe(true);
    }
  });
});

/** A random history: each number chooses among the moves allowed then. */
function play(kind: Kind, choices: readonly number[]): { states: CaseState[]; steps: Step[] } {
  const states = [entryState(kind)];
  const steps: Step[] = [];
  for (const choice of choices) {
    const state = states.at(-1) as CaseState;
    const allowed = allowedMoves(state);
    if (allowed.length === 0) break;
    const move = allowed[choice % allowed.length] as Move;
    const step = { move, details: move === 'reassign' ? { final: choice % 2 === 0 } : {} };
    steps.push(step);
    states.push(moved(state, move, step.details) as CaseState);
  }
  return { states, steps };
}

const history = fc.tuple(fc.constantFrom(...kinds), fc.array(fc.nat(1000), { maxLength: 60 }));

describe('random histories', () => {
  it('have the fold of their events as their state', () => {
    fc.assert(
      fc.property(history, ([kind, choices]) => {
        const { states, steps } = play(kind, choices);
        expect(fold(entryState(kind), steps)).toEqual(states.at(-1));
      }),
      { numRuns: 3000 },
    );
  });

  it('reach a result only with every level of its round signed', () => {
    fc.assert(
      fc.property(history, ([kind, choices]) => {
        const { states, steps } = play(kind, choices);
        steps.forEach(({ move }, index) => {
          const [before, after] = [states[index] as CaseState, states[index + 1] as CaseState];
          if (move === 'review_approve' && after.status === 'resolved')
            expect(after.signed).toBe(ranksOf(after.rules, after.tier).length);
          if (move === 'submit_result' && after.status === 'under_review') expect(before.signed).toBe(0);
          expect(after.round).toBeGreaterThanOrEqual(before.round);
        });
      }),
      { numRuns: 3000 },
    );
  });

  it('never leave a case that is not done without a move', () => {
    fc.assert(
      fc.property(history, ([kind, choices]) => {
        const last = play(kind, choices).states.at(-1) as CaseState;
        if (!terminals.includes(last.status)) expect(allowedMoves(last)).not.toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  it('let nobody sign twice, whoever tries', () => {
    const people = ['a', 'b', 'c', 'd', 'e'];
    fc.assert(
      fc.property(fc.array(fc.nat(4), { maxLength: 40 }), (tries) => {
        let state = { ...entryState('hotline_order'), status: 'under_review' as CaseState['status'] };
        const signed: string[] = [];
        for (const index of tries) {
          if (state.status !== 'under_review') break;
          const accountId = people[index] as string;
          const verdict = signatureGuard(state, { accountId, ranks: [1, 2, 3, 4] }, 'a', signed);
          if (verdict !== true) continue;
          signed.push(accountId);
          state = moved(state, 'review_approve') as typeof state;
        }
        expect(new Set(signed).size).toBe(signed.length);
        expect(signed).not.toContain('a');
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the machine', () => {
  it('refuses a history that is none', () => {
    expect(() => fold(entryState('grid_case'), [{ move: 'accept' }])).toThrow('accept is no move from draft');
  });

  it('never rejects a hotline order', () => {
    expect(moved(entryState('hotline_order'), 'reject')).toBeNull();
  });

  it('runs by what the kind said when the case began', () => {
    const strict = { ...kindRules.dispute, review: [2, 3, 4] as const, switchedOff: ['withdraw'] as const };
    const begun = { ...entryState('dispute', strict), status: 'under_review' as const };
    expect(moved(begun, 'withdraw')).toBeNull();
    expect(rankWanted({ ...begun, signed: 2 })).toBe(4);
    expect(moved({ ...begun, signed: 1 }, 'review_approve')).toMatchObject({ status: 'under_review' });
    expect(moved({ ...begun, signed: 2 }, 'review_approve')).toMatchObject({ status: 'resolved' });
  });

  it('has three tiers', () => {
    const top = { ...entryState('property_request'), status: 'accepted' as const, tier: 3 };
    expect(moved(top, 'escalate_tier')).toBeNull();
    expect(moved({ ...top, tier: 2 }, 'escalate_tier')).toMatchObject({ status: 'dispatched', tier: 3 });
  });

  it('turns clocks by moves and acts of its own only', () => {
    const known: readonly string[] = [...moves, ...acts];
    expect(Object.keys(clockDeeds).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('tells a requester one word for every state', () => {
    expect(Object.keys(plainStatusOf).toSorted()).toEqual([...statuses].toSorted());
    const steps = (['submitted', 'registered', 'dispatched', 'in_progress'] as const).map((to_status) => ({
      at: '2026-11-21T02:00:00.000Z',
      to_status,
    }));
    expect(plainSteps(steps).map(({ status }) => status)).toEqual(['submitted', 'received', 'in_progress']);
  });
});

const reviewing = (over: Partial<CaseState> = {}): CaseState => ({
  ...entryState('resident_report'),
  status: 'under_review',
  ...over,
});
const attempt = (hour: number, outcome: 'no_answer' | 'reached' = 'no_answer') => ({
  at: at(0, hour).toISOString(),
  outcome,
});

describe('guards', () => {
  it.each([
    ['a community leads what it has a duty in', communityGuard(true, 'lead'), true],
    [
      'a community leads nothing it only assists with',
      communityGuard(true, 'assist'),
      'case.community_assist_only',
    ],
    ['a community leads nothing outside the list', communityGuard(true, 'none'), 'case.community_not_duty'],
    ['nor what nobody has classed', communityGuard(true, null), 'case.community_not_duty'],
    ['a section leads anything', communityGuard(false, 'none'), true],
    ['one unit has one part', unitsGuard(['a', 'b', 'a']), 'case.unit_twice'],
    ['a unit returns once', returnGuard(entryState('grid_case')), true],
    ['not twice', returnGuard({ ...entryState('grid_case'), returns: 1 }), 'case.returned_before'],
    [
      'not against a decision',
      returnGuard({ ...entryState('grid_case'), designatedFinal: true }),
      'case.final_designation',
    ],
    ['work waits for a contact', contactGuard(true, []), 'case.not_contacted'],
    ['one reached is enough', contactGuard(true, [attempt(0, 'reached')]), true],
    [
      'three in one hour are not',
      contactGuard(true, [attempt(0), attempt(0), attempt(0)]),
      'case.not_contacted',
    ],
    ['three over the day are', contactGuard(true, [attempt(0), attempt(1), attempt(8)]), true],
    ['nobody to contact', contactGuard(false, []), true],
    ['an open whistle blocks the result', resultGuard(0, 1, false), 'case.whistle_open'],
    ['an open helper too', resultGuard(1, 0, false), 'case.co_open'],
    ['unless waived with a reason', resultGuard(1, 1, true), true],
    ['the second level signs after a chief', rankWanted(reviewing({ signed: 1 })), 3],
    ['of four levels a colleague is the first', rankWanted(reviewing({ rules: kindRules.hotline_order })), 1],
    ['own result', signatureGuard(reviewing(), { accountId: 'h', ranks: [2] }, 'h', []), 'case.own_result'],
    [
      'signed before',
      signatureGuard(reviewing(), { accountId: 'x', ranks: [2] }, 'h', ['x']),
      'case.signed_before',
    ],
    [
      'another level',
      signatureGuard(reviewing(), { accountId: 'x', ranks: [4] }, 'h', []),
      'case.not_your_level',
    ],
    ['leaders decide', leaderGuard([2]), 'case.level_too_low'],
    ['handler is not confirmer', confirmerGuard('x', [null, 'x']), 'case.in_chain'],
    ['60 days of suspension', suspendGuard(at(0), at(60)), true],
    ['not 61', suspendGuard(at(0), at(61)), 'case.suspend_too_long'],
    ['not backwards', suspendGuard(at(0), at(-1)), 'case.date_past'],
    ['an extension is later', extensionGuard(at(0), at(5), at(4), false), 'case.not_later'],
    ['and one at a time', extensionGuard(at(0), at(5), at(9), true), 'case.extension_pending'],
    ['and 30 days at most', extensionGuard(at(0), at(5), at(36), false), 'case.extension_long'],
    ['reopened within 30 days', reopenGuard(at(0), at(-31)), 'case.reopen_late'],
  ])('%s', (_, found, wanted) => {
    expect(found).toBe(wanted);
  });
});

describe('lamps', () => {
  const started = at(-7).toISOString();
  it.each([
    ['no date', { due: null, finished: null }, 'none'],
    ['far off', { due: at(5).toISOString(), finished: null }, 'green'],
    ['within a day', { due: at(0, 12).toISOString(), finished: null }, 'yellow'],
    ['late', { due: at(-1).toISOString(), finished: null }, 'red'],
    [
      'finished in time, reviewed late',
      { due: at(-1).toISOString(), finished: at(-2).toISOString() },
      'none',
    ],
    ['finished late', { due: at(-2).toISOString(), finished: at(-1).toISOString() }, 'red'],
  ] as const)('%s', (_, times, lamp) => {
    expect(lampOf({ ...times, started }, at(0), true)).toBe(lamp);
  });
});
