// May this happen, now, and what becomes of it? Pure.
import type { ActivityState, GroupKind, RiskLevel, SignUpState } from '#contract/activities/codes.ts';
import { instantOn } from '#kernel/calendar/time.ts';

/** Below this age a guardian consents (未成年人保护法 72; 个人信息保护法 31 says 14, sign-ups ask until 18). */
export const adultFrom = 18;

export interface AgeRule {
  age_min: number | null;
  age_max: number | null;
  accompanied_below: number | null;
}

export interface Member {
  personId: string;
  age: number | null;
}

/**
 * How a person may come: takes part, comes along as the adult of a child, or the code of the reason why not. Who fits
 * the ages takes part; an adult above them comes along where children need one.
 */
export function mayCome(rule: AgeRule, age: number | null): { accompanies: boolean } | { refused: string } {
  const bounded = rule.age_min !== null || rule.age_max !== null;
  if (age === null)
    return bounded || rule.accompanied_below !== null
      ? { refused: 'sign_up.age_unknown' }
      : { accompanies: false };
  if (rule.age_min !== null && age < rule.age_min) return { refused: 'sign_up.too_young' };
  if (rule.age_max === null || age <= rule.age_max) return { accompanies: false };
  if (age < adultFrom) return { refused: 'sign_up.too_old' };
  return rule.accompanied_below === null ? { refused: 'sign_up.adults_only' } : { accompanies: true };
}

/** Of those who came with one tap: children below the age need an adult among them. Null when all is well. */
export function companyFault(
  rule: AgeRule,
  members: readonly Member[],
  alreadyThere: readonly Member[] = [],
) {
  const all = [...members, ...alreadyThere];
  const below = rule.accompanied_below;
  if (below === null) return null;
  const needs = members.some(({ age }) => age !== null && age < below);
  const adult = all.some(({ age }) => age !== null && age >= adultFrom);
  return needs && !adult ? 'sign_up.needs_adult' : null;
}

/** The child that would be left without an adult when some of a party leave; null when nobody is. */
export function leftAlone<M extends Member>(rule: AgeRule, staying: readonly M[]): M | null {
  const below = rule.accompanied_below;
  if (companyFault(rule, staying) === null || below === null) return null;
  return staying.find(({ age }) => age !== null && age < below) ?? null;
}

export interface Span {
  starts_at: string;
  ends_at: string;
}

/** Two bookings at the same time; what ends when the other begins does not overlap. */
export const overlaps = (a: Span, b: Span): boolean =>
  Date.parse(a.starts_at) < Date.parse(b.ends_at) && Date.parse(b.starts_at) < Date.parse(a.ends_at);

export interface Publishable {
  state: ActivityState;
  template: boolean;
  risk_level: RiskLevel;
  risk_told: string | null;
  insurance: string | null;
  agreement: string | null;
  age_min: number | null;
  age_max: number | null;
}

/** 志愿服务条例 12, 16; 北京市志愿服务促进条例 18, 19: what is told and arranged before a risky activity. */
export function riskFault(facts: Omit<Publishable, 'state' | 'template'>): string | null {
  if (facts.risk_level !== 'low' && !facts.risk_told) return 'activity.risk_not_told';
  if (facts.risk_level === 'high' && !(facts.insurance && facts.agreement)) return 'activity.not_insured';
  return null;
}

export interface PlannedSpan extends Span {
  opens_at: string;
  closes_at: string;
}

/** Why it cannot be published now; null when it can. `approves`: the actor may let risky ones go. */
export function publishFault(
  activity: Publishable,
  sessions: readonly PlannedSpan[],
  now: Date,
  approves: boolean,
): string | null {
  if (activity.template) return 'activity.is_template';
  if (activity.state !== 'draft') return stateFault(activity.state);
  if (sessions.length === 0) return 'activity.no_session';
  if (sessions.some((one) => Date.parse(one.starts_at) <= now.getTime())) return 'activity.session_past';
  return (
    riskFault(activity) ?? (activity.risk_level === 'high' && !approves ? 'activity.needs_approval' : null)
  );
}

const stateFaults: Record<ActivityState, string> = {
  draft: 'activity.not_draft',
  published: 'activity.not_draft',
  cancelled: 'activity.already_cancelled',
  ended: 'activity.ended',
};
export const stateFault = (state: ActivityState): string => stateFaults[state];

/** Null when the times of a session follow each other. */
export function spanFault(span: PlannedSpan): string | null {
  const [opens, closes, starts, ends] = [span.opens_at, span.closes_at, span.starts_at, span.ends_at].map(
    (at) => Date.parse(at),
  ) as [number, number, number, number];
  return opens < closes && closes <= ends && starts < ends ? null : 'activity.session_order';
}

/** Until when an offered place is kept: the hours of the activity, but never beyond the beginning. */
export function offerUntil(now: Date, confirmHours: number, startsAt: string): string {
  return new Date(Math.min(now.getTime() + confirmHours * 3_600_000, Date.parse(startsAt))).toISOString();
}

/** Nothing of a session is given, offered or moved up once it has begun. */
export const hasBegun = (startsAt: string, now: Date): boolean => Date.parse(startsAt) <= now.getTime();

/** Monday to Sunday around a day. */
export function weekOf(day: string): { from: string; to: string } {
  const at = instantOn(day).getTime();
  const fromMonday = (new Date(at + 8 * 3_600_000).getUTCDay() + 6) % 7;
  const dayAt = (days: number) => new Date(at + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
  return { from: dayAt(-fromMonday), to: dayAt(6 - fromMonday) };
}

/** States that hold a place. */
export const placed: readonly SignUpState[] = ['offered', 'confirmed'];

/** Whoever begins again 90 days after counts as new. */
export const recentDays = 90;

/** How far a group reaches: one of each home may be in it. Groups of schools and children know nothing of homes. */
export function coverageOf(
  { kind, members }: { kind: GroupKind; members: number },
  homes: number,
): { homes: number | null; coverage: number | null } {
  if (homes === 0 || kind === 'school' || kind === 'children') return { homes: null, coverage: null };
  return { homes, coverage: Math.min(100, Math.round((members * 100) / homes)) };
}
