import { Kysely, type LogEvent, PostgresDialect } from 'kysely';
import pg from 'pg';
import { instantText } from './instants.ts';
import { preparing } from './prepared.ts';
import type { Tables } from './tables.ts';

// Counters and division codes fit a double; instants and days travel as ISO text, as in the contract.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, instantText);
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

export interface Database {
  pool: pg.Pool;
  db: Kysely<Tables>;
  /**
   * The same database over a few connections of its own, for work that must commit while a request's
   * transaction is open: were both drawn from one pool, a burst would wait for itself.
   */
  apart: Kysely<Tables>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  url: string;
  connectionsMax: number;
  /** Called for every statement; tests use it to refuse a query that forgets its street. */
  log?: (event: LogEvent) => void;
}

/** The role that serves requests: it may read and write rows, never alter a table or rewrite the trail. */
export const appRole = 'jia_app';

export function openDatabase(options: DatabaseOptions): Database {
  const pool = openPool(options, options.connectionsMax);
  const db = kyselyOver(pool, options);
  const apart = kyselyOver(openPool(options, apartConnectionsMax), options);
  return {
    pool,
    db,
    apart,
    close: async () => {
      await db.destroy();
      await apart.destroy();
    },
  };
}

const apartConnectionsMax = 3;
const connectionWaitMs = 15_000;

function openPool(options: DatabaseOptions, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.url,
    max,
    connectionTimeoutMillis: connectionWaitMs,
    options: `-c role=${appRole} -c TimeZone=Asia/Shanghai -c statement_timeout=20000 -c idle_in_transaction_session_timeout=60000`,
    application_name: 'jia',
  });
  // A connection that the server drops fails its query or is replaced; without listeners it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

function kyselyOver(pool: pg.Pool, options: DatabaseOptions): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: preparing(pool) }),
    ...(options.log ? { log: options.log } : {}),
  });
}
