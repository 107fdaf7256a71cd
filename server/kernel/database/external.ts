// What is asked of a PostgreSQL that DATABASE_URL names, before anything is written to it.
import type { ClientBase, Pool } from 'pg';
import { DatabaseRefusal } from './refusal.ts';

export interface ServerCheck {
  /** Such as 15.13. */
  version: string;
  /** Lines in English for the log: it works, but acknowledged work could be lost. */
  warnings: string[];
}

export const supportedMajors = { oldest: 15, newest: 18 };

/** Throws `database.server_version` or `database.server_encoding`. */
export async function checkServer(
  client: Pick<ClientBase, 'query'> | Pick<Pool, 'query'>,
): Promise<ServerCheck> {
  const { rows } = await client.query(
    `SELECT current_setting('server_version') AS version,
            current_setting('server_version_num')::int / 10000 AS major,
            pg_encoding_to_char(encoding) AS encoding,
            current_setting('fsync') AS fsync,
            current_setting('full_page_writes') AS full_page_writes,
            current_setting('synchronous_commit') AS synchronous_commit
     FROM pg_database WHERE datname = current_database()`,
  );
  return judgeServer(rows[0] as ServerFacts);
}

export interface ServerFacts {
  version: string;
  major: number;
  encoding: string;
  fsync: string;
  full_page_writes: string;
  synchronous_commit: string;
}

/** The judgement on what a server says of itself. */
export function judgeServer(facts: ServerFacts): ServerCheck {
  const { oldest, newest } = supportedMajors;
  if (facts.major < oldest || facts.major > newest) {
    throw new DatabaseRefusal('database.server_version', { found: facts.version, oldest, newest });
  }
  if (facts.encoding !== 'UTF8') {
    throw new DatabaseRefusal('database.server_encoding', { found: facts.encoding });
  }
  const warnings = (['fsync', 'full_page_writes', 'synchronous_commit'] as const)
    .filter((name) => facts[name] === 'off')
    .map(
      (name) =>
        `Database: ${name} is off on this server; a power cut can lose work already answered. ${remedy[name]}`,
    );
  // Distributions put their own name behind the number: 15.13 (Debian 15.13-0+deb12u1).
  return { version: facts.version.split(' ')[0] ?? '', warnings };
}

const remedy = {
  fsync: 'Set fsync = on in postgresql.conf.',
  full_page_writes: 'Set full_page_writes = on in postgresql.conf.',
  synchronous_commit: 'Set synchronous_commit = on for this database or role.',
};
