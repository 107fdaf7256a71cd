// A server of an earlier start that lives but does not answer, and one that is still recovering.
import { existsSync } from 'node:fs';
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
  const home = openHome(dataDir, 'unused', () => {});
  const access = readAccess(home);
  if (!access) throw new Error('The first start left no passwords.');
  const place: Place = {
    home,
    binaries: findBinaries(),
    access,
    log: (line) => lines.push(line),
    patience: { ...patience, silence: 300, stop: 1_000 },
  };
  const running = await ensureRunning(place);
  expect(running).toMatchObject({ adopted: false });
  expect(running.pid).not.toBe(wedged);
  expect(lines.join('\n')).toContain(`process ${wedged} of an earlier start does not answer`);

  await stopServer(place);
  expect(existsSync(join(home.cluster, 'postmaster.pid'))).toBe(false);
});
