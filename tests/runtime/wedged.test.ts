// A server of an earlier start that lives but does not answer, and one that is still recovering.
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { readAccess } from '#kernel/database/embedded/access.ts';
import { findBinaries } from '#kernel/database/embedded/binaries.ts';
import { openHome } from '#kernel/database/embedded/home.ts';
import { ensureRunning, type Place, patience, stopServer } from '#kernel/database/embedded/postmaster.ts';
import { newFolder, postmasterPid, startApart, tidyUp } from './kit.ts';

vi.setConfig({ testTimeout: 30_000 });
afterAll(tidyUp);

it('ends a server that hears nothing any more, and starts another', async () => {
  const dataDir = newFolder();
  const app = await startApart(dataDir);
  await app.kill();
  const wedged = postmasterPid(join(dataDir, 'postgres'));
  process.kill(wedged, 'SIGSTOP');

  const lines: string[] = [];
  const place = placeOf(dataDir, (line) => lines.push(line));
  const running = await ensureRunning(place);
  expect(running).toMatchObject({ adopted: false });
  expect(running.pid).not.toBe(wedged);
  expect(lines.join('\n')).toContain(`process ${wedged} does not answer`);

  await stopServer(place);
  expect(existsSync(join(place.home.cluster, 'postmaster.pid'))).toBe(false);
});

it('never moves to another port once addresses have been given out', async () => {
  const dataDir = newFolder();
  const app = await startApart(dataDir);
  await app.stop();
  const squatter = createServer().listen(0, '127.0.0.1');
  await once(squatter, 'listening');
  const { port } = squatter.address() as AddressInfo;

  await expect(
    ensureRunning(
      placeOf(dataDir, () => {}),
      port,
    ),
  ).rejects.toMatchObject({
    code: 'database.not_started',
    message: expect.stringContaining('could not create any TCP/IP sockets'),
  });
  squatter.close();
});

function placeOf(dataDir: string, log: (line: string) => void): Place {
  const home = openHome(dataDir, 'unused', () => {});
  const access = readAccess(home);
  if (!access) throw new Error('The first start left no passwords.');
  const shorter = { ...patience, retry: 1_000, silence: 300, stop: 1_000 };
  return { home, binaries: findBinaries(), access, log, patience: shorter };
}
