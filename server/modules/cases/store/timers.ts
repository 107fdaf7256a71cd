// SQL of the clocks of cases, of the limits in versions, and of recounts on their way.
import { sql } from 'kysely';
import type { SlaContent } from '#contract/cases/sla.ts';
import type { Context } from '#kernel/context.ts';
import type { CaseClock } from '../clocks/count.ts';

export async function clocksOf(context: Context, caseId: string): Promise<CaseClock[]> {
  const rows = await context.db
    .selectFrom('case_timers')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('case_id', '=', caseId)
    .orderBy('started_at')
    .orderBy('timer')
    .orderBy('part')
    .execute();
  return rows.map((row) => ({
    timer: row.timer,
    part: row.part,
    clock: row.clock,
    startedAt: row.started_at,
    dueAt: row.due_at,
    firstDueAt: row.first_due_at,
    pausedAt: row.paused_at,
    stoppedAt: row.stopped_at,
    yellowAt: row.yellow_at,
    given: row.given,
    alarmAt: row.alarm_at,
    guessed: row.guessed,
  }));
}

const sameClock = (one: CaseClock, other: CaseClock) => one.timer === other.timer && one.part === other.part;

export async function deleteClocks(
  context: Context,
  caseId: string,
  before: readonly CaseClock[],
  after: readonly CaseClock[],
): Promise<void> {
  for (const gone of before.filter((one) => !after.some((other) => sameClock(one, other))))
    await context.db
      .deleteFrom('case_timers')
      .where('street_id', '=', context.streetId)
      .where('case_id', '=', caseId)
      .where('timer', '=', gone.timer)
      .where('part', '=', gone.part)
      .execute();
}

/** Part of the statement that writes a step: `moved` is the case it is about. */
export const savingClocks = (clocks: readonly CaseClock[]) => sql`
  insert into case_timers (street_id, case_id, timer, part, clock, started_at, due_at, first_due_at, paused_at,
    stopped_at, yellow_at, given, alarm_at, guessed)
  select moved.street_id, moved.id, c.timer, c.part, c.clock, c."startedAt", c."dueAt", c."firstDueAt", c."pausedAt",
    c."stoppedAt", c."yellowAt", c.given, c."alarmAt", c.guessed
  from moved, jsonb_to_recordset(${JSON.stringify(clocks)}::jsonb) as c(timer text, part integer, clock text,
    "startedAt" timestamptz, "dueAt" timestamptz, "firstDueAt" timestamptz, "pausedAt" timestamptz,
    "stoppedAt" timestamptz, "yellowAt" timestamptz, given integer, "alarmAt" timestamptz, guessed boolean)
  on conflict (street_id, case_id, timer, part) do update set clock = excluded.clock,
    started_at = excluded.started_at, due_at = excluded.due_at, first_due_at = excluded.first_due_at,
    paused_at = excluded.paused_at, stopped_at = excluded.stopped_at, yellow_at = excluded.yellow_at,
    given = excluded.given, alarm_at = excluded.alarm_at, guessed = excluded.guessed`;

/** Cases with a clock whose next warning is due, the longest waiting first. */
export async function casesToWarn(context: Context, limit: number): Promise<string[]> {
  const rows = await context.db
    .selectFrom('case_timers')
    .select(['case_id', (build) => build.fn.min('alarm_at').as('first')])
    .where('street_id', '=', context.streetId)
    .where('alarm_at', '<=', context.now.toISOString())
    .groupBy('case_id')
    .orderBy('first')
    .limit(limit)
    .execute();
  return rows.map(({ case_id }) => case_id);
}

export async function limitVersions(context: Context) {
  return await context.db
    .selectFrom('case_limits')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .orderBy('valid_from')
    .orderBy('version')
    .execute();
}

export async function insertLimits(
  context: Context,
  row: { version: string; validFrom: string; content: SlaContent; reason: string },
): Promise<void> {
  await context.db
    .insertInto('case_limits')
    .values({
      street_id: context.streetId,
      version: row.version,
      valid_from: row.validFrom,
      content: JSON.stringify(row.content),
      reason: row.reason,
      set_at: context.now,
      set_by: context.actor.displayName,
    })
    .execute();
}

/** Asks for a recount from the beginning; one that is on its way begins anew. */
export async function askRecount(context: Context, reason: string): Promise<void> {
  const row = { reason, asked_at: context.now, after_case: null };
  await context.db
    .insertInto('case_recounts')
    .values({ street_id: context.streetId, ...row })
    .onConflict((conflict) => conflict.column('street_id').doUpdateSet(row))
    .execute();
}

export async function recountAsked(context: Context) {
  return await context.db
    .selectFrom('case_recounts')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .executeTakeFirst();
}

/** How far it has come; null ends it. Only the recount that was read, not one asked for meanwhile. */
export async function noteRecount(
  context: Context,
  askedAt: string,
  afterCase: string | null,
): Promise<void> {
  const { db, streetId } = context;
  if (afterCase === null)
    await db
      .deleteFrom('case_recounts')
      .where('street_id', '=', streetId)
      .where('asked_at', '=', askedAt)
      .execute();
  else
    await db
      .updateTable('case_recounts')
      .set({ after_case: afterCase })
      .where('street_id', '=', streetId)
      .where('asked_at', '=', askedAt)
      .execute();
}

/** Cases with a running clock, by id. */
export async function casesRunning(context: Context, after: string | null, limit: number): Promise<string[]> {
  let query = context.db
    .selectFrom('case_timers')
    .select('case_id')
    .distinct()
    .where('street_id', '=', context.streetId)
    .where('stopped_at', 'is', null)
    .orderBy('case_id')
    .limit(limit);
  if (after !== null) query = query.where('case_id', '>', after);
  return (await query.execute()).map(({ case_id }) => case_id);
}
