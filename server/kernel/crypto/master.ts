// The secret that every other key is derived from, and the versions of it that old texts were written with.
import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

export interface MasterSecret {
  /** 1, 2, …; written in front of every encrypted text. */
  version: number;
  secret: Uint8Array;
}

const SECRET_LENGTH_MIN = 32;

/**
 * The master secret of this deployment: `fromEnv` when given, else `master.key` in `dataDir`, made once and readable
 * by its owner only. Losing it means losing every encrypted field, so it belongs in the backup, apart from the data.
 * @throws Error when the secret is shorter than 32 characters.
 */
export async function loadMasterSecret(dataDir: string, fromEnv?: string): Promise<MasterSecret> {
  const text = fromEnv ?? (await readOrMake(join(dataDir, 'master.key'), dataDir));
  if (text.length < SECRET_LENGTH_MIN) {
    throw new Error(
      `The master secret has ${text.length} characters; it needs at least ${SECRET_LENGTH_MIN}.`,
    );
  }
  return { version: 1, secret: Buffer.from(text, 'utf8') };
}

async function readOrMake(path: string, dataDir: string): Promise<string> {
  const existing = await readSecret(path);
  if (existing !== null) return existing;

  await mkdir(dataDir, { recursive: true });
  const temporary = `${path}.${randomBytes(6).toString('hex')}`;
  const file = await open(temporary, 'wx', 0o600);
  await file.writeFile(randomBytes(32).toString('hex'));
  await file.sync();
  await file.close();

  // A link appears whole or not at all and fails when another process was first: two starts agree on one secret.
  await link(temporary, path).catch(ignore('EEXIST'));
  await rm(temporary);
  return (await readSecret(path)) ?? '';
}

async function readSecret(path: string): Promise<string | null> {
  const text = await readFile(path, 'utf8').catch(ignore('ENOENT'));
  if (text === undefined) return null;

  // A restored backup often comes back readable by everybody.
  await chmod(path, 0o600);
  return text.trim();
}

function ignore(code: string): (error: NodeJS.ErrnoException) => undefined {
  return (error) => {
    if (error.code !== code) throw error;
    return undefined;
  };
}
