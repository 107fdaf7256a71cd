import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Clock } from '#kernel/clock.ts';
import type { CryptoSuite } from '#kernel/crypto/suite.ts';
import type { Tables } from '#kernel/database/tables.ts';
import { inTransaction } from '#kernel/database/transaction.ts';
import { firstHash, linkHash } from './chain.ts';

const batchMax = 500;

/** Closes the chain over everything waiting, street by street. Returns the number of events sealed. */
export async function sealAll(db: Kysely<Tables>, crypto: CryptoSuite, clock: Clock): Promise<number> {
  const waiting = await sql<{ street_id: number }>`
    select s.street_id from streets s
    where exists (select 1 from event_queue q where q.street_id = s.street_id)`.execute(db);
  let sealed = 0;
  for (const { street_id } of waiting.rows) {
    for (let batch = batchMax; batch === batchMax; sealed += batch) {
      batch = await sealBatch(db, crypto, clock, street_id);
    }
  }
  return sealed;
}

/** The row lock on the head makes one sealer at a time per street; a second one waits and finds nothing left. */
async function sealBatch(
  db: Kysely<Tables>,
  crypto: CryptoSuite,
  clock: Clock,
  streetId: number,
): Promise<number> {
  return await inTransaction(db, async (transaction) => {
    await transaction
      .insertInto('event_heads')
      .values({ street_id: streetId, seq: 0, hash: firstHash, published_on: null })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const head = await transaction
      .selectFrom('event_heads')
      .select(['seq', 'hash'])
      .where('street_id', '=', streetId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const waiting = await transaction
      .selectFrom('event_queue')
      .innerJoin('events', (join) =>
        join
          .onRef('events.street_id', '=', 'event_queue.street_id')
          .onRef('events.id', '=', 'event_queue.event_id'),
      )
      .select(['events.id', 'events.payload_hash'])
      .where('event_queue.street_id', '=', streetId)
      .where('events.street_id', '=', streetId)
      .orderBy('event_queue.event_id')
      .limit(batchMax)
      .execute();
    if (waiting.length === 0) return 0;

    let { seq, hash } = head;
    const links = waiting.map((event) => {
      const previousHash = hash;
      seq += 1;
      hash = linkHash(crypto, { streetId, seq, payloadHash: event.payload_hash, previousHash });
      return {
        street_id: streetId,
        seq,
        event_id: event.id,
        payload_hash: event.payload_hash,
        previous_hash: previousHash,
        hash,
        sealed_at: clock.now(),
      };
    });
    await transaction.insertInto('event_seals').values(links).execute();
    await transaction
      .deleteFrom('event_queue')
      .where('street_id', '=', streetId)
      .where(
        'event_id',
        'in',
        waiting.map((event) => event.id),
      )
      .execute();
    await transaction
      .updateTable('event_heads')
      .set({ seq, hash })
      .where('street_id', '=', streetId)
      .execute();
    return waiting.length;
  });
}
