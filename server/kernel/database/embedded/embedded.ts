// The project's own PostgreSQL: made on the first start, found again on every later one.
import { appRole, ownerRole, urlOf } from './access.ts';
import { findBinaries, reachableBinaries } from './binaries.ts';
import { prepareCluster } from './cluster.ts';
import { openHome } from './home.ts';
import { keepRunning } from './keeper.ts';
import { takeLock } from './lock.ts';
import { ensureRunning, type Place, patience, stopServer } from './postmaster.ts';
import { ensureDatabase } from './roles.ts';

export interface EmbeddedOptions {
  /** Folder of the operator's choice; the database lies in `postgres` below it. */
  dataDir: string;
  /** Where root keeps the data when the database user cannot reach `dataDir`. Default /var/lib/jia. */
  rootHome?: string;
  /** Takes one line of progress in English, without a line end. */
  log(line: string): void;
}

export interface EmbeddedDatabase {
  /** Role that owns the schema, a superuser: migrations, job schema, backups. */
  ownerUrl: string;
  /** Role of the app, without rights until a migration grants them. */
  appUrl: string;
  /** Such as 18.4. */
  version: string;
  /** The server of an earlier start was still alive and is used on. */
  adopted: boolean;
  /** Fast shutdown; resolves when the server is gone and the lock is free. Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Starts the database in `dataDir`, or takes over the living server that an earlier start left behind.
 * While it runs, a server that dies is brought back on the same port.
 *
 * Throws DatabaseRefusal with a sentence for the operator: `database.in_use`, `database.no_binaries`,
 * `database.other_major_version`, `database.other_owner`, `database.unreachable`, `database.moved_away`,
 * `database.password_lost`, `database.not_started`.
 */
export async function startEmbeddedDatabase(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const shipped = findBinaries();
  const home = openHome(options.dataDir, options.rootHome ?? '/var/lib/jia', options.log);
  const lock = takeLock(home.lockFile, home.dataDir);
  try {
    const binaries = await reachableBinaries(shipped, home.home, home.runAs, options.log);
    const access = await prepareCluster(home, binaries, options.log);
    const place: Place = { home, binaries, access, log: options.log, patience };
    const running = await ensureRunning(place);
    options.log(
      `Database: PostgreSQL ${running.adopted ? 'of an earlier start goes on' : 'runs'} on port ${running.port} (process ${running.pid}).`,
    );
    const version = await ensureDatabase(running.port, access);
    const keeper = await keepRunning(place, running.port);

    let stopping: Promise<void> | undefined;
    const stop = async () => {
      await keeper.stop();
      await stopServer(place);
      lock.release();
    };
    return {
      ownerUrl: urlOf(ownerRole, access.ownerPassword, running.port),
      appUrl: urlOf(appRole, access.appPassword, running.port),
      version,
      adopted: running.adopted,
      stop: () => (stopping ??= stop()),
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
