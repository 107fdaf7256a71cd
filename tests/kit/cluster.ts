// One PostgreSQL for the whole run; every test file copies the template database.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedDatabase } from '#kernel/database/embedded/embedded.ts';
import { migrate } from '#kernel/database/migrate.ts';
import { plantTemplate } from './template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Owner's address of the template database. */
    templateUrl: string;
  }
}

let end: (() => Promise<void>) | undefined;

export async function teardown(): Promise<void> {
  await end?.();
}

/** With JIA_TEST_DATABASE_URL the whole suite runs on that server (15 to 18) instead of the embedded one. */
export async function setup(project: TestProject): Promise<void> {
  const external = process.env.JIA_TEST_DATABASE_URL;
  const folder = await mkdtemp(join(tmpdir(), 'jia-test-'));
  const embedded = external
    ? null
    : await startEmbeddedDatabase({ dataDir: folder, rootHome: join(folder, 'root'), log: () => {} });
  const serverUrl = external ?? embedded?.ownerUrl ?? '';
  const template = `jia_template_${randomBytes(4).toString('hex')}`;

  await onServer(serverUrl, `create database ${template} template template0 encoding 'UTF8'`);
  const templateUrl = withDatabase(serverUrl, template);
  try {
    await migrate(templateUrl);
    await plantTemplate(templateUrl);
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
  project.provide('templateUrl', templateUrl);

  end = async () => {
    await onServer(serverUrl, `drop database if exists ${template} with (force)`);
    await embedded?.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}

export async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
