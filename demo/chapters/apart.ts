// A tale of its own inside the transaction of its chapter.
import { sql } from 'kysely';
import { Problem } from '#kernel/problem.ts';
import type { Stage } from '../replay/stage.ts';

/** A tale that goes wrong leaves nothing behind and does not end the year; the log names it. */
export async function apart(stage: Stage, name: string, tale: () => Promise<void>): Promise<void> {
  await sql`savepoint tale`.execute(stage.db);
  try {
    await tale();
    await sql`release savepoint tale`.execute(stage.db);
  } catch (error) {
    await sql`rollback to savepoint tale`.execute(stage.db);
    stage.kernel.services.log.error({ tale: name, error: String(error) }, 'a case of the demo was not told');
  }
}

/** What may well be refused, such as a place to somebody who is busy: null then, and nobody is told. */
export async function unless<T>(codes: readonly string[], deed: () => Promise<T>): Promise<T | null> {
  try {
    return await deed();
  } catch (error) {
    if (error instanceof Problem && codes.includes(error.code)) return null;
    throw error;
  }
}
