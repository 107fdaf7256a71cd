// A newer release alters a table while this one serves: a plan made before is thrown away with its connection.
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { inTransaction } from '#kernel/database/transaction.ts';
import { streetId } from '../kit/people.ts';
import { testStreet } from '../kit/street.ts';

const street = await testStreet();
const { db } = street.kernel;

const read = (from: typeof db) =>
  from.selectFrom('streets').selectAll().where('street_id', '=', streetId).executeTakeFirstOrThrow();

describe('a table altered under a prepared statement', () => {
  it('fails one read at most for each connection, and no write', async () => {
    await db.connection().execute(async (one) => {
      for (let time = 0; time < 30; time++) await read(one);
      const { rows } = await sql`select name from pg_prepared_statements`.execute(one);
      expect(rows).not.toEqual([]);
    });
    await street.owner.query('alter table streets add column later text');
    const written = await inTransaction(db, (transaction) => read(transaction));
    expect(written.street_id).toBe(streetId);
    for (let time = 0; time < 5; time++) await read(db).catch(() => null);
    expect(await read(db)).toMatchObject({ street_id: streetId, later: null });
  });
});
