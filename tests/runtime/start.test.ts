import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readConfig } from '#kernel/config.ts';
import { type Jia, startJia } from '../../server/start.ts';
import { onServer, withDatabase } from '../kit/cluster.ts';

const name = `jia_start_${randomBytes(4).toString('hex')}`;
let folder: string;
let jia: Jia;
const lines: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jia-start-'));
  const server = withDatabase(inject('templateUrl'), 'postgres');
  await onServer(server, `create database ${name} template template0 encoding 'UTF8'`);
  jia = await start();
});

afterAll(async () => {
  await jia.stop();
  await onServer(
    withDatabase(inject('templateUrl'), 'postgres'),
    `drop database if exists ${name} with (force)`,
  );
  await rm(folder, { recursive: true, force: true });
});

function start(): Promise<Jia> {
  const config = readConfig({
    DATA_DIR: folder,
    DATABASE_URL: withDatabase(inject('templateUrl'), name),
    PORT: '0',
    JIA_PACK: 'neutral',
    LOG_LEVEL: 'error',
    RATE_LIMIT: '40',
  });
  return startJia(config, { log: (line) => lines.push(line) });
}

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${jia.url}${path}`, { headers });

describe('a start on an external database', () => {
  it('is ready with version, database and worker', async () => {
    const answer = await get('/api/health');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      status: 'ready',
      database: { state: 'up', embedded: false },
      worker: { state: 'running' },
      demo: true,
      street: { name: '梧桐街道', schematic: true },
    });
  });

  it('offers the contract as OpenAPI 3.1 and a page to browse it, from this server alone', async () => {
    const document = (await (await get('/api/openapi.json')).json()) as {
      openapi: string;
      paths: object;
      components: { schemas: object };
    };
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths).length).toBeGreaterThan(30);
    expect(Object.keys(document.components.schemas)).toContain('Problem');
    const page = await (await get('/api/docs/')).text();
    expect(page).not.toMatch(/(src|href)="https?:/);
  });

  it('tells Prometheus of requests and of the event queue', async () => {
    const text = await (await get('/metrics')).text();
    expect(text).toContain('jia_http_request_seconds');
    expect(text).toContain('jia_events_unsealed');
  });

  it('slows down who asks too often, in words', async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, () => get('/api/health', { authorization: 'Bearer flood' })),
    );
    const refused = answers.find((answer) => answer.status === 429);
    expect(await refused?.json()).toMatchObject({ code: 'rate.exceeded' });
  });

  it('finds the same street again after a stop', async () => {
    await jia.stop();
    lines.length = 0;
    jia = await start();
    expect((await get('/api/health')).status).toBe(200);
    expect(lines.join('\n')).not.toContain('Set up');
  });
});
