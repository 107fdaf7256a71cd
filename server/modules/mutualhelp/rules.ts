// May this be asked, may it be done now? Pure.
import { type AskStatus, type Company, limits, type PledgeState } from '#contract/mutualhelp/codes.ts';
import { type Asked, demandOf, safeguardsOf } from '#contract/mutualhelp/safety.ts';
import { blockedWords, pricePattern } from '#contract/mutualhelp/words.ts';

export interface Refusal {
  code: string;
  details?: Record<string, unknown>;
}

const numberPattern = /[0-9０-９](?:[\s-]?[0-9０-９]){6,}/;

/** Neither a trade nor a way to papers and numbers of people. */
export function textFault(text: string): Refusal | null {
  const money = blockedWords.money.find((word) => text.includes(word)) ?? pricePattern.exec(text)?.[0];
  if (money) return { code: 'help.money_words', details: { word: money } };
  const identity = blockedWords.identity.find((word) => text.includes(word));
  if (identity) return { code: 'help.identity_words', details: { word: identity } };
  return numberPattern.test(text) ? { code: 'help.number_words' } : null;
}

const hourMs = 3_600_000;

export function timeFault(startsAt: string, endsAt: string, now: Date): Refusal | null {
  const [from, until] = [Date.parse(startsAt), Date.parse(endsAt)];
  if (from < now.getTime()) return { code: 'help.time_past' };
  if (until <= from || until - from > limits.hoursMax * hourMs)
    return { code: 'help.time_order', details: { hours: limits.hoursMax } };
  if (from - now.getTime() > limits.aheadDaysMax * 24 * hourMs)
    return { code: 'help.time_far', details: { days: limits.aheadDaysMax } };
  return null;
}

/** The safeguards of an ask; refused when the company chosen is less than they ask for. */
export function safetyOf(asked: Asked, company: Company) {
  const safeguards = safeguardsOf(asked);
  const { companies } = demandOf(safeguards);
  return { safeguards, allowed: companies.includes(company), companies };
}

export interface Helper {
  age: number | null;
  agreementSigned: boolean;
}

/** May this neighbour help with something that needs the agreement, or with anything? */
export function helperFault(helper: Helper, needsAgreement: boolean): string | null {
  if (helper.age !== null && helper.age < limits.adultAge) return 'help.minor';
  if (!needsAgreement) return null;
  if (helper.age === null) return 'help.age_unknown';
  return helper.agreementSigned ? null : 'help.agreement_needed';
}

export interface AskNow {
  status: AskStatus;
  askerId: string;
  endsAt: string;
}

export type Verdict = true | string;

export function mayPledge(ask: AskNow, personId: string, own: PledgeState | null, now: Date): Verdict {
  if (ask.askerId === personId) return 'help.own_ask';
  if (ask.status !== 'open' || Date.parse(ask.endsAt) <= now.getTime()) return 'help.not_open';
  return own === null || own === 'withdrawn' || own === 'passed' ? true : 'help.already_pledged';
}

export function mayWithdraw(ask: AskNow, own: PledgeState | null): Verdict {
  if (own !== 'offered' && own !== 'agreed') return 'help.not_pledged';
  return isLive(ask.status) ? true : 'help.settled';
}

export function mayAgree(ask: AskNow, personId: string): Verdict {
  if (ask.askerId !== personId) return 'help.not_asker';
  return ask.status === 'open' ? true : 'help.not_open';
}

export function mayFinish(ask: AskNow, personId: string, agreed: number): Verdict {
  if (ask.askerId !== personId) return 'help.not_asker';
  if (!isLive(ask.status)) return 'help.settled';
  return ask.status === 'matched' && agreed > 0 ? true : 'help.not_matched';
}

export function mayCancel(ask: AskNow, personId: string): Verdict {
  if (ask.askerId !== personId) return 'help.not_asker';
  return isLive(ask.status) ? true : 'help.settled';
}

/** The two sides know each other's phone while it is agreed with as many as it takes, and no longer. */
export function maySeeContact(ask: AskNow, personId: string, agreedIds: readonly string[]): Verdict {
  if (ask.askerId !== personId && !agreedIds.includes(personId)) return 'help.not_party';
  if (!isLive(ask.status)) return 'help.settled';
  return ask.status === 'matched' ? true : 'help.not_matched';
}

export const mayReport = (ask: AskNow, personId: string): Verdict =>
  ask.askerId === personId ? 'help.own_ask' : true;

export const mayHide = (status: AskStatus): Verdict => (isLive(status) ? true : 'help.settled');

export const isLive = (status: AskStatus): boolean => status === 'open' || status === 'matched';

const thanksMs = limits.thanksDays * 24 * hourMs;

/** When a live ask ends by itself: unanswered at its end, agreed some days after it. */
export const lapsesAt = (ask: { status: AskStatus; endsAt: string }): Date =>
  new Date(Date.parse(ask.endsAt) + (ask.status === 'matched' ? thanksMs : 0));

/** How long the ledger keeps the points: a day beyond the ask, so that the ask ends first. */
export const holdSeconds = (endsAt: string, now: Date): number =>
  Math.ceil((Date.parse(endsAt) + thanksMs + 24 * hourMs - now.getTime()) / 1_000);
