// The form of an activity as typed, and what is sent. Pure.
import type { ActivityFacts } from '#contract/activities/endpoints.ts';
import type { ActivityRecord } from '#contract/activities/records.ts';

export interface TypedSession {
  startsAt: string;
  endsAt: string;
  opensAt: string;
  closesAt: string;
  places: string;
  posts: string;
}

export interface Typed {
  facts: Omit<
    ActivityFacts,
    'ageMin' | 'ageMax' | 'accompaniedBelow' | 'familyCap' | 'confirmHours' | 'areaId'
  >;
  area: { value: string; word: string } | null;
  ageMin: string;
  ageMax: string;
  accompaniedBelow: string;
  familyCap: string;
  confirmHours: string;
  sessions: readonly TypedSession[];
}

const shanghaiMs = 8 * 3_600_000;
/** `2026-11-21T09:00` of an instant in Beijing; the offset is fixed (no summer time since 1991). */
export const typedInstant = (at: string): string =>
  new Date(Date.parse(at) + shanghaiMs).toISOString().slice(0, 16);
export const sentInstant = (typed: string): string => new Date(`${typed}:00+08:00`).toISOString();

export const noSession: TypedSession = {
  startsAt: '',
  endsAt: '',
  opensAt: '',
  closesAt: '',
  places: '20',
  posts: '',
};

export const noTyped: Typed = {
  facts: {
    title: '',
    body: '',
    place: '',
    programmeId: null,
    category: 'civility',
    organiserId: null,
    languages: ['zh'],
    isFor: 'participants',
    guardianConsent: true,
    photos: 'ask',
    riskLevel: 'low',
    riskTold: null,
    insurance: null,
    agreement: null,
    allotment: 'first_come',
    priority: 'none',
  },
  area: null,
  ageMin: '',
  ageMax: '',
  accompaniedBelow: '',
  familyCap: '',
  confirmHours: '2',
  sessions: [noSession],
};

const typedNumber = (value: number | null) => (value === null ? '' : String(value));

export function typedOf(record: ActivityRecord): Typed {
  const { title, body, place, programmeId, category, organiserId, languages, isFor } = record;
  const { guardianConsent, photos, riskLevel, riskTold, insurance, agreement, allotment, priority } = record;
  return {
    facts: {
      ...{ title, body, place, programmeId, category, organiserId, languages, isFor },
      ...{ guardianConsent, photos, riskLevel, riskTold, insurance, agreement, allotment, priority },
    },
    area: { value: record.areaId, word: record.areaName },
    ageMin: typedNumber(record.ageMin),
    ageMax: typedNumber(record.ageMax),
    accompaniedBelow: typedNumber(record.accompaniedBelow),
    familyCap: typedNumber(record.familyCap),
    confirmHours: String(record.confirmHours),
    sessions: record.sessions.map((one) => ({
      startsAt: typedInstant(one.startsAt),
      endsAt: typedInstant(one.endsAt),
      opensAt: typedInstant(one.opensAt),
      closesAt: typedInstant(one.closesAt),
      places: String(one.places),
      posts: one.posts.map((post) => `${post.name} ${post.places}`).join('\n'),
    })),
  };
}

const sentNumber = (typed: string) => (typed.trim() ? Number(typed) : null);
const orNull = (typed: string | null) => typed?.trim() || null;

/** `路口引导 4` → post with places; a line without a number is one place. */
export function postsOf(typed: string): { name: string; places: number }[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [, name = line, places = '1'] = /^(.*?)[\s：:×x]+(\d+)$/.exec(line) ?? [];
      return { name, places: Math.max(1, Number(places)) };
    });
}

export const isTimed = (one: TypedSession): boolean =>
  Boolean(one.startsAt && one.endsAt && Number(one.places) > 0);

export function sentOf(typed: Typed, withSessions: boolean) {
  return {
    ...typed.facts,
    riskTold: orNull(typed.facts.riskTold),
    insurance: orNull(typed.facts.insurance),
    agreement: orNull(typed.facts.agreement),
    areaId: typed.area?.value ?? '',
    ageMin: sentNumber(typed.ageMin),
    ageMax: sentNumber(typed.ageMax),
    accompaniedBelow: sentNumber(typed.accompaniedBelow),
    familyCap: sentNumber(typed.familyCap),
    confirmHours: sentNumber(typed.confirmHours) ?? 2,
    ...(withSessions ? { sessions: typed.sessions.map(sentSession) } : {}),
  };
}

function sentSession(one: TypedSession) {
  const posts = postsOf(one.posts);
  return {
    startsAt: sentInstant(one.startsAt),
    endsAt: sentInstant(one.endsAt),
    ...(one.opensAt ? { opensAt: sentInstant(one.opensAt) } : {}),
    ...(one.closesAt ? { closesAt: sentInstant(one.closesAt) } : {}),
    places: posts.length > 0 ? posts.reduce((sum, post) => sum + post.places, 0) : Number(one.places),
    posts,
  };
}
