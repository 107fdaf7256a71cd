// A database with the schema and nothing else, for what happens at a first start.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, inject } from 'vitest';
import { stoppedClock } from '#kernel/clock.ts';
import { readConfig } from '#kernel/config.ts';
import { openDatabase } from '#kernel/database/database.ts';
import { migrate } from '#kernel/database/migrate.ts';
import { createServer } from '#kernel/http/server.ts';
import { createKernel, type Kernel } from '#kernel/kernel.ts';
import type { Module } from '#kernel/module.ts';
import { authenticator } from '#modules/identity/index.ts';
import { modules } from '../../server/modules.ts';
import { makeServices } from '../../server/services.ts';
import { onServer, withDatabase } from './cluster.ts';
import { testNow, testSecret } from './street.ts';

export interface EmptyDatabase {
  kernel: Kernel;
  ownerUrl: string;
  clock: ReturnType<typeof stoppedClock>;
  /** A web server over this database, with further modules plugged in. */
  serve(...further: Module[]): ReturnType<typeof createServer>;
}

export async function emptyDatabase(env: Record<string, string> = {}): Promise<EmptyDatabase> {
  const templateUrl = inject('templateUrl');
  const server = withDatabase(templateUrl, 'postgres');
  const name = `jia_empty_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name} template template0 encoding 'UTF8'`);
  const ownerUrl = withDatabase(templateUrl, name);
  await migrate(ownerUrl);
  const folder = await mkdtemp(join(tmpdir(), 'jia-empty-'));
  const database = openDatabase({ url: ownerUrl, connectionsMax: 3 });
  const clock = stoppedClock(testNow);
  const config = readConfig({ DATA_DIR: folder, LOG_LEVEL: 'error', JIA_SECRET: testSecret, ...env });
  const services = await makeServices(config, modules, { clock });
  const kernel = createKernel({ services, database, modules });
  const close: (() => Promise<unknown>)[] = [];

  afterAll(async () => {
    for (const step of close) await step();
    await database.close();
    await onServer(server, `drop database if exists ${name} with (force)`);
    await rm(folder, { recursive: true, force: true });
  });
  return {
    kernel,
    ownerUrl,
    clock,
    serve: async (...further) => {
      const served = createKernel({
        services,
        database,
        modules: [...modules, ...further],
        checkAnswers: true,
      });
      const app = await createServer(served, authenticator(served));
      close.push(() => app.close());
      return app;
    },
  };
}
