import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { endpoint } from '#contract/define.ts';
import { addressOf, call } from './call.ts';
import { ProblemError } from './problem.ts';

const moveHousehold = endpoint({
  name: 'people.move_household',
  method: 'POST',
  path: '/api/households/:householdId/move',
  summary: 'Moves a household.',
  access: 'person.edit',
  params: z.object({ householdId: z.string() }),
  body: z.object({ to: z.string() }),
  output: z.object({ moved: z.literal(true) }),
});
const listHouseholds = endpoint({
  name: 'people.list_households',
  method: 'GET',
  path: '/api/households',
  summary: 'Lists households.',
  access: 'person.read',
  query: z.object({ search: z.string().optional(), tags: z.array(z.string()).optional() }),
  output: z.object({ items: z.array(z.string()) }),
});

const server = vi.fn<typeof fetch>();
const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const sent = () => server.mock.calls[0]?.[1] as RequestInit & { headers: Record<string, string> };

beforeEach(() => vi.stubGlobal('fetch', server));
afterEach(() => {
  server.mockReset();
  vi.unstubAllGlobals();
});

test('a lost network is a problem with a sentence, not a stack', async () => {
  server.mockRejectedValue(new TypeError('Failed to fetch'));
  const problem = await call(listHouseholds).catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(ProblemError);
  expect(problem).toMatchObject({
    code: 'network.offline',
    status: 0,
    detail: expect.stringContaining('信号不好'),
  });
});

test('a refusal keeps code, sentence, details and the fields to change', async () => {
  server.mockResolvedValue(
    answer(400, {
      type: 'urn:jia:problem:input.invalid',
      title: 'input.invalid',
      status: 400,
      code: 'input.invalid',
      detail: '有几处没填对',
      limit: 40,
      fields: [{ pointer: '/body/members/0/name', code: 'too_small', message: '名字不能空' }],
    }),
  );
  await expect(call(moveHousehold, { params: { householdId: '1' }, body: { to: '' } })).rejects.toMatchObject(
    {
      code: 'input.invalid',
      status: 400,
      detail: '有几处没填对',
      details: { limit: 40 },
      fields: { 'members.0.name': '名字不能空' },
    },
  );
});

test('an answer that is no problem of ours is a fault of the server', async () => {
  server.mockResolvedValue(new Response('<html>Bad gateway</html>', { status: 502 }));
  await expect(call(listHouseholds)).rejects.toMatchObject({ code: 'server.fault', status: 502 });
});

test('an answer that breaks the contract is refused', async () => {
  server.mockResolvedValue(answer(200, { items: [1] }));
  await expect(call(listHouseholds)).rejects.toMatchObject({ code: 'network.unreadable' });
});

test('a write proves its origin and carries one key, a read does not', async () => {
  server.mockImplementation(async () => answer(200, { moved: true, items: [] }));
  await call(
    moveHousehold,
    { params: { householdId: '1' }, body: { to: '2' } },
    { idempotencyKey: 'key-12345' },
  );
  expect(sent()).toMatchObject({
    method: 'POST',
    credentials: 'same-origin',
    body: '{"to":"2"}',
    headers: { 'x-jia-client': 'web', 'idempotency-key': 'key-12345', 'content-type': 'application/json' },
  });

  server.mockClear();
  await call(listHouseholds);
  expect(sent().headers).toEqual({ accept: 'application/json' });
  expect(sent().body).toBeNull();
});

test('an address is escaped, and what is not asked is left out', () => {
  expect(addressOf(moveHousehold, { params: { householdId: '3/2 号' } })).toBe(
    '/api/households/3%2F2%20%E5%8F%B7/move',
  );
  expect(addressOf(listHouseholds, { query: { search: '', tags: ['a', 'b'] } })).toBe(
    '/api/households?tags=a&tags=b',
  );
});
