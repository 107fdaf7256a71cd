import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadMasterSecret, type MasterSecret } from '#kernel/crypto/master.ts';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'jia-master-'));
});
afterEach(() => rm(dir, { recursive: true }));

const modeOf = async (path: string) => (await stat(path)).mode & 0o777;

test('the secret is made once, for its owner only', async () => {
  const data = join(dir, 'not', 'yet', 'there');
  const made = await loadMasterSecret(data);

  expect(made.secret.length).toBe(64);
  expect(await loadMasterSecret(data)).toEqual(made);
  expect(await modeOf(join(data, 'master.key'))).toBe(0o600);
  expect(await readdir(data)).toEqual(['master.key']);
});

test('starts that overlap agree on one secret', async () => {
  const starts: Promise<MasterSecret>[] = [];
  // One turn of the event loop apart, so that one reads while another is still writing.
  for (let count = 0; count < 64; count++) {
    starts.push(loadMasterSecret(dir));
    await setImmediate();
  }
  const secrets = await Promise.all(starts);

  expect(new Set(secrets.map((one) => Buffer.from(one.secret).toString()))).toHaveProperty('size', 1);
  expect(await readdir(dir)).toEqual(['master.key']);
});

test('a secret that came back from a backup readable by all is closed again', async () => {
  await loadMasterSecret(dir);
  await chmod(join(dir, 'master.key'), 0o644);
  await loadMasterSecret(dir);

  expect(await modeOf(join(dir, 'master.key'))).toBe(0o600);
});

test('a secret from the environment leaves no file, and a short one is refused', async () => {
  const given = 'a secret from the environment, long enough';

  expect(Buffer.from((await loadMasterSecret(dir, given)).secret).toString()).toBe(given);
  expect(await readdir(dir)).toEqual([]);
  await expect(loadMasterSecret(dir, 'short')).rejects.toThrow('at least 32');
});
