import { type Kysely, sql } from 'kysely';
import pg from 'pg';
import { fromKysely, PgBoss } from 'pg-boss';
import type { Context } from '#kernel/context.ts';
import { appRole } from '#kernel/database/database.ts';
import type { Tables } from '#kernel/database/tables.ts';
import { inTransaction } from '#kernel/database/transaction.ts';
import { sealAll } from '#kernel/events/sealer.ts';
import type { Street } from '#kernel/http/streets.ts';
import type { Kernel } from '#kernel/kernel.ts';
import type { Reaction, Schedule, StoredEvent } from '#kernel/module.ts';
import { takeUpLeftover } from './leftover.ts';

const reactionQueue = 'reactions';
const sealEveryMs = 500;
const schema = 'pgboss';
/** A job whose process or database died under it is tried again within a minute or two, one that fails less and less often. */
const patience = {
  retryLimit: 10,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 600,
  expireInSeconds: 7200,
  heartbeatSeconds: 30,
};

interface ReactionJob {
  streetId: number;
  eventId: string;
  reaction: string;
}

export interface Worker {
  state(): 'running' | 'off' | 'stopped';
  stop(): Promise<void>;
}

/**
 * The job queue. Jobs of an event are enqueued in the event's transaction; here they run, each in a
 * transaction of its own, at least once, remembered by event and reaction so that a repeat does nothing.
 * `work: false` only enqueues, where a worker process runs apart.
 */
export async function startWorker(
  kernel: Kernel,
  ownerUrl: string,
  options: { work: boolean },
): Promise<Worker> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema,
    max: 3,
    application_name: 'jia-jobs',
    supervise: options.work,
    schedule: options.work,
  });
  boss.on('error', (error) => kernel.services.log.error({ error: error.name }, 'job queue'));
  await boss.start();
  await boss.createQueue(reactionQueue, patience);
  // A queue of an earlier start keeps what it was made with.
  await boss.updateQueue(reactionQueue, patience);
  await grantQueue(ownerUrl);
  if (options.work) await takeUpLeftover(ownerUrl, schema);
  kernel.enqueue = (db, streetId, events) => enqueueReactions(kernel, boss, db, streetId, events);

  let state: 'running' | 'off' | 'stopped' = options.work ? 'running' : 'off';
  let sealing: Promise<unknown> = Promise.resolve();
  const timer = options.work
    ? setInterval(() => {
        sealing = sealing
          .then(() => sealAll(kernel.db, kernel.services.crypto, kernel.services.clock))
          .catch(() => {});
      }, sealEveryMs)
    : null;
  if (options.work) {
    await boss.work<ReactionJob>(
      reactionQueue,
      { batchSize: 100, pollingIntervalSeconds: 0.5 },
      async (jobs) =>
        await runReactions(
          kernel,
          jobs.map(({ data }) => data),
        ),
    );
    await registerSchedules(kernel, boss);
  }

  return {
    state: () => state,
    stop: async () => {
      state = 'stopped';
      if (timer) clearInterval(timer);
      await sealing;
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
}

async function enqueueReactions(
  kernel: Kernel,
  boss: PgBoss,
  db: Kysely<Tables>,
  streetId: number,
  events: Parameters<Kernel['enqueue']>[2],
): Promise<void> {
  const jobs = events.flatMap(({ id: eventId, name, data }) =>
    (kernel.reactions.get(name) ?? [])
      .filter(({ heeds }) => heeds?.(data) ?? true)
      .map((reaction) => ({ data: { streetId, eventId, reaction: reaction.name } satisfies ReactionJob })),
  );
  if (jobs.length === 0) return;
  await boss.insert(reactionQueue, jobs, { db: fromKysely(db) });
}

/**
 * Runs each reaction once. Those of a street share a transaction, since most of their cost is opening one; where one
 * of them fails, each has its own, and what still fails leaves the jobs to be tried again.
 */
export async function runReactions(kernel: Kernel, jobs: readonly ReactionJob[]): Promise<void> {
  for (const [streetId, own] of Map.groupBy(jobs, (job) => job.streetId)) {
    const street = await kernel.streets.byId(streetId);
    if (!street) continue;
    const together = (some: readonly ReactionJob[]) =>
      inTransaction(kernel.db, (transaction) => reactTo(kernel, street, transaction, some));
    try {
      await together(own);
    } catch (error) {
      if (own.length === 1) throw error;
      let failure: unknown;
      for (const job of own)
        await together([job]).catch((fault) => {
          failure ??= fault;
        });
      if (failure) throw failure;
    }
  }
}

async function reactTo(
  kernel: Kernel,
  street: Street,
  transaction: Kysely<Tables>,
  jobs: readonly ReactionJob[],
): Promise<void> {
  const context = kernel.systemContext(street, transaction);
  const first = await transaction
    .insertInto('reactions_done')
    .values(
      jobs.map(({ streetId, eventId, reaction }) => ({
        street_id: streetId,
        event_id: eventId,
        reaction,
        done_at: context.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning(['event_id', 'reaction'])
    .execute();
  if (first.length === 0) return;
  const events = await readEvents(transaction, street.streetId, [
    ...new Set(first.map(({ event_id }) => event_id)),
  ]);
  const isDue = (event: StoredEvent, { name, heeds }: Reaction) =>
    first.some((one) => one.event_id === event.id && one.reaction === name) && (heeds?.(event.data) ?? true);
  const due = events.flatMap((event) =>
    (kernel.reactions.get(event.name) ?? [])
      .filter((reaction) => isDue(event, reaction))
      .map((reaction) => ({ reaction, event })),
  );
  // Those that are handed over together come at the place of the first of them.
  const together = Map.groupBy(due, ({ reaction, event }) => (reaction.runMany ? reaction.name : event.id));
  for (const own of together.values()) await reactIn(kernel.systemContext(street, transaction), own);
}

async function reactIn(
  context: Context,
  due: readonly { reaction: Reaction; event: StoredEvent }[],
): Promise<void> {
  const [gathered] = due;
  if (gathered?.reaction.runMany)
    await gathered.reaction.runMany(
      context,
      due.map(({ event }) => event),
    );
  else for (const { reaction, event } of due) await reaction.run(context, event);
}

/** In the order in which they happened. */
async function readEvents(
  db: Kysely<Tables>,
  streetId: number,
  eventIds: readonly string[],
): Promise<StoredEvent[]> {
  const rows = await db
    .selectFrom('events')
    .select(['id', 'at', 'name', 'subject_id', 'actor_id', 'to_state', 'data'])
    .where('street_id', '=', streetId)
    .where('id', '=', sql<string>`any(${[...eventIds]}::uuid[])`)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    name: row.name,
    subjectId: row.subject_id,
    actorId: row.actor_id,
    to: row.to_state,
    data: row.data,
  }));
}

async function registerSchedules(kernel: Kernel, boss: PgBoss): Promise<void> {
  for (const schedule of kernel.modules.flatMap((module) => module.schedules ?? [])) {
    const queue = `schedule.${schedule.name}`;
    await boss.createQueue(queue, { policy: 'singleton', retryLimit: 1 });
    await boss.work(queue, async () => await runSchedule(kernel, schedule));
    await boss.schedule(queue, schedule.cron, null, { tz: 'Asia/Shanghai' });
  }
}

/** Once per street, each in its own transaction: one street's fault does not stop the next. */
export async function runSchedule(kernel: Kernel, schedule: Schedule): Promise<void> {
  for (const street of await kernel.streets.all()) {
    try {
      await inTransaction(kernel.db, (transaction) =>
        schedule.run(kernel.systemContext(street, transaction)),
      );
    } catch (error) {
      kernel.services.log.error(
        { schedule: schedule.name, street: street.streetId, error: String((error as Error).name) },
        'schedule failed',
      );
    }
  }
}

/** Services enqueue as the app role; the queue's tables belong to the owner. */
async function grantQueue(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`grant usage on schema ${schema} to ${appRole}`);
    await client.query(
      `grant select, insert, update, delete on all tables in schema ${schema} to ${appRole}`,
    );
    await client.query(`grant execute on all functions in schema ${schema} to ${appRole}`);
  } finally {
    await client.end();
  }
}
