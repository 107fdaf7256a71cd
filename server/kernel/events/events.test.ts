import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '#kernel/context.ts';
import { inTransaction } from '#kernel/database/transaction.ts';
import { reactionsByEvent } from '#kernel/events/reactions.ts';
import { verifyChain } from '#kernel/events/verify.ts';
import { startWorker } from '#kernel/jobs/worker.ts';
import { streetId } from '../../../tests/kit/people.ts';
import { type TestStreet, testStreet } from '../../../tests/kit/street.ts';
import { canonicalJson } from './chain.ts';

let street: TestStreet;

beforeAll(async () => {
  street = await testStreet();
});

async function inStreet<T>(work: (context: Context) => Promise<T>): Promise<T> {
  const here = await street.kernel.streets.byId(streetId);
  if (!here) throw new Error('no street');
  return await inTransaction(street.kernel.db, (db) => work(street.kernel.systemContext(here, db)));
}

const note = (id: string) => ({
  name: 'note.made',
  subject: { module: 'notes', id },
  data: { b: 1, a: [2, { d: 3, c: null }] },
});
const verify = () => verifyChain(street.kernel.db, street.kernel.services.crypto, streetId);

describe('the trail', () => {
  it('seals events into an intact chain, whoever wrote them at once', async () => {
    await Promise.all(
      Array.from({ length: 20 }, () => inStreet((context) => context.emit(note(randomUUID())))),
    );
    expect((await verify()).unsealedCount).toBeGreaterThanOrEqual(20);
    await Promise.all([street.seal(), street.seal(), street.seal()]);
    const report = await verify();
    expect(report).toMatchObject({ intact: true, unsealedCount: 0 });
    expect(report.checkedCount).toBeGreaterThanOrEqual(20);
  });

  it('forgets an event whose transaction is taken back', async () => {
    const id = randomUUID();
    await expect(
      inStreet(async (context) => {
        await context.emit(note(id));
        throw new Error('taken back');
      }),
    ).rejects.toThrow('taken back');
    const { rowCount } = await street.owner.query('select 1 from events where subject_id = $1', [id]);
    expect(rowCount).toBe(0);
  });

  it('cannot be rewritten by the application', async () => {
    const { db } = street.kernel;
    await expect(
      db.updateTable('events').set({ name: 'x' }).where('street_id', '=', streetId).execute(),
    ).rejects.toThrow(/permission denied/);
    await expect(db.deleteFrom('event_seals').where('street_id', '=', streetId).execute()).rejects.toThrow(
      /permission denied/,
    );
  });

  it.each([
    [
      'a changed payload',
      'update events set data = \'{"a":0}\' where id = (select event_id from event_seals where street_id = $1 and seq = 3)',
      3,
      'payload',
    ],
    [
      'a changed seal',
      'update event_seals set hash = previous_hash where street_id = $1 and seq = 2',
      2,
      'link',
    ],
    [
      'a lost event',
      'delete from events where id = (select event_id from event_seals where street_id = $1 and seq = 1)',
      1,
      'missing',
    ],
  ])('%s is found by its place', async (_, tamper, seq, reason) => {
    await street.owner.query(tamper, [streetId]);
    expect(await verify()).toMatchObject({ intact: false, brokenAt: { seq, reason } });
  });

  it('writes one text for one value', () => {
    expect(canonicalJson({ b: 1, a: { d: undefined, c: 'x' } })).toBe('{"a":{"c":"x"},"b":1}');
  });
});

describe('reactions', () => {
  it('may not share a name', () => {
    const one = { name: 'notes.hear', event: 'note.made', run: async () => {} };
    expect(() => reactionsByEvent([one, one])).toThrow('declared twice');
  });

  it('are enqueued with the event, not before and not without it, and run once', async () => {
    const heard: string[] = [];
    const reactions = new Map([
      [
        'note.made',
        [
          {
            name: 'notes.hear',
            event: 'note.made',
            run: async (_: Context, event: { subjectId: string }) => void heard.push(event.subjectId),
          },
        ],
      ],
    ]);
    Object.assign(street.kernel, { reactions });
    const worker = await startWorker(street.kernel, street.ownerUrl, { work: true });
    try {
      const lost = randomUUID();
      await inStreet(async (context) => {
        await context.emit(note(lost));
        throw new Error('taken back');
      }).catch(() => {});
      const kept = randomUUID();
      await inStreet((context) => context.emit(note(kept)));
      await expect.poll(() => heard, { timeout: 15_000 }).toEqual([kept]);
      const { rows } = await street.owner.query(
        "select count(*)::int as count from pgboss.job where name = 'reactions'",
      );
      expect(rows[0].count).toBe(1);
    } finally {
      await worker.stop();
    }
  });
});
