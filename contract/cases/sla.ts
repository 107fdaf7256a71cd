// The limits of the street as data (domain.md 1.2, 1.7, 7.4): versioned, and a pack may put its own lines before ours.
import type { clockTypeLabels } from '../calendar/words.ts';
import type { Timer, Urgency } from './codes.ts';
import type { StreetKinds } from './kinds.ts';
import type { Kind } from './machine.ts';

/** How a limit is counted; hours or days. */
export type ClockType = keyof typeof clockTypeLabels;

export interface Limit {
  amount: number;
  clock: ClockType;
}

/** One line of the table; what it does not name fits anything. The first line that fits wins. */
export interface LimitRule extends Limit {
  timer: Timer;
  kind?: Kind;
  urgency?: Urgency;
  /** Tier of a property request. */
  tier?: number;
  /** Leading digits of the code of the matter. */
  matter?: string;
}

/** Who is told at a rung: who holds the case now, then upwards. */
export const tellers = ['holder', 'chief', 'deputy', 'principal'] as const;
export type Teller = (typeof tellers)[number];

/** A rung of the ladder of warnings. */
export interface Rung {
  lamp: 'yellow' | 'red';
  /** Part of the whole time that passes after the date before this rung, and hours at most. */
  after: number;
  hoursMax: number;
  tell: readonly Teller[];
}

/** Spans of a workday in local time. */
export type WorkingHours = readonly { from: string; to: string }[];

/** What a street may say of its own; its lines stand before ours. */
export interface SlaContent {
  limits: readonly LimitRule[];
  workingHours?: WorkingHours;
  levelHours?: Partial<Record<Urgency, number>>;
  /** Clocks of our own cases that stand still on the long-term ledger. */
  pausedBySuspension?: readonly Timer[];
  /** Kinds that differ here, each with all it says. */
  kinds?: StreetKinds;
}

/** Limits of one version, in force from a day until the next version. Cases keep the version they began with. */
export interface Sla {
  version: string;
  validFrom: string;
  limits: readonly LimitRule[];
  workingHours: WorkingHours;
  /** Hours of each review level between the inner and the outer date. */
  levelHours: Readonly<Record<Urgency, number>>;
  /** Clocks that stand still on the long-term ledger: of our own cases, and of orders whose date is not ours. */
  pausedBySuspension: { own: readonly Timer[]; order: readonly Timer[] };
  /** A lamp turns yellow when this part of the time is left, and never earlier than so many hours before. */
  yellow: { share: number; hoursMax: number };
  ladder: readonly Rung[];
  /** How many rungs the warnings of a clock climb. */
  reach: Readonly<Record<Timer, number>>;
  kinds: StreetKinds;
}

/** Days of review levels take at most this part of the time there is, or an order that comes late had none. */
export const levelShareMax = 0.5;

const minutes = (amount: number): Limit => ({ amount: amount / 60, clock: 'urgent_hour' });
const hours = (amount: number): Limit => ({ amount, clock: 'urgent_hour' });
const workHours = (amount: number): Limit => ({ amount, clock: 'work_hour' });
const workDays = (amount: number): Limit => ({ amount, clock: 'work_day' });
const days = (amount: number): Limit => ({ amount, clock: 'natural_day' });

// biome-ignore format: a table is read by its columns.
const limits: readonly LimitRule[] = [
  { timer: 'intake', urgency: 'critical', ...minutes(10) },
  { timer: 'intake', kind: 'grid_case', ...minutes(15) },
  { timer: 'intake', kind: 'property_request', ...minutes(30) },
  { timer: 'intake', kind: 'enterprise_demand', ...workDays(1) },
  { timer: 'intake', ...workHours(4) },

  { timer: 'verify', urgency: 'critical', ...minutes(30) },
  { timer: 'verify', ...hours(24) },

  { timer: 'dispatch', urgency: 'critical', ...minutes(10) },
  { timer: 'dispatch', kind: 'grid_case', ...minutes(30) },
  { timer: 'dispatch', urgency: 'livelihood', ...hours(1) },
  { timer: 'dispatch', ...workHours(4) },

  { timer: 'accept', urgency: 'critical', ...minutes(10) },
  { timer: 'accept', kind: 'hotline_order', ...minutes(30) },
  { timer: 'accept', kind: 'property_request', tier: 1, ...minutes(30) },
  { timer: 'accept', ...workHours(4) },

  { timer: 'response', urgency: 'critical', ...hours(2) },
  { timer: 'response', urgency: 'livelihood', ...hours(2) },
  { timer: 'response', ...hours(24) },

  // Where no line fits, the unit has until the inner date.
  { timer: 'handle', kind: 'grid_case', urgency: 'critical', ...hours(2) },
  { timer: 'handle', kind: 'grid_case', urgency: 'livelihood', ...hours(12) },
  { timer: 'handle', kind: 'grid_case', urgency: 'ordinary', ...workDays(3) },
  { timer: 'handle', kind: 'enterprise_demand', urgency: 'ordinary', ...workDays(8) },

  { timer: 'review', urgency: 'critical', ...minutes(10) },
  { timer: 'review', urgency: 'livelihood', ...hours(1) },
  { timer: 'review', urgency: 'ordinary', ...workHours(4) },
  { timer: 'review', ...workDays(1) },

  { timer: 'confirm', kind: 'grid_case', ...hours(2) },
  { timer: 'confirm', kind: 'resident_report', ...days(7) },
  { timer: 'confirm', ...days(3) },

  { timer: 'tier', tier: 1, ...hours(24) },
  { timer: 'tier', tier: 2, ...days(2) },
  { timer: 'tier', ...days(7) },

  { timer: 'total', kind: 'dispute', ...days(30) },
  { timer: 'total', urgency: 'critical', ...hours(2) },
  { timer: 'total', kind: 'enterprise_demand', urgency: 'livelihood', ...workDays(5) },
  { timer: 'total', urgency: 'livelihood', ...hours(24) },
  { timer: 'total', kind: 'enterprise_demand', ...workDays(10) },
  { timer: 'total', kind: 'whistle', ...workDays(10) },
  { timer: 'total', kind: 'property_request', ...days(10) },
  { timer: 'total', urgency: 'complex', ...days(15) },
  { timer: 'total', ...days(7) },
];

export const defaultSla: Sla = {
  version: '2026-1',
  validFrom: '2020-01-01',
  limits,
  workingHours: [
    { from: '08:00', to: '12:00' },
    { from: '14:00', to: '18:00' },
  ],
  levelHours: { critical: 1 / 6, livelihood: 1, ordinary: 12, complex: 24 },
  pausedBySuspension: { own: ['handle', 'total'], order: ['handle'] },
  yellow: { share: 0.25, hoursMax: 24 },
  ladder: [
    { lamp: 'yellow', after: 0, hoursMax: 0, tell: ['holder'] },
    { lamp: 'red', after: 0, hoursMax: 0, tell: ['holder', 'chief'] },
    { lamp: 'red', after: 0.25, hoursMax: 24, tell: ['deputy'] },
    { lamp: 'red', after: 0.5, hoursMax: 72, tell: ['principal'] },
  ],
  reach: {
    intake: 2,
    verify: 2,
    dispatch: 2,
    accept: 2,
    response: 3,
    handle: 3,
    review: 2,
    confirm: 2,
    tier: 2,
    total: 4,
    hang_review: 2,
  },
  kinds: {},
};

/** The lines of a street in front of ours, as a version of its own. */
export function streetSla(version: string, validFrom: string, content: SlaContent): Sla {
  const { limits, workingHours, levelHours, pausedBySuspension, kinds } = content;
  return {
    ...defaultSla,
    version,
    validFrom,
    limits: [...limits, ...defaultSla.limits],
    workingHours: workingHours ?? defaultSla.workingHours,
    levelHours: { ...defaultSla.levelHours, ...levelHours },
    pausedBySuspension: {
      ...defaultSla.pausedBySuspension,
      own: pausedBySuspension ?? defaultSla.pausedBySuspension.own,
    },
    kinds: kinds ?? {},
  };
}

/** The version in force on a day; the first one before its own beginning. */
export function slaOn(day: string, versions: readonly Sla[]): Sla {
  const sorted = versions.toSorted((a, b) => a.validFrom.localeCompare(b.validFrom));
  return sorted.findLast(({ validFrom }) => validFrom <= day) ?? sorted[0] ?? defaultSla;
}

export interface Limited {
  kind: Kind;
  urgency: Urgency;
  tier: number;
  matterCode: string | null;
}

/** The first line of the table that fits, or null when the table has no word on it. */
export function limitOf(sla: Sla, timer: Timer, of: Limited): Limit | null {
  const rule = sla.limits.find(
    (one) =>
      one.timer === timer &&
      (one.kind === undefined || one.kind === of.kind) &&
      (one.urgency === undefined || one.urgency === of.urgency) &&
      (one.tier === undefined || one.tier === of.tier) &&
      (one.matter === undefined || (of.matterCode?.startsWith(one.matter) ?? false)),
  );
  return rule ? { amount: rule.amount, clock: rule.clock } : null;
}
