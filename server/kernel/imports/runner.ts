import { randomUUID } from 'node:crypto';
import { importFinished } from '#contract/imports/events.ts';
import type { Context } from '#kernel/context.ts';
import { refreshStatistics } from '#kernel/database/statistics.ts';
import { inTransaction } from '#kernel/database/transaction.ts';
import type { Street } from '#kernel/http/streets.ts';
import type { Kernel } from '#kernel/kernel.ts';
import { Problem } from '#kernel/problem.ts';
import { type BatchDone, writeBatch } from './batch.ts';
import type { ImportDefinition } from './definition.ts';
import { type ScannedRow, scanRows } from './scan.ts';
import { openSource } from './source.ts';
import { advanceImport, changeImport, type ImportRow, insertRefusedRows } from './store.ts';

/** Rows in one transaction: long enough to be quick, short enough to lose little and to hold no lock long. */
export const batchRows = 200;
/** After this a process that stopped renewing its lease counts as dead. */
export const leaseMs = 30_000;
const lookEveryMs = 1_000;

interface Running {
  kernel: Kernel;
  street: Street;
  row: ImportRow;
  definition: ImportDefinition;
  token: string;
}

/** Looks for imports to run until it is stopped; stopping waits for the batch at hand. */
export function startImportRunner(kernel: Kernel, everyMs = lookEveryMs): { stop(): Promise<void> } {
  let stopped = false;
  let wake = () => {};
  const loop = async () => {
    while (!stopped) {
      await runImports(kernel, () => stopped).catch((error: Error) =>
        kernel.services.log.error({ error: error.name }, 'import runner'),
      );
      if (stopped) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, everyMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  const finished = loop();
  return {
    stop: async () => {
      stopped = true;
      wake();
      await finished;
    },
  };
}

/**
 * Runs every import that is started and that no living process holds, one after the other; answers how many
 * it took up. An import that was cut off goes on at the row behind its last batch.
 */
export async function runImports(kernel: Kernel, shouldStop: () => boolean = () => false): Promise<number> {
  let taken = 0;
  for (const street of await kernel.streets.all()) {
    for (let row = await claim(kernel, street); row; row = await claim(kernel, street)) {
      taken += 1;
      await runOne(kernel, street, row, shouldStop);
      if (shouldStop()) return taken;
    }
  }
  return taken;
}

/** Takes the lease of the oldest import that waits or whose runner is gone. */
async function claim(kernel: Kernel, street: Street): Promise<ImportRow | undefined> {
  const now = kernel.services.clock.now();
  return await inTransaction(kernel.db, async (db) => {
    const waiting = await db
      .selectFrom('imports')
      .select('id')
      .where('street_id', '=', street.streetId)
      .where('status', '=', 'running')
      .where((where) =>
        where.or([where('lease_until', 'is', null), where('lease_until', '<', now.toISOString())]),
      )
      .orderBy('id')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (!waiting) return undefined;
    return await db
      .updateTable('imports')
      .set({ lease_token: randomUUID(), lease_until: leaseEnd(kernel) })
      .where('street_id', '=', street.streetId)
      .where('id', '=', waiting.id)
      .returningAll()
      .executeTakeFirstOrThrow();
  });
}

const leaseEnd = (kernel: Kernel) => new Date(kernel.services.clock.now().getTime() + leaseMs);

async function runOne(
  kernel: Kernel,
  street: Street,
  row: ImportRow,
  shouldStop: () => boolean,
): Promise<void> {
  const definition = kernel.modules
    .flatMap((module) => module.imports ?? [])
    .find((candidate) => candidate.name === row.register);
  const token = row.lease_token;
  if (!token) return;
  try {
    if (!definition) throw new Error(`Register ${row.register} is not there any more.`);
    const running = { kernel, street, row, definition, token };
    const ended = await runBatches(running, shouldStop);
    if (ended === 'all') await finish(running);
    else if (ended === 'asked') await release(running);
  } catch (error) {
    kernel.services.log.error({ import: row.id, error: (error as Error).name }, 'import failed');
    await fail({ kernel, street, row }, token, error instanceof Problem ? error.code : 'import.fault');
  }
}

/**
 * Batches after which the planner is told what the tables hold by now: a register that was empty a minute ago would
 * otherwise be read whole for every row that is looked up. Each time some ten times larger.
 */
const analyzeAfter: readonly number[] = [10, 100, 500];

/** `all` rows are written, the process was `asked` to stop, or the lease is `lost`. */
async function runBatches(running: Running, shouldStop: () => boolean): Promise<'all' | 'asked' | 'lost'> {
  const { kernel, row, definition } = running;
  const opened = await openSource(kernel.services, row.file_key, row.file_name);
  try {
    let batch: ScannedRow[] = [];
    let written = 0;
    for await (const scanned of scanRows(definition, row, opened)) {
      // Rows written before the cut are read again, so that later ones can be known as their repeats.
      if (scanned.rowNumber < row.next_row) continue;
      batch.push(scanned);
      if (batch.length < batchRows) continue;
      if (!(await runBatch(running, batch))) return 'lost';
      batch = [];
      written += 1;
      if (analyzeAfter.includes(written)) await refreshStatistics(kernel.db);
      if (shouldStop()) return 'asked';
    }
    return batch.length === 0 || (await runBatch(running, batch)) ? 'all' : 'lost';
  } finally {
    await opened.close();
  }
}

class LeaseLost extends Error {}

/** One batch, its refused rows and the step forward: together or not at all. */
async function runBatch(running: Running, batch: readonly ScannedRow[]): Promise<boolean> {
  const { kernel, row, definition, token } = running;
  try {
    await inTransaction(kernel.db, async (db) => {
      const context = contextOf(running, db);
      const done: BatchDone = await writeBatch(context, definition, batch, { mode: row.mode });
      await insertRefusedRows(context, row.id, done.refused);
      const nextRow = (batch.at(-1)?.rowNumber ?? 0) + 1;
      const step = { nextRow, counts: done.counts };
      if (!(await advanceImport(context, row.id, { token, until: leaseEnd(kernel) }, step)))
        throw new LeaseLost();
    });
    return true;
  } catch (error) {
    if (error instanceof LeaseLost) return false;
    throw error;
  }
}

/** The context of the person who started the import, with the posts held then. */
function contextOf(
  { kernel, street, row }: Pick<Running, 'kernel' | 'street' | 'row'>,
  db: Context['db'],
): Context {
  const { actor } = row;
  if (!actor) throw new Error('A running import has an actor.');
  const { acting, ...person } = actor;
  return kernel.context({
    street,
    actor: { kind: 'account', sessionId: null, ...person },
    acting,
    db,
    request: { id: `import-${row.id}`, ip: '', device: '' },
  });
}

async function finish(running: Running): Promise<void> {
  const { kernel, street, row, token } = running;
  await inTransaction(kernel.db, async (db) => {
    const context = contextOf(running, db);
    const { created, updated, unchanged, duplicate, failed } = await db
      .updateTable('imports')
      .set((set) => ({
        status: 'finished',
        finished_at: context.now,
        lease_token: null,
        lease_until: null,
        file_key: null,
        version: set('version', '+', 1),
      }))
      .where('street_id', '=', street.streetId)
      .where('id', '=', row.id)
      .where('lease_token', '=', token)
      .returning(['created', 'updated', 'unchanged', 'duplicate', 'failed'])
      .executeTakeFirstOrThrow();
    await context.emit({
      name: importFinished.name,
      subject: { module: 'imports', id: row.id },
      from: 'running',
      to: 'finished',
      data: { register: row.register, counts: { created, updated, unchanged, duplicate, failed } },
      areaPath: row.area_path,
    });
  });
  // Only after the commit: the file holds personal data and nothing needs it any more.
  if (row.file_key) await kernel.services.files.remove(row.file_key);
}

async function release({ kernel, street, row, token }: Running): Promise<void> {
  await kernel.db
    .updateTable('imports')
    .set({ lease_token: null, lease_until: null })
    .where('street_id', '=', street.streetId)
    .where('id', '=', row.id)
    .where('lease_token', '=', token)
    .execute();
}

/** Stands still where it is, to be gone on with by a person; unless the database is the one that is gone. */
async function fail(
  { kernel, street, row }: Pick<Running, 'kernel' | 'street' | 'row'>,
  token: string,
  fault: string,
): Promise<void> {
  await inTransaction(kernel.db, async (db) => {
    const held = await db
      .selectFrom('imports')
      .select('id')
      .where('street_id', '=', street.streetId)
      .where('id', '=', row.id)
      .where('lease_token', '=', token)
      .forUpdate()
      .executeTakeFirst();
    if (!held) return;
    const context = contextOf({ kernel, street, row }, db);
    await changeImport(context, row.id, {
      status: 'failed',
      fault,
      lease_token: null,
      lease_until: null,
    });
  });
}
