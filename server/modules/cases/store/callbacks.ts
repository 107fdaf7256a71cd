// SQL of the callbacks and of the three rates.
import { type Insertable, type SqlBool, sql } from 'kysely';
import type { RatePart } from '#contract/cases/callback/endpoints.ts';
import type { Kind } from '#contract/cases/machine.ts';
import type { Context } from '#kernel/context.ts';
import type { Tables } from '#kernel/database/tables.ts';
import { inAreas } from '#kernel/scope.ts';
import { confirmPaths, readPaths } from '../policy.ts';

type New<Table extends keyof Tables> = Omit<Insertable<Tables[Table]>, 'street_id'>;

export async function insertCallback(context: Context, row: New<'case_callbacks'>): Promise<void> {
  await context.db
    .insertInto('case_callbacks')
    .values({ ...row, street_id: context.streetId })
    .execute();
}

export async function callbacksOf(context: Context, caseIds: readonly string[]) {
  if (caseIds.length === 0) return [];
  return await context.db
    .selectFrom('case_callbacks')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('case_id', 'in', [...caseIds])
    .orderBy('at')
    .orderBy('id')
    .execute();
}

const urgencyRank = sql<number>`array_position(array['critical','livelihood','ordinary','complex'], c.urgency)`;

/** Where in the list of callbacks a page begins. */
export interface CallbackPlace {
  urgency: number;
  at: string;
  id: string;
}

const waiting = (context: Context) =>
  context.db
    .selectFrom('cases as c')
    .where('c.street_id', '=', context.streetId)
    .where('c.status', 'in', ['resolved', 'confirming'])
    .where(inAreas('c.area_path', confirmPaths(context.actor)));

/** Most urgent first, then who has waited longest; one row more than `limit`. */
export async function listWaitingForCall(
  context: Context,
  { after, limit }: { after: CallbackPlace | null; limit: number },
) {
  const since = sql<string>`coalesce(c.finished_at, c.reported_at)`;
  let query = waiting(context)
    .selectAll('c')
    .select([urgencyRank.as('urgency_rank'), since.as('since')]);
  if (after)
    query = query.where(
      sql<SqlBool>`(${urgencyRank}, ${since}, c.id) > (${after.urgency}, ${after.at}::timestamptz, ${after.id}::uuid)`,
    );
  return await query
    .orderBy(urgencyRank)
    .orderBy(since)
    .orderBy('c.id')
    .limit(limit + 1)
    .execute();
}

export async function countWaitingForCall(context: Context): Promise<number> {
  const { count } = await waiting(context)
    .select((build) => build.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export interface RateSpan {
  /** First and last instant of the span in which a case was to be judged. */
  from: Date;
  to: Date;
  areaPath: string | undefined;
  kind: Kind | undefined;
  /** Cases taken out of the evaluation count with the others; else they are only listed apart. */
  countsExcluded: boolean;
}

/** The day a case is judged by: its date, or its closing where that came first. */
const judgedAt = sql<string>`least(coalesce(c.due_at, c.closed_at), coalesce(c.closed_at, c.due_at))`;

/** When somebody first spoke with the requester. */
const firstContact = (context: Context) => sql`(select min(k.at) from case_contacts k
  where k.street_id = ${context.streetId} and k.case_id = c.id and k.outcome = 'reached')`;
const contactDue = (context: Context) => sql`(select t.due_at from case_timers t
  where t.street_id = ${context.streetId} and t.case_id = c.id and t.timer = 'response')`;
/** The requester's word outweighs the unit's log. */
const contradicted = (context: Context) => sql`coalesce((select b.contacted = 'no' from case_callbacks b
  where b.street_id = ${context.streetId} and b.case_id = c.id and b.outcome = 'reached'
  order by b.at desc limit 1), false)`;

/**
 * What each number counts; a case closed apart is due and may be answered, but is never solved. One whose exclusion
 * was granted (剔除, domain.md 1.5) stays visible as a number of its own.
 */
function conditionOf(context: Context, { countsExcluded }: RateSpan, part: RatePart) {
  const excluded = sql<SqlBool>`coalesce(c.exclusion = 'granted', false)`;
  const responded = sql<SqlBool>`coalesce(${firstContact(context)} <= coalesce(${contactDue(context)}, 'infinity'::timestamptz), false)
    and not ${contradicted(context)}`;
  const apart = sql<SqlBool>`coalesce(c.closure_type in ('special', 'error'), false)`;
  const answered = sql<SqlBool>`(c.solved is not null and c.solved <> 'unreachable' and not ${apart})`;
  const conditions: Record<RatePart, ReturnType<typeof sql<SqlBool>>> = {
    due: sql<SqlBool>`true`,
    responded,
    not_responded: sql<SqlBool>`not (${responded})`,
    answered,
    unreachable: sql<SqlBool>`(c.solved = 'unreachable' and not ${apart})`,
    not_asked: sql<SqlBool>`(c.solved is null and not ${apart})`,
    solved: sql<SqlBool>`(${answered} and c.solved = 'yes')`,
    partly: sql<SqlBool>`(${answered} and c.solved = 'partly')`,
    unsolved: sql<SqlBool>`(${answered} and c.solved = 'no')`,
    satisfied: sql<SqlBool>`(${answered} and c.satisfaction in ('very', 'satisfied', 'basically'))`,
    dissatisfied: sql<SqlBool>`(${answered} and c.satisfaction = 'dissatisfied')`,
    special: apart,
    excluded,
  };
  if (countsExcluded || part === 'excluded') return conditions[part];
  return sql<SqlBool>`(${conditions[part]} and not ${excluded})`;
}

/** Cases with a requester that were to be judged in the span; what was not taken up or joined to another is none. */
const judged = (context: Context, span: RateSpan) =>
  context.db
    .selectFrom('cases as c')
    .where('c.street_id', '=', context.streetId)
    .where(inAreas('c.area_path', readPaths(context.actor)))
    .where('c.status', 'not in', ['draft', 'rejected', 'withdrawn', 'transferred', 'merged'])
    .where(sql<SqlBool>`exists (select 1 from case_requesters r
      where r.street_id = ${context.streetId} and r.case_id = c.id)`)
    .where(
      sql<SqlBool>`${judgedAt} >= ${span.from} and ${judgedAt} < ${span.to} and ${judgedAt} <= ${context.now}`,
    )
    .$if(span.areaPath !== undefined, (query) => query.where(inAreas('c.area_path', [span.areaPath ?? ''])))
    .$if(span.kind !== undefined, (query) => query.where('c.kind', '=', span.kind ?? 'hotline_order'));

export async function countRates(
  context: Context,
  span: RateSpan,
  parts: readonly RatePart[],
): Promise<Record<RatePart, number>> {
  const counts = await judged(context, span)
    .select(
      parts.map((part) => sql<number>`count(*) filter (where ${conditionOf(context, span, part)})`.as(part)),
    )
    .executeTakeFirstOrThrow();
  return counts as Record<RatePart, number>;
}

export async function listRateRows(
  context: Context,
  span: RateSpan,
  part: RatePart,
  { after, limit }: { after: { at: string; id: string } | null; limit: number },
) {
  let query = judged(context, span)
    .selectAll('c')
    .where(conditionOf(context, span, part));
  if (after)
    query = query.where(sql<SqlBool>`(c.due_order, c.id) > (${after.at}::timestamptz, ${after.id}::uuid)`);
  return await query
    .orderBy('c.due_order')
    .orderBy('c.id')
    .limit(limit + 1)
    .execute();
}
