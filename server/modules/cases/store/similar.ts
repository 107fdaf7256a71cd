// SQL behind cases alike: bounded candidates from the open ones, and the history of one address.
import { type SqlBool, sql } from 'kysely';
import { terminals } from '#contract/cases/machine.ts';
import type { Context } from '#kernel/context.ts';
import { inAreas } from '#kernel/scope.ts';

export type ComparedRow = Awaited<ReturnType<typeof openAtPlace>>[number];

/** More open cases of one building are not compared; the newest are. */
const candidatesMax = 200;
/** Written out: the partial indexes are used only where the condition is theirs to the letter. */
const isOpen = sql<SqlBool>`c.status not in (${sql.join(terminals.map((status) => sql.lit(status)))})`;
/** Degrees of latitude: 50 metres and a little. */
const nearDegrees = 0.0006;

function compared(context: Context) {
  return context.db
    .selectFrom('cases as c')
    .select([
      'c.id',
      'c.number',
      'c.version',
      'c.kind',
      'c.title',
      'c.text',
      'c.place_text',
      'c.matter_code',
      'c.suggested_matter',
      'c.status',
      'c.request_type',
      'c.area_id',
      'c.area_path',
      'c.longitude',
      'c.latitude',
      'c.reported_at',
      'c.reported_by',
      'c.requester_count',
      'c.parent_id',
    ])
    .where('c.street_id', '=', context.streetId);
}

/** Open cases at a place or below it. */
export async function openAtPlace(context: Context, path: string, since: Date) {
  return await compared(context)
    .where(isOpen)
    .where(inAreas('c.area_path', [path]))
    .where('c.reported_at', '>=', since.toISOString())
    .orderBy('c.reported_at', 'desc')
    .limit(candidatesMax)
    .execute();
}

/** Open cases within some fifty metres; the caller measures. */
export async function openAtPosition(
  context: Context,
  [longitude, latitude]: readonly [number, number],
  since: Date,
) {
  const across = nearDegrees / Math.max(0.1, Math.cos((latitude * Math.PI) / 180));
  return await compared(context)
    .where(isOpen)
    .where('c.latitude', 'is not', null)
    .where('c.latitude', '>=', latitude - nearDegrees)
    .where('c.latitude', '<=', latitude + nearDegrees)
    .where('c.longitude', '>=', longitude - across)
    .where('c.longitude', '<=', longitude + across)
    .where('c.reported_at', '>=', since.toISOString())
    .orderBy('c.reported_at', 'desc')
    .limit(candidatesMax)
    .execute();
}

export async function comparedCases(context: Context, caseIds: readonly string[]) {
  if (caseIds.length === 0) return [];
  return await compared(context)
    .where('c.id', '=', sql<string>`any(${[...caseIds]}::uuid[])`)
    .execute();
}

/** Cases linked to a root cause; whistles hang on their case in the same column and are not meant. */
export async function linkedTo(context: Context, rootId: string, limit: number) {
  return await compared(context)
    .where('c.parent_id', '=', rootId)
    .where('c.kind', '<>', 'whistle')
    .orderBy('c.reported_at')
    .limit(limit)
    .execute();
}

/** Earlier cases of one address, newest first. */
export async function historyOf(context: Context, areaId: string, before: string, limit: number) {
  return await compared(context)
    .select(['c.closed_at', 'c.result', 'c.answer', 'c.solved'])
    .where('c.area_id', '=', areaId)
    .where('c.reported_at', '<=', before)
    .orderBy('c.reported_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(limit)
    .execute();
}

/** Case → keys of its requesters (account or blind index of the phone), and whether one asked to stay hidden. */
export async function requesterKeys(
  context: Context,
  caseIds: readonly string[],
): Promise<Map<string, { keys: Set<string>; accounts: Set<string>; hidden: boolean }>> {
  const found = new Map<string, { keys: Set<string>; accounts: Set<string>; hidden: boolean }>();
  if (caseIds.length === 0) return found;
  const rows = await context.db
    .selectFrom('case_requesters')
    .select(['case_id', 'account_id', 'phone_tail_index', 'name', 'hidden'])
    .where('street_id', '=', context.streetId)
    .where('case_id', '=', sql<string>`any(${[...caseIds]}::uuid[])`)
    .execute();
  for (const row of rows) {
    const known = found.get(row.case_id) ?? { keys: new Set(), accounts: new Set(), hidden: false };
    // Four digits are shared by many: together with the name they are one person's.
    if (row.phone_tail_index) known.keys.add(`${row.phone_tail_index} ${row.name}`);
    if (row.account_id) {
      known.keys.add(row.account_id);
      known.accounts.add(row.account_id);
    }
    known.hidden ||= row.hidden;
    found.set(row.case_id, known);
  }
  return found;
}
