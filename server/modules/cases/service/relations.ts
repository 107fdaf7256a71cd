// What stands beside a case on the desk: cases alike, the history of its address, and one cause behind several.
import type { CaseRelations, listSimilar as similarEndpoint } from '#contract/cases/suggest.ts';
import type { InputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { spokenName } from '../locate/place.ts';
import { type RootCause, rootCauses } from '../locate/similar.ts';
import { knownPlaces } from '../places.ts';
import { readPaths } from '../policy.ts';
import { isOpen } from '../rules.ts';
import { type CaseRow, findCaseRow } from '../store/cases.ts';
import { matterNames } from '../store/matters.ts';
import { type ComparedRow, historyOf, linkedTo, openAtPlace, requesterKeys } from '../store/similar.ts';
import { type Alike, comparedOf, doorsOf, findAlike } from './alike.ts';
import { loadReadable } from './load.ts';
import { suggestMatters } from './matters.ts';

const similarMax = 10;
const historyMax = 20;
const linkedMax = 50;

export async function listSimilar(
  context: Context,
  input: InputOf<typeof similarEndpoint>,
): Promise<CaseRelations> {
  const { row } = await loadReadable(context, input.caseId);
  const { matters } = await suggestMatters(context, row.text);
  const codes = row.matter_code ? [row.matter_code] : matters.slice(0, 1).map(({ code }) => code);
  const readable = ({ area_path }: { area_path: string }) =>
    readPaths(context.actor).some((path) => area_path.startsWith(path));

  const alike = isOpen(row.status)
    ? (await findAlike(context, await freshOf(context, row, codes), similarMax * 2)).filter((one) =>
        readable(one.row),
      )
    : [];
  const similar = alike.slice(0, similarMax);
  const listed = new Set([row.id, ...similar.map((one) => one.row.id)]);
  const earlier = row.area_id
    ? await historyOf(context, row.area_id, row.reported_at, historyMax + listed.size)
    : [];
  const history = earlier.filter((one) => !listed.has(one.id) && readable(one)).slice(0, historyMax);
  const cause = await causeOf(context, row, codes, readable);
  const group = await groupOf(context, row, readable);

  const names = await matterNames(
    context,
    [...similar.map((one) => one.row), ...history, ...(cause?.rows ?? []), ...(group?.linked ?? []), row].map(
      ({ matter_code }) => matter_code,
    ),
  );
  const view = (one: ComparedRow) => viewCompared(one, names);
  return {
    matters,
    similar: similar.map((one) => viewAlike(one, names)),
    history: history.map((one) => ({
      ...view(one),
      closedAt: one.closed_at,
      result: one.answer ?? one.result,
      solved: one.solved,
    })),
    rootCause: cause && {
      ...cause.where,
      matter: { code: cause.category, name: names.get(cause.category) ?? '' },
      cases: cause.rows.map(view),
    },
    group: group && { root: group.root, linked: group.linked.map(view) },
  };
}

async function freshOf(context: Context, row: CaseRow, matterCodes: readonly string[]) {
  const requesters = await requesterKeys(context, [row.id]);
  return {
    caseId: row.id,
    matterCodes,
    areaPath: row.area_id ? row.area_path : null,
    position:
      row.longitude === null || row.latitude === null ? null : ([row.longitude, row.latitude] as const),
    requesterKeys: requesters.get(row.id)?.keys ?? new Set<string>(),
    reportedAt: new Date(row.reported_at),
    text: row.text,
  };
}

type Readable = (row: { area_path: string }) => boolean;

/** The group of one matter in one stairwell that this case is part of. */
async function causeOf(context: Context, row: CaseRow, codes: readonly string[], readable: Readable) {
  const known = await knownPlaces(context);
  const { entrancePath } = doorsOf(row.area_path, known);
  const [category] = codes;
  if (entrancePath === null || category === undefined || !isOpen(row.status)) return null;
  const since = new Date(context.now.getTime() - rootCauseDays * 86_400_000);
  const open = (await openAtPlace(context, entrancePath, since)).filter(readable);
  const causes = rootCauses(
    open.map((one) => comparedOf(one, [], false, known)),
    context.now.getTime(),
  );
  const cause: RootCause | undefined = causes.find(
    (one) => one.category === category && one.caseIds.includes(row.id),
  );
  if (!cause) return null;
  const place = known.byPath.get(entrancePath);
  return {
    category,
    where: {
      area: {
        areaId: place?.areaId ?? null,
        name: place ? spokenName(place, known.byPath) : row.place_text,
        path: entrancePath,
      },
    },
    rows: open.filter((one) => cause.caseIds.includes(one.id)),
  };
}

const rootCauseDays = 30;

async function groupOf(context: Context, row: CaseRow, readable: Readable) {
  const rootId = row.parent_id !== null && row.kind !== 'whistle' ? row.parent_id : row.id;
  const linked = (await linkedTo(context, rootId, linkedMax)).filter(readable);
  const root = rootId === row.id ? row : await findCaseRow(context, rootId);
  if (!root || linked.length === 0) return null;
  return { root: { caseId: root.id, number: root.number }, linked };
}

const viewAlike = (one: Alike, names: ReadonlyMap<string, string>): CaseRelations['similar'][number] => ({
  ...viewCompared(one.row, names),
  reason: one.reason,
  score: one.score,
  metres: one.metres,
});

const viewCompared = (row: ComparedRow, names: ReadonlyMap<string, string>) => ({
  caseId: row.id,
  number: row.number,
  version: row.version,
  title: row.title,
  placeText: row.place_text,
  matter: row.matter_code ? { code: row.matter_code, name: names.get(row.matter_code) ?? '' } : null,
  status: row.status,
  reportedAt: row.reported_at,
  requesterCount: row.requester_count,
});
