// What a process asks all the time is parsed once per connection, not once per request.
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';
import { isStalePlan } from './transaction.ts';

/** A statement is prepared when it has come so often; one that comes seldom is not worth its memory. */
const oftenCount = 20;
/** Each is held by every connection, with its plan. */
const preparedMax = 150;
const rememberedMax = 5_000;

/** Lists, counts and searches: the best plan depends on what is asked for, so it is made for each question. */
const dependsOnValues = /\b(limit|like|group by|count|union|starts_with)\b|@>/i;

/** Names by text: the same for all connections of a process. */
export class Names {
  #seen = new Map<string, number>();
  #names = new Map<string, string>();

  /** Undefined as long as the statement does not come often, and always for lists, counts and searches. */
  of(text: string): string | undefined {
    const name = this.#names.get(text);
    if (name !== undefined || this.#names.size >= preparedMax) return name;
    const count = (this.#seen.get(text) ?? 0) + 1;
    if (count < oftenCount || dependsOnValues.test(text)) {
      // Lists of changing length make ever new texts.
      if (this.#seen.size >= rememberedMax) this.#seen.clear();
      this.#seen.set(text, count);
      return undefined;
    }
    this.#seen.delete(text);
    const given = `s${this.#names.size}`;
    this.#names.set(text, given);
    return given;
  }
}

/** The pool as the query builder uses it, with names for what comes often. */
export function preparing(pool: pg.Pool): PostgresPool {
  const names = new Names();
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    connect: async () => {
      const client = await pool.connect();
      const seen = known.get(client) ?? naming(client, names);
      known.set(client, seen);
      return seen;
    },
    end: () => pool.end(),
    options: pool.options,
  };
}

/** Without cursors: nothing here reads by them. A connection with a stale plan is not used again. */
function naming(client: pg.PoolClient, names: Names): PostgresPoolClient {
  let isSpent = false;
  const named = {
    query: async (text: string, values: readonly unknown[]) => {
      const name = values.length > 0 ? names.of(text) : undefined;
      return await client.query({ text, values: [...values], name }).catch((error: unknown) => {
        isSpent ||= isStalePlan(error);
        throw error;
      });
    },
    release: (destroy?: boolean) => client.release(destroy || isSpent),
  };
  return named as unknown as PostgresPoolClient;
}
