// Open cases like one that is written or decided: candidates by place, then by matter; the text only orders.
import type { SimilarReason } from '#contract/cases/suggest.ts';
import type { Context } from '#kernel/context.ts';
import type { GazetteerPlace } from '../locate/match.ts';
import { type ComparedCase, rankSimilar } from '../locate/similar.ts';
import { chainOf, type KnownPlaces, knownPlaces } from '../places.ts';
import { type ComparedRow, openAtPlace, openAtPosition, requesterKeys } from '../store/similar.ts';

export interface Fresh {
  caseId: string;
  /** Chosen or suggested; one is enough to be alike. */
  matterCodes: readonly string[];
  areaPath: string | null;
  position: readonly [number, number] | null;
  requesterKeys: ReadonlySet<string>;
  reportedAt: Date;
  text: string;
}

export interface Alike {
  row: ComparedRow;
  reason: SimilarReason;
  score: number;
  metres: number | null;
  hidden: boolean;
  accounts: ReadonlySet<string>;
}

/** How much a reason weighs; the likeness of the texts adds the rest. */
const reasonScores: Record<SimilarReason, number> = {
  same_requester: 0.85,
  same_entrance: 0.75,
  same_building: 0.55,
  near: 0.45,
};
const likenessShare = 0.15;
const daysBack = 90;

export async function findAlike(context: Context, fresh: Fresh, limit: number): Promise<Alike[]> {
  const known = await knownPlaces(context);
  const rows = await candidates(context, fresh, known);
  const requesters = await requesterKeys(
    context,
    rows.map(({ id }) => id),
  );
  const comparable = rows.map((row): ComparedCase => {
    const keys = requesters.get(row.id)?.keys ?? new Set();
    const same = [...fresh.requesterKeys].some((key) => keys.has(key));
    return comparedOf(row, fresh.matterCodes, same, known);
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return rankSimilar(freshOf(fresh, known), comparable, limit).flatMap((found) => {
    const row = byId.get(found.caseId);
    const who = requesters.get(found.caseId);
    if (!row) return [];
    return [
      {
        row,
        reason: found.reason,
        score: Math.round((reasonScores[found.reason] + likenessShare * found.likeness) * 1000) / 1000,
        metres: found.metres,
        hidden: row.request_type === 'report' || (who?.hidden ?? false),
        accounts: who?.accounts ?? new Set<string>(),
      },
    ];
  });
}

async function candidates(context: Context, fresh: Fresh, known: KnownPlaces): Promise<ComparedRow[]> {
  if (fresh.matterCodes.length === 0) return [];
  const since = new Date(fresh.reportedAt.getTime() - daysBack * 86_400_000);
  const door = fresh.areaPath === null ? null : doorsOf(fresh.areaPath, known).buildingPath;
  const atPlace = door === null ? [] : await openAtPlace(context, door, since);
  const around = fresh.position === null ? [] : await openAtPosition(context, fresh.position, since);
  const rows = new Map([...atPlace, ...around].map((row) => [row.id, row]));
  rows.delete(fresh.caseId);
  return [...rows.values()];
}

const requester = 'requester';
const matter = 'matter';

const freshOf = (fresh: Fresh, known: KnownPlaces): ComparedCase => ({
  caseId: fresh.caseId,
  category: matter,
  ...(fresh.areaPath === null ? noDoors : doorsOf(fresh.areaPath, known)),
  position: fresh.position ? [...fresh.position] : null,
  requester,
  reportedAt: fresh.reportedAt.getTime(),
  text: fresh.text,
});

export function comparedOf(
  row: ComparedRow,
  matterCodes: readonly string[],
  sameRequester: boolean,
  known: KnownPlaces,
): ComparedCase {
  const code = row.matter_code ?? row.suggested_matter;
  return {
    caseId: row.id,
    category: code !== null && matterCodes.includes(code) ? matter : code,
    ...doorsOf(row.area_path, known),
    position: row.longitude === null || row.latitude === null ? null : [row.longitude, row.latitude],
    requester: sameRequester ? requester : null,
    reportedAt: Date.parse(row.reported_at),
    text: row.text,
  };
}

const noDoors = { entrancePath: null, buildingPath: null };

/** Stairwell and building of a place. A courtyard without buildings is one building; a whole grid is none. */
export function doorsOf(
  path: string,
  known: KnownPlaces,
): { entrancePath: string | null; buildingPath: string | null } {
  const chain = chainOf(path, ['estate', 'building', 'entrance'], known);
  const at = (level: GazetteerPlace['level']) => chain.find((place) => place.level === level)?.path ?? null;
  const entrancePath = at('entrance');
  const own = chain.at(-1)?.level === 'estate' ? path : null;
  return { entrancePath, buildingPath: at('building') ?? entrancePath ?? own };
}
