// What the system administrator sees of the database: figures only, no rows of residents.
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';

export async function readDatabaseFacts(context: Context) {
  const facts = await sql<{ version: string; bytes: number; connections: number; commit: string }>`
    select current_setting('server_version') as version, pg_database_size(current_database()) as bytes,
      (select count(*) from pg_stat_activity where datname = current_database()) as connections,
      current_setting('synchronous_commit') as commit`.execute(context.db);
  const [row] = facts.rows;
  return {
    version: row?.version ?? '',
    megabytes: Math.round((row?.bytes ?? 0) / 1_048_576),
    connections: row?.connections ?? 0,
    synchronousCommit: row?.commit !== 'off',
  };
}

export async function readTrailFacts(context: Context) {
  const head = await context.db
    .selectFrom('event_heads')
    .select('seq')
    .where('street_id', '=', context.streetId)
    .executeTakeFirst();
  const waiting = await context.db
    .selectFrom('event_queue as q')
    .innerJoin('events as e', (join) =>
      join.onRef('e.street_id', '=', 'q.street_id').onRef('e.id', '=', 'q.event_id'),
    )
    .select([
      (build) => build.fn.countAll<number>().as('count'),
      (build) => build.fn.min('e.at').as('oldest'),
    ])
    .where('q.street_id', '=', context.streetId)
    .where('e.street_id', '=', context.streetId)
    .executeTakeFirstOrThrow();
  const oldest: string | null = waiting.oldest;
  return {
    sealedSeq: head?.seq ?? 0,
    unsealedCount: waiting.count,
    sealingLagSeconds: oldest ? seconds(context.now.getTime() - Date.parse(oldest)) : 0,
    headPublishedFor: await lastPublishedDay(context),
  };
}

/** The audit module announces each head it publishes; the announcement carries the day. */
async function lastPublishedDay(context: Context): Promise<string | null> {
  const published = await context.db
    .selectFrom('events')
    .select('subject_id')
    .where('street_id', '=', context.streetId)
    .where('name', '=', 'audit.head_published')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return published?.subject_id ?? null;
}

/** Jobs of the whole deployment; null before the queue has ever been started on this database. */
export async function readQueueFacts(context: Context) {
  const table = await sql<{ name: string | null }>`select to_regclass('pgboss.job')::text as name`.execute(
    context.db,
  );
  if (!table.rows[0]?.name) return null;
  const jobs = await sql<{ state: string; count: number; oldest: string | null }>`
    select state::text as state, count(*) as count, min(created_on) filter (where start_after <= ${context.now}) as oldest
    from pgboss.job where state in ('created', 'retry', 'active', 'failed') group by state`.execute(
    context.db,
  );
  const of = (...states: string[]) => jobs.rows.filter((row) => states.includes(row.state));
  const sum = (...states: string[]) => of(...states).reduce((total, row) => total + row.count, 0);
  const oldest = of('created', 'retry')
    .flatMap((row) => row.oldest ?? [])
    .sort()[0];
  return {
    waiting: sum('created', 'retry'),
    running: sum('active'),
    failed: sum('failed'),
    oldestWaitingSeconds: oldest ? seconds(context.now.getTime() - Date.parse(oldest)) : 0,
  };
}

const seconds = (ms: number): number => Math.max(0, Math.round(ms / 1000));
