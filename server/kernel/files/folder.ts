// Files in a folder. A file is there whole or not at all, also after the power went out.
import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { assertKey } from '#kernel/files/key.ts';
import type { FileStore } from '#kernel/files/store.ts';

/** @param dir is made when absent, for its owner only. */
export function folderStore(dir: string): FileStore {
  return {
    async put(key, bytes) {
      const path = pathOf(dir, key);
      // The key is the digest of the content: a file of that name and size is that file.
      if ((await sizeOf(path)) === bytes.length) return;

      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await writeWhole(path, bytes);
    },
    get: (key) => readFile(pathOf(dir, key)).catch(absentAs(null)),
    remove: (key) => rm(pathOf(dir, key), { force: true }),
  };
}

/** Two levels of two characters keep every folder below a few hundred entries at a million files. */
function pathOf(dir: string, key: string): string {
  assertKey(key);
  const name = basename(key);
  return join(dir, dirname(key), name.slice(0, 2), name.slice(2, 4), name);
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** The new name itself must reach the disk. Windows cannot open a folder and needs no such thing. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  await folder.sync().finally(() => folder.close());
}

async function sizeOf(path: string): Promise<number | null> {
  const found = await stat(path).catch(absentAs(null));
  return found === null ? null : found.size;
}

function absentAs<T>(value: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code !== 'ENOENT') throw error;
    return value;
  };
}
