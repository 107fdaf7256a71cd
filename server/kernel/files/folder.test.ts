import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { folderStore } from '#kernel/files/folder.ts';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'jia-files-'));
});
afterEach(() => rm(dir, { recursive: true }));

const content = Buffer.from('a photo of the stairwell lamp');
const digest = createHash('sha256').update(content).digest('hex');
const files = async () =>
  (await readdir(dir, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);

test('a file is kept, read, kept again and removed', async () => {
  const store = folderStore(join(dir, 'files'));
  const key = `110112003/${digest}.jpg`;

  expect(await store.get(key)).toBeNull();
  await store.put(key, content, 'image/jpeg');
  await store.put(key, content, 'image/jpeg');
  expect(Buffer.from((await store.get(key)) ?? [])).toEqual(content);
  expect(await files()).toEqual([`${digest}.jpg`]);

  const path = join(dir, 'files', '110112003', digest.slice(0, 2), digest.slice(2, 4), `${digest}.jpg`);
  expect((await stat(path)).mode & 0o777).toBe(0o600);

  await store.remove(key);
  await store.remove(key);
  expect(await store.get(key)).toBeNull();
});

test('the same file put by many at once is whole, and no half file stays', async () => {
  const store = folderStore(dir);
  await Promise.all(Array.from({ length: 10 }, () => store.put(digest, content, 'image/jpeg')));

  expect(Buffer.from((await store.get(digest)) ?? [])).toEqual(content);
  expect(await files()).toEqual([digest]);
});

test.each([
  '',
  '.',
  '..',
  '../secret',
  `../${digest}`,
  `${digest}/../../x`,
  `/${digest}`,
  `a/b/${digest}`,
  `${digest}\0`,
  `..\\${digest}`,
  digest.toUpperCase(),
  'short',
  `${digest}.a.b.c`,
  `x/${digest}`,
])('a key that is not a digest reaches no path: %j', async (key) => {
  const store = folderStore(dir);

  await expect((async () => store.put(key, content, 'image/jpeg'))()).rejects.toThrow('not the key');
  await expect((async () => store.get(key))()).rejects.toThrow('not the key');
  await expect((async () => store.remove(key))()).rejects.toThrow('not the key');
  expect(await files()).toEqual([]);
});
