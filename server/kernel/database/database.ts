import { Kysely, type LogEvent, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Tables } from './tables.ts';

// Counters and division codes fit a double; instants and days travel as ISO text, as in the contract.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString());
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

export interface Database {
  pool: pg.Pool;
  db: Kysely<Tables>;
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
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connectionsMax,
    options: `-c role=${appRole} -c TimeZone=Asia/Shanghai -c statement_timeout=20000 -c idle_in_transaction_session_timeout=60000`,
    application_name: 'jia',
  });
  // A dropped idle connection is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => {});

  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    ...(options.log ? { log: options.log } : {}),
  });
  return { pool, db, close: () => db.destroy() };
}
