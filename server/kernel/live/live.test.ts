import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '#kernel/database/transaction.ts';
import { closeLive } from '#kernel/live/live.ts';
import { streetId } from '../../../tests/kit/people.ts';
import { type TestStreet, testStreet } from '../../../tests/kit/street.ts';

let street: TestStreet;
let url: string;

beforeAll(async () => {
  street = await testStreet();
  url = await street.app.listen({ port: 0, host: '127.0.0.1' });
});

afterAll(() => closeLive(street.kernel));

async function happen(subjectId: string, areaPath: string): Promise<void> {
  const here = await street.kernel.streets.byId(streetId);
  if (!here) throw new Error('no street');
  await inTransaction(street.kernel.db, (db) =>
    street.kernel.systemContext(here, db).emit({
      name: 'note.made',
      subject: { module: 'notes', id: subjectId },
      areaPath,
      data: { secret: '张三' },
    }),
  );
  await street.seal();
}

describe('live pages', () => {
  it('are closed to a stranger', async () => {
    expect((await fetch(`${url}/api/live`)).status).toBe(401);
  });

  it('hint at what changed in the listener’s places, and say no more than that', async () => {
    const worker = await street.as('周网格');
    const stop = new AbortController();
    const answer = await fetch(`${url}/api/live`, {
      headers: { authorization: `Bearer ${worker.token}` },
      signal: stop.signal,
    });
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    let heard = '';
    const reading = (async () => {
      for await (const chunk of answer.body ?? []) heard += Buffer.from(chunk).toString();
    })().catch(() => {});

    // The hub begins at the chain's end when it first looks; until then nothing is a change.
    const mine = randomUUID();
    const foreign = randomUUID();
    await expect
      .poll(
        async () => {
          await happen(foreign, '/990101001/990101001002/');
          await happen(mine, '/990101001/990101001001/990101001001001/');
          return heard;
        },
        { timeout: 15_000, interval: 400 },
      )
      .toContain(mine);
    expect(heard).not.toContain(foreign);
    expect(heard).not.toContain('张三');
    stop.abort();
    await reading;
  });
});
