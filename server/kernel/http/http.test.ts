import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { listPosts } from '#contract/identity/endpoints.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { type Caller, type TestStreet, testNow, testStreet } from '../../../tests/kit/street.ts';
import { forgetOldAnswers } from './idempotency.ts';

let street: TestStreet;
let secretary: Caller;
let areaId: string;

beforeAll(async () => {
  street = await testStreet();
  secretary = await street.as('李书记');
  const areas = await secretary.call(listAreas, { query: { level: 'community' } });
  areaId = areas.items[0]?.areaId ?? '';
});

const url = '/api/organisations';
const enterprise = (name: string) => ({ kind: 'enterprise', name, areaId });
const post = (payload: unknown, headers: Record<string, string> = {}) =>
  secretary.send({ method: 'POST', url, headers: { 'idempotency-key': randomUUID(), ...headers }, payload });

async function countEvents(): Promise<number> {
  const { rows } = await street.owner.query(
    "select count(*)::int as count from events where name = 'organisation.registered'",
  );
  return rows[0].count;
}

describe('bad input', () => {
  it('malformed JSON is answered with what to do, in Chinese, as problem+json', async () => {
    const answer = await secretary.send({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      payload: '{"kind": ',
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ code: 'input.not_json', type: 'urn:jia:problem:input.not_json' });
    expect(answer.json().detail).toContain('JSON');
  });

  it('a body of 10 MB is refused before it is read', async () => {
    const answer = await post({ ...enterprise('大'), note: 'x'.repeat(10_000_000) });
    expect(answer.statusCode).toBe(413);
    expect(answer.json().code).toBe('input.too_large');
  });

  it('wrong types are named field by field', async () => {
    const answer = await post({ kind: 7, name: [], areaId: 'no' });
    expect(answer.statusCode).toBe(400);
    const pointers = answer.json().fields.map((field: { pointer: string }) => field.pointer);
    expect(pointers).toEqual(expect.arrayContaining(['/body/kind', '/body/name', '/body/areaId']));
  });

  it('another media type is refused', async () => {
    const answer = await post('<a/>', { 'content-type': 'application/xml' });
    expect(answer.statusCode).toBe(415);
  });

  it('a cursor that no list handed out is refused', async () => {
    expect(await secretary.refusal(listPosts, { query: { cursor: 'bm90LWpzb24' } })).toMatchObject({
      status: 400,
    });
  });

  it('an unknown address is a problem too', async () => {
    const answer = await street.stranger.send({ method: 'GET', url: '/api/nowhere' });
    expect(answer.json()).toMatchObject({ status: 404, code: 'route.unknown' });
  });
});

describe('idempotency', () => {
  it('a write without a key is refused', async () => {
    const answer = await secretary.send({ method: 'POST', url, payload: enterprise('甲') });
    expect(answer.json()).toMatchObject({ status: 400, code: 'idempotency.key_missing' });
  });

  it('the same key gives the same answer and one record, also when both come at once', async () => {
    const key = randomUUID();
    const before = await countEvents();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => post(enterprise('一次'), { 'idempotency-key': key })),
    );
    const [first] = answers;
    expect(answers.map((answer) => answer.statusCode)).toEqual([200, 200, 200, 200, 200]);
    for (const answer of answers) expect(answer.json()).toEqual(first?.json());
    expect(await countEvents()).toBe(before + 1);
  });

  it('the same key with another body is refused', async () => {
    const key = randomUUID();
    await post(enterprise('乙'), { 'idempotency-key': key });
    expect((await post(enterprise('丙'), { 'idempotency-key': key })).json()).toMatchObject({
      status: 409,
      code: 'idempotency.conflict',
    });
  });

  it('an answer is kept for a month, for a phone that was offline, and then forgotten', async () => {
    const here = await street.kernel.streets.byId(990101001);
    if (!here) throw new Error('no street');
    const key = randomUUID();
    const first = await post(enterprise('月'), { 'idempotency-key': key });
    const forget = () => forgetOldAnswers(street.kernel.systemContext(here, street.kernel.db));
    await forget();
    expect((await post(enterprise('月'), { 'idempotency-key': key })).json()).toEqual(first.json());
    street.clock.advance(31 * 86_400_000);
    await forget();
    const { rowCount } = await street.owner.query('select 1 from idempotency_keys where key = $1', [key]);
    expect(rowCount).toBe(0);
    street.clock.set(testNow);
  });

  it('a refused command leaves its key free', async () => {
    const key = randomUUID();
    const refused = await post({ ...enterprise('丁'), areaId: randomUUID() }, { 'idempotency-key': key });
    expect(refused.statusCode).toBe(404);
    expect((await post(enterprise('丁'), { 'idempotency-key': key })).statusCode).toBe(200);
  });
});

describe('foreign pages', () => {
  const cookie = () => ({ cookie: `jia=${secretary.token}`, authorization: '' });

  it('a write on the cookie from another origin is refused', async () => {
    const answer = await street.app.inject({
      method: 'POST',
      url,
      headers: {
        cookie: cookie().cookie,
        origin: 'https://evil.example',
        'x-jia-client': 'web',
        'idempotency-key': randomUUID(),
      },
      payload: enterprise('恶'),
    });
    expect(answer.json()).toMatchObject({ status: 403, code: 'request.foreign_origin' });
  });

  it('a form, which cannot set our header, is refused', async () => {
    const answer = await street.app.inject({
      method: 'POST',
      url,
      headers: { cookie: cookie().cookie, 'idempotency-key': randomUUID() },
      payload: enterprise('表'),
    });
    expect(answer.statusCode).toBe(403);
  });

  it('our own page may write', async () => {
    const answer = await street.app.inject({
      method: 'POST',
      url,
      headers: {
        cookie: cookie().cookie,
        host: 'jia.test',
        origin: 'http://jia.test',
        'x-jia-client': 'web',
        'idempotency-key': randomUUID(),
      },
      payload: enterprise('自家'),
    });
    expect(answer.statusCode).toBe(200);
  });

  it('answers carry the security headers', async () => {
    const { headers } = await street.stranger.send({ method: 'GET', url: '/api/health' });
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-frame-options']).toBeDefined();
  });
});

describe('one transaction', () => {
  it('a refused write leaves no row and no event', async () => {
    const before = await countEvents();
    const { rows } = await street.owner.query('select count(*)::int as count from organisations');
    await post({ ...enterprise('无'), areaId: randomUUID() });
    const after = await street.owner.query('select count(*)::int as count from organisations');
    expect(after.rows[0].count).toBe(rows[0].count);
    expect(await countEvents()).toBe(before);
  });
});
