// Guards of single moves (domain.md 7.3, 7.6). Pure; each answers true or the code of its refusal.
import type { CommunityDuty } from '#contract/cases/codes.ts';
import { ranksOf } from '#contract/cases/kinds.ts';
import type { Kind } from '#contract/cases/machine.ts';
import { type CaseState, refusedUnless, type Verdict } from './rules.ts';

const DAY_MS = 86_400_000;

/** Art. 17: a community leads only what its duty list names. */
export function communityGuard(leadIsCommunity: boolean, duty: CommunityDuty | null): Verdict {
  if (!leadIsCommunity || duty === 'lead') return true;
  return duty === 'assist' ? 'case.community_assist_only' : 'case.community_not_duty';
}

export function unitsGuard(unitIds: readonly string[]): Verdict {
  return refusedUnless(new Set(unitIds).size === unitIds.length, 'case.unit_twice');
}

/** A unit may say once that it is not theirs; then the dispatcher's word is final. */
export function returnGuard(state: CaseState): Verdict {
  if (state.designatedFinal) return 'case.final_designation';
  return refusedUnless(state.returns === 0, 'case.returned_before');
}

/** After one return the arbiter decides, not the dispatcher. */
export function arbiterGuard(state: Pick<CaseState, 'returns'>): Verdict {
  return refusedUnless(state.returns === 0, 'case.needs_arbiter');
}

/** Units called by a whistle answer by their own steps, not by those of an ordinary case. */
export const ordinaryGuard = (kind: Kind): Verdict => refusedUnless(kind !== 'whistle', 'case.whistle_steps');

export interface Attempt {
  at: string;
  outcome: 'reached' | 'no_answer' | 'refused';
}

const attemptsMin = 3;

/** Work begins after the requester was reached, or three attempts at two times of the day at least. */
export function contactGuard(hasRequester: boolean, attempts: readonly Attempt[]): Verdict {
  if (!hasRequester || attempts.some(({ outcome }) => outcome !== 'no_answer')) return true;
  const hours = attempts.map(({ at }) => Math.floor(Date.parse(at) / (4 * 3_600_000)));
  return refusedUnless(attempts.length >= attemptsMin && new Set(hours).size >= 2, 'case.not_contacted');
}

/** A result waits for helpers and whistles, unless somebody says why it need not. */
export function resultGuard(openHelpers: number, openWhistles: number, waived: boolean): Verdict {
  if (waived) return true;
  if (openWhistles > 0) return 'case.whistle_open';
  return refusedUnless(openHelpers === 0, 'case.co_open');
}

/** The rank that signs the next level; 0 when nobody is left to sign. */
export const rankWanted = (state: CaseState): number => ranksOf(state.rules, state.tier)[state.signed] ?? 0;

const rankOfRole: Readonly<Record<string, number>> = {
  section_handler: 1,
  community_clerk: 1,
  grid_lead: 1,
  section_chief: 2,
  community_secretary: 2,
  deputy_in_charge: 3,
  principal: 4,
};

export const rankOf = (role: string): number => rankOfRole[role] ?? 0;

export interface Signer {
  accountId: string;
  ranks: readonly number[];
  /** Whose post it is when a deputy signs in it. */
  principalId?: string | null;
}

/** Nobody signs an own result, and nobody signs twice in a round; what the holder may not, the deputy may not. */
export function signatureGuard(
  state: CaseState,
  { accountId, ranks, principalId = null }: Signer,
  handlerId: string | null,
  signedBefore: readonly string[],
): Verdict {
  const both = principalId === null ? [accountId] : [accountId, principalId];
  if (handlerId !== null && both.includes(handlerId)) return 'case.own_result';
  if (both.some((one) => signedBefore.includes(one))) return 'case.signed_before';
  return refusedUnless(ranks.includes(rankWanted(state)), 'case.not_your_level');
}

/** Who has signed a round, deputies and those they signed for. */
export const signersOf = (
  signatures: readonly { round: number; account_id: string; principal_id: string | null }[],
  round: number,
): string[] =>
  signatures
    .filter((one) => one.round === round)
    .flatMap((one) => [one.account_id, ...(one.principal_id ? [one.principal_id] : [])]);

export function leaderGuard(signerRanks: readonly number[]): Verdict {
  return refusedUnless(
    signerRanks.some((rank) => rank >= 3),
    'case.level_too_low',
  );
}

/** Who handled, dispatched or signed does not ask the requester how it went. */
export function confirmerGuard(accountId: string, chain: readonly (string | null)[]): Verdict {
  return refusedUnless(!chain.includes(accountId), 'case.in_chain');
}

const suspendDaysMax = 60;
const extensionDaysMax = 30;
const reopenDaysMax = 30;

export function suspendGuard(now: Date, until: Date): Verdict {
  if (until <= now) return 'case.date_past';
  return refusedUnless(until.getTime() - now.getTime() <= suspendDaysMax * DAY_MS, 'case.suspend_too_long');
}

export function extensionGuard(now: Date, due: Date | null, until: Date, pending: boolean): Verdict {
  if (pending) return 'case.extension_pending';
  if (until <= now) return 'case.date_past';
  if (!due || until <= due) return 'case.not_later';
  const from = Math.max(now.getTime(), due.getTime());
  return refusedUnless(until.getTime() - from <= extensionDaysMax * DAY_MS, 'case.extension_long');
}

export function reopenGuard(now: Date, closedAt: Date | null): Verdict {
  return refusedUnless(
    closedAt !== null && now.getTime() - closedAt.getTime() <= reopenDaysMax * DAY_MS,
    'case.reopen_late',
  );
}
