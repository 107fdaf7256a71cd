import type { Kysely } from 'kysely';
import type { CryptoSuite } from '#kernel/crypto/suite.ts';
import type { Tables } from '#kernel/database/tables.ts';
import { firstHash, linkHash, payloadHash } from './chain.ts';

export interface ChainReport {
  intact: boolean;
  checkedCount: number;
  /** Events appended but not chained yet. */
  unsealedCount: number;
  head: { seq: number; hash: string };
  /** First place where the trail no longer agrees with its hashes. */
  brokenAt: { seq: number; reason: 'missing' | 'payload' | 'link' } | null;
}

const batchSize = 2000;

/** Recomputes every hash of a street's trail from its first event, in batches. */
export async function verifyChain(
  db: Kysely<Tables>,
  crypto: CryptoSuite,
  streetId: number,
): Promise<ChainReport> {
  const unsealed = await db
    .selectFrom('event_queue')
    .select((query) => query.fn.countAll<number>().as('count'))
    .where('street_id', '=', streetId)
    .executeTakeFirstOrThrow();
  let seq = 0;
  let hash = firstHash;
  let brokenAt: ChainReport['brokenAt'] = null;
  for (;;) {
    const links = await readLinks(db, streetId, seq);
    for (const link of links) {
      seq += 1;
      brokenAt = fault(crypto, streetId, { seq, hash }, link);
      if (brokenAt) break;
      hash = link.hash;
    }
    if (brokenAt || links.length < batchSize) break;
  }
  return {
    intact: brokenAt === null,
    checkedCount: seq,
    unsealedCount: unsealed.count,
    head: { seq, hash },
    brokenAt,
  };
}

type Link = Awaited<ReturnType<typeof readLinks>>[number];

function fault(
  crypto: CryptoSuite,
  streetId: number,
  expected: { seq: number; hash: string },
  link: Link,
): ChainReport['brokenAt'] {
  const { seq } = expected;
  if (link.seq !== seq || link.name === null) return { seq, reason: 'missing' };
  const payload = payloadHash(crypto, {
    streetId,
    id: link.event_id,
    at: link.at ?? '',
    actorId: link.actor_id,
    actorName: link.actor_name ?? '',
    actingRole: link.acting_role,
    name: link.name,
    subjectModule: link.subject_module ?? '',
    subjectId: link.subject_id ?? '',
    fromState: link.from_state,
    toState: link.to_state,
    areaPath: link.area_path,
    data: link.data,
  });
  if (payload !== link.payload_hash) return { seq, reason: 'payload' };
  const expectedHash = linkHash(crypto, { streetId, seq, payloadHash: payload, previousHash: expected.hash });
  return expectedHash === link.hash ? null : { seq, reason: 'link' };
}

function readLinks(db: Kysely<Tables>, streetId: number, afterSeq: number) {
  return db
    .selectFrom('event_seals as seal')
    .leftJoin('events as event', (join) =>
      join.onRef('event.street_id', '=', 'seal.street_id').onRef('event.id', '=', 'seal.event_id'),
    )
    .select([
      'seal.seq',
      'seal.event_id',
      'seal.payload_hash',
      'seal.hash',
      'event.at',
      'event.actor_id',
      'event.actor_name',
      'event.acting_role',
      'event.name',
      'event.subject_module',
      'event.subject_id',
      'event.from_state',
      'event.to_state',
      'event.area_path',
      'event.data',
    ])
    .where('seal.street_id', '=', streetId)
    .where('seal.seq', '>', afterSeq)
    .orderBy('seal.seq')
    .limit(batchSize)
    .execute();
}
