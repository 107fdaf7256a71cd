// Which folder really holds the database: DATA_DIR, or a place under /var/lib when root starts us
// and the database user cannot pass through the folders above DATA_DIR (a checkout in root's home).
import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseRefusal } from '../refusal.ts';
import { accountName, canReach, chooseAccount, type RunAs } from './account.ts';

export interface Home {
  /** The folder the operator named, made absolute. */
  dataDir: string;
  /** The folder everything of the database lies in; equal to dataDir unless root had to move it. */
  home: string;
  /** PGDATA, mode 0700, owned by the database user. */
  cluster: string;
  /** Passwords of both roles, mode 0600. */
  accessFile: string;
  /** The port of the last start, so that addresses stay the same. */
  portFile: string;
  lockFile: string;
  runAs: RunAs | undefined;
}

const pointerName = 'postgres-is-elsewhere.txt';

/** Throws `database.moved_away`, `database.unreachable` or `database.other_owner`. */
export function openHome(dataDirGiven: string, fallbackRoot: string, log: (line: string) => void): Home {
  makeFolder(resolve(dataDirGiven));
  const dataDir = realpathSync(dataDirGiven);
  const pointer = join(dataDir, pointerName);
  const inPlace = join(dataDir, 'postgres');

  if (existsSync(pointer)) {
    const home = readFileSync(pointer, 'utf8').trim();
    if (!existsSync(join(home, 'postgres'))) {
      throw new DatabaseRefusal('database.moved_away', { pointer, home });
    }
    log(`Database: the data of ${dataDir} is in ${home}.`);
    return describe(dataDir, home);
  }

  const runAs = chooseAccount(inPlace);
  if (isEmpty(dataDir)) letOthersPass(dataDir);
  if (canReach(dataDir, runAs)) return describe(dataDir, dataDir);
  // Data that is already here is never left behind in favour of an empty street.
  if (existsSync(inPlace)) {
    throw new DatabaseRefusal('database.unreachable', { dataDir: inPlace, user: runAs?.name });
  }

  const home = join(fallbackRoot, createHash('sha256').update(dataDir).digest('hex').slice(0, 16));
  makeFolder(home);
  makeFolder(join(home, 'postgres'));
  writeFileSync(pointer, `${home}\n`);
  log(
    `Database: user ${runAs?.name} cannot pass through the folders above ${dataDir}; the data lies in ${home}.`,
  );
  return describe(dataDir, home);
}

function describe(dataDir: string, home: string): Home {
  const cluster = join(home, 'postgres');
  const accessFile = join(home, 'postgres-access.json');
  refuseForeign(home, constants.W_OK);
  refuseForeign(accessFile, constants.R_OK);
  refuseForeign(cluster, constants.W_OK);
  return {
    dataDir,
    home,
    cluster,
    accessFile,
    portFile: join(home, 'postgres-port.txt'),
    lockFile: join(home, 'postgres.lock'),
    runAs: chooseAccount(cluster),
  };
}

/** What another user owns is found out here, before a program fails on it with a riddle. */
function refuseForeign(path: string, right: number): void {
  try {
    if (existsSync(path)) accessSync(path, right);
  } catch {
    const owner = accountName(statSync(path).uid);
    throw new DatabaseRefusal('database.other_owner', { dataDir: path, owner, user: accountName() });
  }
}

function isEmpty(folder: string): boolean {
  return readdirSync(folder).length === 0;
}

// An empty folder is handed to us whole. Passing through it shows nothing: listing stays as it was.
function letOthersPass(folder: string): void {
  if (process.getuid?.() === 0) chmodSync(folder, (statSync(folder).mode & 0o777) | 0o111);
}

// Folders that root makes stay open to walk through, whatever the umask; only PGDATA is closed (0700).
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
  if (process.getuid?.() === 0) chmodSync(path, 0o755);
}
