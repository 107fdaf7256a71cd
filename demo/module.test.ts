import { beforeAll, describe, expect, it } from 'vitest';
import { listPersonas, signInAsPersona } from '#contract/identity/endpoints.ts';
import { roles } from '#contract/identity/roles.ts';
import { plantStreet, setUp } from '../server/setup.ts';
import { type EmptyDatabase, emptyDatabase } from '../tests/kit/emptyDatabase.ts';
import { testStreet } from '../tests/kit/street.ts';
import { demoModule } from './module.ts';
import { smallStaffOf } from './replay/smallStaff.ts';

describe('outside the demo', () => {
  it('the process does not know the door', async () => {
    const { stranger } = await testStreet();
    expect(await stranger.refusal(listPersonas)).toMatchObject({ status: 404, code: 'route.unknown' });
    expect(await stranger.refusal(signInAsPersona, { body: { key: 'principal' } })).toMatchObject({
      status: 404,
      code: 'route.unknown',
    });
  });

  it('even a process that was given the door does not open it on a real street', async () => {
    const { kernel, serve } = await emptyDatabase();
    await plantStreet(kernel, 'neutral', false);
    const app = await serve(demoModule);
    const personas = await app.inject({ url: '/api/demo/personas' });
    const entered = await enter(app, 'principal');
    expect([personas.statusCode, entered.statusCode]).toEqual([404, 404]);
    expect(entered.json()).toMatchObject({ code: 'route.unknown' });
    expect(entered.headers['set-cookie']).toBeUndefined();
  });
});

describe('a demo of a pack without people of its own', () => {
  let database: EmptyDatabase;
  let app: Awaited<ReturnType<EmptyDatabase['serve']>>;

  beforeAll(async () => {
    database = await emptyDatabase({ JIA_PACK: 'wenjing' });
    await setUp(database.kernel, () => {});
    app = await database.serve(demoModule);
  });

  it('shows one person for each role', async () => {
    const { street, personas } = (await app.inject({ url: '/api/demo/personas' })).json();
    expect(street).toBe('文景街道');
    expect(personas.map((persona: { key: string }) => persona.key)).toEqual([...roles]);
  });

  it.each(smallStaffOf('wenjing').map((persona) => [persona.name, persona.key]))(
    '%s comes in with one tap',
    async (name, key) => {
      const answer = await enter(app, key);
      expect(answer.statusCode).toBe(200);
      expect(answer.json()).toMatchObject({ name, posts: [{ role: key }], mustChangePassword: false });
      expect(answer.headers['set-cookie']).toMatch(/HttpOnly/);
    },
  );

  it('an administrator has the rights that need a second factor', async () => {
    const me = (await enter(app, 'audit_admin')).json();
    expect(me.permissions).toEqual(['audit.read']);
  });

  it('nobody else comes in', async () => {
    expect((await enter(app, 'nobody')).json()).toMatchObject({ status: 404, code: 'persona.unknown' });
  });

  it('nobody of the demo has a password', async () => {
    const { rows } = await kernelRows(database);
    expect(rows).toBe(0);
  });
});

async function enter(app: Awaited<ReturnType<EmptyDatabase['serve']>>, key: string) {
  return await app.inject({
    method: 'POST',
    url: '/api/demo/session',
    headers: { 'x-jia-client': 'test' },
    payload: { key },
  });
}

async function kernelRows({ kernel }: EmptyDatabase): Promise<{ rows: number }> {
  const found = await kernel.db
    .selectFrom('accounts')
    .select('id')
    .where('street_id', '=', 110112009)
    .where('password_hash', 'is not', null)
    .execute();
  return { rows: found.length };
}
