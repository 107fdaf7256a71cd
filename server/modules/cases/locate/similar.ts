// Which open cases a new one may repeat. Place and category decide; likeness of text only orders (domain.md 1.5). Pure.
import type { Position } from '#kernel/geo/shape.ts';
import { bigrams } from '#kernel/search/bigrams.ts';

export interface ComparedCase {
  caseId: string;
  /** Code of the matter; null as long as nobody chose one, and then nothing is similar. */
  category: string | null;
  /** Path of the narrowest known place, its entrance and building where it has them. */
  entrancePath: string | null;
  buildingPath: string | null;
  position: Position | null;
  /** Blind index of the requester's telephone. */
  requester: string | null;
  /** Milliseconds since the epoch. */
  reportedAt: number;
  text: string;
}

/** Strongest first. Metres and hours are the thresholds in use; `null` leaves the test out. */
export const similarityRules = [
  { reason: 'same_requester', place: 'near_or_building', metres: 50, hours: 90 * 24, requester: true },
  { reason: 'same_entrance', place: 'entrance', metres: null, hours: 30 * 24, requester: false },
  { reason: 'same_building', place: 'building', metres: null, hours: 30 * 24, requester: false },
  { reason: 'near', place: 'near', metres: 50, hours: 24, requester: false },
] as const;
type Rule = (typeof similarityRules)[number];

export interface Similar {
  caseId: string;
  reason: Rule['reason'];
  /** 0 to 1, share of character pairs in common. */
  likeness: number;
  /** Distance in metres where both positions are known. */
  metres: number | null;
}

/** Like ones, strongest first, at most `limit`. A person links them; nothing is merged by itself. */
export function rankSimilar(fresh: ComparedCase, open: readonly ComparedCase[], limit = 10): Similar[] {
  const pairs = new Set(bigrams(fresh.text));
  return open
    .flatMap((other): (Similar & { rank: number })[] => {
      if (other.caseId === fresh.caseId) return [];
      const rank = similarityRules.findIndex((rule) => fits(rule, fresh, other));
      const rule = similarityRules[rank];
      if (!rule) return [];
      const likeness = Number(jaccard(pairs, new Set(bigrams(other.text))).toFixed(3));
      return [
        { caseId: other.caseId, reason: rule.reason, likeness, metres: metresBetween(fresh, other), rank },
      ];
    })
    .sort((one, other) => one.rank - other.rank || other.likeness - one.likeness || compare(one, other))
    .slice(0, limit)
    .map(({ rank, ...similar }) => similar);
}

const compare = (one: Similar, other: Similar) => (one.caseId < other.caseId ? -1 : 1);

function fits(rule: Rule, fresh: ComparedCase, other: ComparedCase): boolean {
  if (fresh.category === null || fresh.category !== other.category) return false;
  if (Math.abs(fresh.reportedAt - other.reportedAt) > rule.hours * 3_600_000) return false;
  if (rule.requester && (fresh.requester === null || fresh.requester !== other.requester)) return false;
  const metres = metresBetween(fresh, other);
  const near = rule.metres !== null && metres !== null && metres <= rule.metres;
  const sameBuilding = fresh.buildingPath !== null && fresh.buildingPath === other.buildingPath;
  switch (rule.place) {
    case 'entrance':
      return fresh.entrancePath !== null && fresh.entrancePath === other.entrancePath;
    case 'building':
      return sameBuilding;
    case 'near':
      return near;
    case 'near_or_building':
      return near || sameBuilding;
  }
}

/** Five of one matter in one stairwell within 30 days: perhaps one cause, and one case for it. */
export const rootCauseRule = { cases: 5, hours: 30 * 24 } as const;

export interface RootCause {
  entrancePath: string;
  category: string;
  caseIds: string[];
}

export function rootCauses(open: readonly ComparedCase[], now: number): RootCause[] {
  const groups = new Map<string, RootCause>();
  for (const { caseId, entrancePath, category, reportedAt } of open) {
    if (entrancePath === null || category === null) continue;
    if (now - reportedAt > rootCauseRule.hours * 3_600_000) continue;
    const key = JSON.stringify([entrancePath, category]);
    const group = groups.get(key) ?? { entrancePath, category, caseIds: [] };
    group.caseIds.push(caseId);
    groups.set(key, group);
  }
  return [...groups.values()].filter(({ caseIds }) => caseIds.length >= rootCauseRule.cases);
}

export function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 && other.size === 0) return 0;
  let common = 0;
  for (const pair of one) if (other.has(pair)) common += 1;
  return common / (one.size + other.size - common);
}

const metresOfDegree = 111_195;

/** Good to a few centimetres over the hundred metres that matter here. */
function metresBetween(one: ComparedCase, other: ComparedCase): number | null {
  if (!one.position || !other.position) return null;
  const [lon, lat] = one.position;
  const [otherLon, otherLat] = other.position;
  const across = (otherLon - lon) * Math.cos((((lat + otherLat) / 2) * Math.PI) / 180);
  return Math.round(Math.hypot(across, otherLat - lat) * metresOfDegree);
}
