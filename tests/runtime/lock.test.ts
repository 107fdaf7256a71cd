import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, expect, it } from 'vitest';
import { takeLock } from '#kernel/database/embedded/lock.ts';
import { newFolder, tidyUp } from './kit.ts';

afterAll(tidyUp);

it('is held until it is released, and can be taken again', () => {
  const folder = newFolder();
  const lockFile = join(folder, 'postgres.lock');
  const lock = takeLock(lockFile, folder);
  expect(() => takeLock(lockFile, folder)).toThrow(`in use by process ${process.pid}`);
  // A refused start must not have let go of the lock of the first.
  expect(() => takeLock(lockFile, folder)).toThrow(`in use by process ${process.pid}`);
  lock.release();
  lock.release();
  expect(readdirSync(folder)).toEqual(['postgres.lock']);
  takeLock(lockFile, folder).release();
});

it('is held even when its taker forgets it', async () => {
  const folder = newFolder();
  const lockFile = join(folder, 'postgres.lock');
  takeLock(lockFile, folder);
  const collectGarbage = exposeGarbageCollector();
  // Handles are closed in a later turn of the loop than the one that found them unused.
  for (let turn = 0; turn < 5; turn += 1) {
    collectGarbage();
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(() => takeLock(lockFile, folder)).toThrow(`in use by process ${process.pid}`);
});

function exposeGarbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc');
}
