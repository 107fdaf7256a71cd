// When a scan counts, and how many minutes it makes. Pure; every moment in milliseconds since 1970.
import {
  clockDriftMsMax,
  lateMsMax,
  momentOf,
  stepAt,
  stepSeconds,
  venueWindow,
} from '#contract/attendance/codes/steps.ts';
import type { Credit, Direction, HourSource, Mark, Way } from '#contract/attendance/kinds.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Before the beginning and after the end of a session one may sign in and out. */
export const doorMs = hourMs;
/** Hours of one person on one day, at most, where the street says nothing else (domain.md 4). */
export const dayMinutesMax = 480;
/** Persons that one device may sign for at one session. */
export const personsPerDeviceMax = 6;
/** Younger ones take part as members of their family. */
export const volunteerAgeMin = 14;
export const wrongTriesMax = 20;
/** What was sent this soon after the scan was sent at once: time to tick the children. */
const onlineMsMax = 3 * stepSeconds * 1000;
/** Without a step in the code, the phone's own idea of the moment may be this many steps off. */
const typedSlack = 4;

export interface Times {
  startsAt: string;
  endsAt: string;
}

export function isOpenAt({ startsAt, endsAt }: Times, at: number): boolean {
  return at >= Date.parse(startsAt) - doorMs && at <= Date.parse(endsAt) + doorMs;
}

/** The key lives as long as late scans may come in. */
export const keyEndsAt = ({ endsAt }: Times): Date => new Date(Date.parse(endsAt) + doorMs + lateMsMax);

export interface Told {
  /** By the monotonic clock. */
  ageMs: number;
  scannedWall?: string | undefined;
  sentWall?: string | undefined;
}

export interface Moment {
  at: number;
  isOnline: boolean;
  mark: Mark;
  /** Why it should be looked at. */
  reason: string | null;
}

/**
 * When the scan happened, from how long ago the device says it was. A wall clock that moved against the monotonic
 * clock, or is far from ours, was touched: a person looks at it.
 * Null when more than a day has passed.
 */
export function momentTold(told: Told, now: number): Moment | null {
  if (told.ageMs > lateMsMax) return null;
  const at = now - told.ageMs;
  if (told.ageMs <= onlineMsMax) return { at, isOnline: true, mark: 'ok', reason: null };
  const sent = told.sentWall === undefined ? null : Date.parse(told.sentWall);
  const passed = sent === null || told.scannedWall === undefined ? null : sent - Date.parse(told.scannedWall);
  const moved = passed !== null && Math.abs(passed - told.ageMs) > clockDriftMsMax;
  const wrong = sent !== null && Math.abs(sent - now) > 10 * minuteMs;
  if (moved) return { at, isOnline: false, mark: 'review', reason: 'clock_moved' };
  if (wrong) return { at, isOnline: false, mark: 'review', reason: 'clock_wrong' };
  return { at, isOnline: false, mark: 'late', reason: null };
}

/** A late venue code proves its own moment; one that does not fit what the device says is looked at. */
export function lateStep(moment: Moment, step: number, now: number): Moment | 'code_future' | null {
  const shown = momentOf(step);
  if (now - shown > lateMsMax) return null;
  if (step > stepAt(now) + venueWindow) return 'code_future';
  const at = Math.min(shown, now);
  const fits = Math.abs(step - stepAt(moment.at)) <= venueWindow;
  if (fits || moment.mark === 'review') return { ...moment, at };
  return { ...moment, at, mark: 'review', reason: 'step_unlike_clock' };
}

/** Steps that six typed digits may stand for. */
export function typedSteps(moment: Moment, offsets: readonly number[]): number[] {
  const slack = moment.isOnline ? venueWindow : typedSlack;
  const middles = [0, ...offsets].map((offset) => stepAt(moment.at + offset));
  const around = Array.from({ length: 2 * slack + 1 }, (_, index) => index - slack);
  return [...new Set(middles.flatMap((middle) => around.map((away) => middle + away)))];
}

/** Whole minutes of presence inside the session. */
export function minutesWithin(times: Times, from: number, until: number, minutesMax: number | null): number {
  const begin = Math.max(from, Date.parse(times.startsAt));
  const end = Math.min(until, Date.parse(times.endsAt));
  const minutes = Math.max(0, Math.floor((end - begin) / minuteMs));
  return minutesMax === null ? minutes : Math.min(minutes, minutesMax);
}

/** What the day still has room for. */
export const withinDay = (minutes: number, recorded: number, max: number): number =>
  Math.max(0, Math.min(minutes, max - recorded));

const sources: Record<Way, HourSource> = {
  member_code: 'mutual',
  venue_code: 'self',
  name: 'staff',
  backfill: 'backfill',
};
const strength: readonly HourSource[] = ['mutual', 'self', 'staff', 'backfill'];

/** An hour is as strong as the weaker of its two scans. */
export function sourceOf(...ways: readonly Way[]): HourSource {
  return strength[Math.max(...ways.map((way) => strength.indexOf(sources[way])))] ?? 'backfill';
}

const gravity: readonly Mark[] = ['ok', 'late', 'review'];
export const graverOf = (...marks: readonly Mark[]): Mark =>
  gravity[Math.max(...marks.map((mark) => gravity.indexOf(mark)))] ?? 'ok';

/** Years on the day itself; who is of unknown age counts as grown up. */
export function creditOf(bornOn: string | null, day: string, isFor: 'volunteers' | 'participants'): Credit {
  if (isFor === 'participants') return 'participant';
  if (!bornOn) return 'volunteer';
  const years =
    Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4)) - (day.slice(5) < bornOn.slice(5) ? 1 : 0);
  return years >= volunteerAgeMin ? 'volunteer' : 'participant';
}

export interface Standing {
  isConfirmed: boolean;
  isStaff: boolean;
  /** Has scanned in this direction before. */
  isThere: boolean;
  isIn: boolean;
  /** Still in at another session. */
  openElsewhere: boolean;
  /** On record elsewhere at this moment. */
  overlaps: boolean;
  /** Minutes of this session are on record already. */
  isRecorded: boolean;
}

/** Why a person cannot be signed in or out now; null when they can. */
export function scanRefusal(direction: Direction, standing: Standing): string | null {
  if (!standing.isConfirmed) return 'attendance.not_signed_up';
  if (standing.isStaff) return 'attendance.on_duty';
  if (standing.isThere || standing.isRecorded) return 'attendance.duplicate_scan';
  if (direction === 'out') return standing.isIn ? null : 'attendance.no_sign_in';
  if (standing.openElsewhere) return 'attendance.open_elsewhere';
  return standing.overlaps ? 'attendance.overlap' : null;
}

/** One device for many persons: too many are refused, persons of others are looked at. */
export function deviceRefusal(signedFor: number, ofOthers: number, now: number): string | null | 'review' {
  if (signedFor + now > personsPerDeviceMax) return 'attendance.device_limit';
  return ofOthers > 0 ? 'review' : null;
}

/** A name for the public: neither the person's own nor a number that finds them. */
export const isFitHonourName = (nickname: string, name: string): boolean =>
  nickname.length >= 2 && !/[0-9０-９]{4,}/.test(nickname) && !nickname.includes(name);

/** Draws `count` of the ids; the same seed over the same ids draws the same, in whatever order they come. */
export function drawn(ids: readonly string[], weight: (id: string) => string, count: number): string[] {
  return [...ids]
    .map((id) => ({ id, rank: weight(id) }))
    .sort((one, other) => (one.rank < other.rank ? -1 : 1))
    .slice(0, count)
    .map(({ id }) => id);
}
