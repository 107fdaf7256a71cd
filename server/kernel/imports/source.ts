import { createHash, randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problem } from '#kernel/problem.ts';
import type { Services } from '#kernel/services.ts';
import { openSheet } from '#kernel/sheets/open.ts';
import type { OpenedSheet } from '#kernel/sheets/sheet.ts';

/** Each import keeps its own copy, so that removing one does not take it from another. */
export const sourceKey = (streetId: number, importId: string): string =>
  createHash('sha256').update(`import:${streetId}:${importId}`).digest('hex');

export async function keepSource(services: Services, key: string, path: string): Promise<void> {
  await services.files.put(key, await readFile(path), 'application/octet-stream');
}

/** The kept file, opened from a temporary copy that `close` removes. Throws `import.file_gone`. */
export async function openSource(
  services: Services,
  key: string | null,
  fileName: string,
): Promise<OpenedSheet> {
  const bytes = key === null ? null : await services.files.get(key);
  if (!bytes) throw new Problem('import.file_gone', 410);
  const path = join(tmpdir(), `jia-import-${randomUUID()}`);
  try {
    await writeFile(path, bytes, { mode: 0o600 });
    const opened = await openSheet(path, fileName);
    const close = async () => {
      await opened.close();
      await rm(path, { force: true });
    };
    return { ...opened, close };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}
