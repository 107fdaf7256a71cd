// SQL of the ledgers: what each is a list of, and the rows of a page with what the sheet says of their cases.
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Ledger } from '#contract/cases/ledgers/endpoints.ts';
import type { Context } from '#kernel/context.ts';
import { inAreas } from '#kernel/scope.ts';
import { readPaths } from '../policy.ts';

interface Entry {
  row_id: string;
  at: string;
  case_id: string;
  more: Record<string, string | number | null>;
}

/** Entries of a ledger: when, of which case, and what only this ledger says. */
const entries: Record<Ledger, (streetId: number) => RawBuilder<Entry>> = {
  intake: (streetId) => sql`select id::text as row_id, reported_at as at, id as case_id, '{}'::jsonb as more
    from cases where street_id = ${streetId} and status <> 'draft'`,
  handling: (streetId) => sql`select id::text as row_id, reported_at as at, id as case_id, '{}'::jsonb as more
    from cases where street_id = ${streetId} and status <> 'draft' and lead_id is not null`,
  suspension: (streetId) => sql`select case_id::text || '.' || seq as row_id, at, case_id,
      jsonb_build_object('plan', note, 'until', data->>'until', 'by', actor_name, 'step', name) as more
    from case_steps where street_id = ${streetId} and name in ('suspend', 'renew_suspension')`,
  callback: (streetId) => sql`select id::text as row_id, at, case_id, jsonb_build_object('by', by_name,
      'outcome', outcome, 'contacted', contacted, 'solved', solved, 'satisfaction', satisfaction,
      'words', words) as more
    from case_callbacks where street_id = ${streetId}`,
  signature: (streetId) => sql`select case_id::text || '.' || round || '.' || level as row_id, at, case_id,
      jsonb_build_object('round', round, 'level', level, 'signer', signer, 'onBehalfOf', on_behalf_of,
      'role', role, 'instruction', instruction, 'way', way, 'digest', left(digest, 16),
      'minutes', round(extract(epoch from at - since) / 60)) as more
    from case_signatures where street_id = ${streetId}`,
};

export interface LedgerSpan {
  from: Date | undefined;
  to: Date | undefined;
  areaPath: string | undefined;
}

const inSpan = (context: Context, ledger: Ledger, span: LedgerSpan) => {
  const where: RawBuilder<SqlBool>[] = [sql<SqlBool>`${inAreas('c.area_path', readPaths(context.actor))}`];
  if (span.areaPath) where.push(sql<SqlBool>`${inAreas('c.area_path', [span.areaPath])}`);
  if (span.from) where.push(sql<SqlBool>`x.at >= ${span.from}`);
  if (span.to) where.push(sql<SqlBool>`x.at < ${span.to}`);
  return sql`from (${entries[ledger](context.streetId)}) as x
    join cases c on c.street_id = ${context.streetId} and c.id = x.case_id
    where ${sql.join(where, sql` and `)}`;
};

const stepAt = (streetId: number, name: string) => sql`(select min(s.at) from case_steps s
  where s.street_id = ${streetId} and s.case_id = c.id and s.name = ${name})`;

export interface LedgerRow extends Entry {
  number: string;
  title: string;
  lead_name: string | null;
  due_at: string | null;
  status: string;
  closed_at: string | null;
  external_number: string | null;
  kind: string;
  matter_code: string | null;
  place_text: string;
  finished_at: string | null;
  round: number;
  result: string | null;
  dispatched_at: string | null;
  accepted_at: string | null;
  contacted_at: string | null;
}

/** Newest first; one row more than `limit`. Instants are ISO text. */
export async function listLedgerRows(
  context: Context,
  ledger: Ledger,
  span: LedgerSpan,
  { after, limit }: { after: { at: string; id: string } | null; limit: number },
): Promise<LedgerRow[]> {
  const { streetId } = context;
  const place = after ? sql`and (x.at, x.row_id) < (${after.at}::timestamptz, ${after.id})` : sql``;
  const found = await sql<LedgerRow>`
    select x.row_id, x.at, x.case_id, x.more, c.number, c.title, c.lead_name, c.due_at, c.status, c.closed_at,
      c.external_number, c.kind, c.matter_code, c.place_text, c.finished_at, c.round, c.result,
      ${stepAt(streetId, 'dispatch')} as dispatched_at, ${stepAt(streetId, 'accept')} as accepted_at,
      (select min(k.at) from case_contacts k
        where k.street_id = ${streetId} and k.case_id = c.id and k.outcome = 'reached') as contacted_at
    ${inSpan(context, ledger, span)} ${place}
    order by x.at desc, x.row_id desc limit ${limit + 1}`.execute(context.db);
  return found.rows;
}

export async function countLedgerRows(context: Context, ledger: Ledger, span: LedgerSpan, max: number) {
  const found = await sql<{ count: number }>`
    select count(*)::integer as count from (select 1 ${inSpan(context, ledger, span)} limit ${max}) as counted`.execute(
    context.db,
  );
  return found.rows[0]?.count ?? 0;
}

export async function firstRequesters(context: Context, caseIds: readonly string[]) {
  if (caseIds.length === 0) return [];
  return await context.db
    .selectFrom('case_requesters')
    .distinctOn('case_id')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('case_id', 'in', [...caseIds])
    .orderBy('case_id')
    .orderBy('added_at')
    .execute();
}

/** On the long-term ledger by next review; or closed apart, newest first. One row more than `limit`. */
export async function listSuspendedRows(
  context: Context,
  which: 'suspended' | 'special',
  areaPath: string | undefined,
  { after, limit }: { after: { at: string; id: string } | null; limit: number },
) {
  const order = which === 'suspended' ? sql`coalesce(c.suspended_until, c.suspended_at)` : sql`c.closed_at`;
  const narrowed = areaPath ? sql`and ${inAreas('c.area_path', [areaPath])}` : sql``;
  const place = after
    ? sql`and (${order}, c.id) ${which === 'suspended' ? sql`>` : sql`<`} (${after.at}::timestamptz, ${after.id}::uuid)`
    : sql``;
  const direction = which === 'suspended' ? sql`asc` : sql`desc`;
  const found = await sql<SuspendedEntry>`
    select c.id, ${order} as place, last.note as plan, last.actor_name as by_name, first.at as since,
      (select count(*)::integer from case_steps r where r.street_id = ${context.streetId}
        and r.case_id = c.id and r.name = 'renew_suspension' and r.seq > first.seq) as renewals
    from cases c
    left join lateral (select s.note, s.actor_name from case_steps s where s.street_id = ${context.streetId}
      and s.case_id = c.id and s.name = any(${[...plansOf[which]]}::text[]) order by s.seq desc limit 1) as last on true
    left join lateral (select s.at, s.seq from case_steps s where s.street_id = ${context.streetId}
      and s.case_id = c.id and s.name = ${plansOf[which][0]} order by s.seq desc limit 1) as first on true
    where c.street_id = ${context.streetId} and ${conditionOf[which]}
      and ${inAreas('c.area_path', readPaths(context.actor))} ${narrowed} ${place}
    order by ${order} ${direction}, c.id ${direction} limit ${limit + 1}`.execute(context.db);
  return found.rows;
}

export interface SuspendedEntry {
  id: string;
  place: string;
  plan: string | null;
  by_name: string | null;
  since: string | null;
  renewals: number;
}

const plansOf = {
  suspended: ['suspend', 'renew_suspension'],
  special: ['close_special'],
} as const;
const conditionOf = {
  suspended: sql<SqlBool>`c.status = 'suspended'`,
  special: sql<SqlBool>`c.status = 'closed' and c.closure_type in ('special', 'error')`,
};

export async function casesByIds(context: Context, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return await context.db
    .selectFrom('cases')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('id', 'in', [...ids])
    .execute();
}
