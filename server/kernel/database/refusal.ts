import { databaseProblems } from '#contract/database/words.ts';
import { Problem } from '#kernel/problem.ts';
import { fill } from '#kernel/words.ts';

/** Code of a refusal at start, before anybody can be answered over HTTP. */
export type DatabaseRefusalCode = keyof typeof databaseProblems;

// An operator reads a terminal in either language, so both sentences are printed.
const english = {
  'database.in_use':
    'This data is in use by process {pid} ({dataDir}). Stop that process first, or point DATA_DIR to another folder.',
  'database.no_binaries':
    'No embedded PostgreSQL for this system ({platform}). Provide a PostgreSQL 15 to 18 and set DATABASE_URL.',
  'database.other_major_version':
    'The data in {dataDir} belongs to PostgreSQL {found}; this program brings {wanted}. Nothing was changed. Open it with PostgreSQL {found} and set DATABASE_URL, or export it and import it into a new folder.',
  'database.other_owner':
    '{dataDir} belongs to user {owner}; the present user {user} cannot open it. Start as that user, or change the owner of the folder.',
  'database.unreachable':
    'The data is in {dataDir}, where the database user {user} cannot go. Let others pass through the folders above it, or move DATA_DIR elsewhere.',
  'database.moved_away':
    '{pointer} says the data is in {home}, but it is not there. Put it back; if this data is not wanted any more, delete {pointer} and start again.',
  'database.password_lost':
    'The password in {file} does not open this data. Restore that file from a backup; the data was not changed.',
  'database.not_started': 'PostgreSQL did not start: {reason}. Its log is {log}.',
  'database.server_version':
    'DATABASE_URL leads to PostgreSQL {found}; {oldest} to {newest} can be used. Take a server in that range.',
  'database.server_encoding':
    'The database of DATABASE_URL is encoded in {found}; UTF8 is needed. Create a database with ENCODING UTF8.',
} satisfies Record<DatabaseRefusalCode, string>;

/** The database cannot serve; the message says why and what to do, in English and then in Chinese. */
export class DatabaseRefusal extends Problem {
  constructor(code: DatabaseRefusalCode, details: Record<string, unknown>) {
    super(code, 503, details);
    this.name = 'DatabaseRefusal';
    this.message = `${fill(english[code], details)}\n${fill(databaseProblems[code], details)}`;
  }
}
