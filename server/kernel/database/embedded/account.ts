// PostgreSQL refuses to run as root, so root hands it to a user with fewer rights.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';

export interface RunAs {
  uid: number;
  gid: number;
  name: string;
}

const passwdFile = '/etc/passwd';

/**
 * The user that PostgreSQL runs as, or undefined for the present one.
 * Only root chooses: the owner of the existing data, else `postgres`, else `nobody`.
 */
export function chooseAccount(existingData?: string): RunAs | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readAccounts();
  if (existingData && existsSync(existingData)) {
    const { uid, gid } = statSync(existingData);
    if (uid !== 0) return accounts.find((account) => account.uid === uid) ?? { uid, gid, name: `#${uid}` };
  }
  return (
    accounts.find((account) => account.name === 'postgres' && account.uid !== 0) ??
    accounts.find((account) => account.name === 'nobody') ?? { uid: 65534, gid: 65534, name: 'nobody' }
  );
}

/** Name of the present user, or of the user with this number, for sentences. */
export function accountName(uid?: number): string {
  if (uid === undefined) return userInfo().username;
  return readAccounts().find((account) => account.uid === uid)?.name ?? `#${uid}`;
}

/** Whether that user can walk into this folder; asked of the system, so that ACLs count too. */
export function canReach(folder: string, runAs: RunAs | undefined): boolean {
  if (!runAs) return true;
  const asked = spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], {
    cwd: '/',
    uid: runAs.uid,
    gid: runAs.gid,
    stdio: 'ignore',
  });
  return asked.status === 0;
}

function readAccounts(): RunAs[] {
  if (!existsSync(passwdFile)) return [];
  return readFileSync(passwdFile, 'utf8')
    .split('\n')
    .map((row) => row.split(':'))
    .filter((fields) => fields.length >= 7)
    .map((fields) => ({ name: fields[0] ?? '', uid: Number(fields[2]), gid: Number(fields[3]) }));
}
