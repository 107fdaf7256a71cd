import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Config } from '#kernel/config.ts';
import { type Database, openDatabase } from '#kernel/database/database.ts';
import { startEmbeddedDatabase } from '#kernel/database/embedded/embedded.ts';
import { checkServer } from '#kernel/database/external.ts';
import { migrate } from '#kernel/database/migrate.ts';
import { serveApiPage } from '#kernel/http/apiPage.ts';
import { serveMetrics } from '#kernel/http/metrics.ts';
import { openApi } from '#kernel/http/openapi.ts';
import { servePages } from '#kernel/http/pages.ts';
import { createServer } from '#kernel/http/server.ts';
import { startImportRunner } from '#kernel/imports/runner.ts';
import { startWorker, type Worker } from '#kernel/jobs/worker.ts';
import { createKernel, type Kernel } from '#kernel/kernel.ts';
import { closeLive } from '#kernel/live/live.ts';
import type { Services } from '#kernel/services.ts';
import { authenticator } from '#modules/identity/index.ts';
import { modules } from './modules.ts';
import { makeServices } from './services.ts';
import { setUp } from './setup.ts';
import { kernelModule } from './system.ts';

const root = join(import.meta.dirname, '..');
const connectionsMax = 12;
/** Connections that wait to be taken: at noon, when places open, thousands knock in the same second. */
const backlog = 4_096;

export interface Jia {
  url: string;
  app: FastifyInstance;
  kernel: Kernel;
  demo: boolean;
  /** Closes the door, drains the worker, then stops the database. */
  stop(): Promise<void>;
}

export interface StartOptions {
  /** Takes one line of progress for the operator. */
  log(line: string): void;
  replaced?: Partial<Pick<Services, 'clock' | 'messenger'>>;
}

/** Configuration → database → modules → set-up → http → worker. */
export async function startJia(config: Config, options: StartOptions): Promise<Jia> {
  const dataDir = resolve(config.DATA_DIR);
  await mkdir(dataDir, { recursive: true });
  const place = await openPlace(config, dataDir, options.log);
  const undo: (() => Promise<unknown>)[] = [place.stop];
  try {
    await migrate(place.ownerUrl, options.log);
    const database = openDatabase({ url: place.appUrl, connectionsMax });
    undo.push(database.close);
    const services = await makeServices({ ...config, DATA_DIR: dataDir }, modules, options.replaced);
    const setUpKernel = createKernel({ services, database, modules });
    const demo = await setUp(setUpKernel, options.log);

    const served = await serve(services, database, place, demo);
    undo.push(served.close);
    return {
      url: served.url,
      app: served.app,
      kernel: served.kernel,
      demo,
      stop: async () => {
        for (const step of undo.reverse()) await step();
      },
    };
  } catch (error) {
    for (const step of undo.reverse()) await step().catch(() => {});
    throw error;
  }
}

interface Place {
  ownerUrl: string;
  appUrl: string;
  version: string;
  embedded: boolean;
  stop(): Promise<void>;
}

/** The database this configuration names, ours or an external one, checked. */
export async function openPlace(
  config: Config,
  dataDir: string,
  log: (line: string) => void,
): Promise<Place> {
  if (!config.DATABASE_URL) {
    const embedded = await startEmbeddedDatabase({ dataDir, log });
    return { ...embedded, embedded: true };
  }
  const ownerUrl = config.MIGRATION_DATABASE_URL ?? config.DATABASE_URL;
  const { Client } = (await import('pg')).default;
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { version, warnings } = await checkServer(client);
    for (const warning of warnings) log(warning);
    return { ownerUrl, appUrl: config.DATABASE_URL, version, embedded: false, stop: async () => {} };
  } finally {
    await client.end();
  }
}

async function serve(services: Services, database: Database, place: Place, demo: boolean) {
  const { config } = services;
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const demoModules = demo ? [(await import('../demo/module.ts')).demoModule] : [];
  let worker: Worker | undefined;
  const own = kernelModule(modules, {
    version,
    database: { version: place.version, embedded: place.embedded },
    demo,
    worker: () => worker?.state() ?? 'off',
  });
  const kernel = createKernel({ services, database, modules: [own, ...modules, ...demoModules] });
  const app = await createServer(kernel, authenticator(kernel));
  serveMetrics(app, kernel);
  await serveApiPage(
    app,
    openApi(
      kernel.routes.map((route) => route.endpoint),
      version,
    ),
  );
  const dist = join(root, 'dist');
  if (existsSync(dist)) await servePages(app, dist);
  worker = await startWorker(kernel, place.ownerUrl, { work: config.JIA_WORKER === 'on' });
  // Imports run in batches of their own, so that a long one holds up no reaction.
  const runner = config.JIA_WORKER === 'on' ? startImportRunner(kernel) : undefined;
  const url = await app.listen({ port: config.PORT, host: config.HOST, backlog });

  return {
    app,
    kernel,
    url,
    close: async () => {
      closeLive(kernel);
      await app.close();
      await runner?.stop();
      await worker?.stop();
    },
  };
}
