// Every endpoint, as the stranger, the wrong role, the wrong community and the wrong street. A new endpoint without
// an example fails here.
import { describe, expect, it } from 'vitest';
import type { AnyEndpoint } from '#contract/define.ts';
import { rolePermissions } from '#contract/identity/roles.ts';
import { type Permission, permissions } from '#contract/permissions.ts';
import { streetId, testPeople } from '../kit/people.ts';
import { type Example, walkers } from './examples/example.ts';
import { examples } from './examples/examples.ts';
import { makeWorld } from './examples/world.ts';
import { type Answer, send } from './send.ts';

const world = await makeWorld();
const endpoints = world.street.kernel.routes.map((route) => route.endpoint);
const guarded = endpoints.filter(({ access }) => access !== 'public');

/** Open to anybody, and why that is right. A new entry is a decision. */
const open: Record<string, string> = {
  'kernel.health': 'whether the platform is up',
  'identity.send_code': 'before signing in',
  'identity.sign_in_with_code': 'signing in',
  'identity.sign_in_with_password': 'signing in',
  'identity.device_contact': 'a lost phone has no session any more',
  'cases.track': 'by number and phone tail, for who reported by phone',
  'cases.open_rating': 'the link is the right; it names nobody',
  'cases.answer_rating': 'the link is the right, and it works once',
  'cases.list_published': 'what staff published of solved cases, with nobody in it',
  'cases.get_published': 'what staff published of solved cases, with nobody in it',
  'cases.similar_questions': 'questions that staff published with their answers',
  'cases.read_public_photo': 'a photo that staff chose to show',
  'points.read_rules': 'what earns points is public (积分规则公示)',
  'attendance.check_certificate': 'whoever is shown a proof may ask whether it is genuine; names are masked',
  'attendance.list_noticed_certificates': 'proofs under public notice; names masked, codes cut',
  'attendance.list_noticed_checks': 'spot checks are published (志愿服务记录与证明出具办法); nobody is named',
  'attendance.list_honours': 'nicknames of those who asked to be named',
  'audit.heads': 'anybody may keep the published heads of the trail',
};

describe('endpoints', () => {
  it('open to anybody are these', () => {
    const found = endpoints.filter(({ access }) => access === 'public').map(({ name }) => name);
    expect(found.toSorted()).toEqual(Object.keys(open).toSorted());
  });

  it('each have an example, and no example is left over', () => {
    expect(Object.keys(examples).toSorted()).toEqual(guarded.map(({ name }) => name).toSorted());
  });
});

describe.each(guarded.map((endpoint) => [endpoint.name, endpoint] as const))('%s', (name, endpoint) => {
  const example = examples[name];
  if (!example) return;

  it('refuses the stranger and whoever lacks the permission', async () => {
    expect(await send(world.street.stranger, endpoint, nowhere(endpoint))).toMatchObject({
      status: 401,
      code: 'session.missing',
    });
    for (const person of lacking(endpoint)) {
      expect(await send(await world.as(person), endpoint, nowhere(endpoint)), person).toMatchObject({
        status: 403,
        code: 'permission.missing',
      });
    }
  });

  if (endpoint.kind === 'live') return;

  it(promises[example.aim], async () => {
    await walk(endpoint, example);
  });
});

const promises = {
  record: 'refuses the other community and the other street, and serves the holder',
  list: 'shows its rows to the holder and to nobody elsewhere',
  self: 'leaves no trace with others',
} as const;

async function walk(endpoint: AnyEndpoint, example: Example): Promise<void> {
  const { holder, outsider, foreigner } = walkers(endpoint, example);
  const shown = await example.shows?.(world);
  const request = await example.request(world);
  const elsewhere = outsider ? [outsider, foreigner] : [foreigner];
  for (const person of elsewhere) {
    const before = await world.traces();
    const answer = await send(await world.as(person), endpoint, request);
    expect(answer.status, `${person}: ${answer.text}`).toBeLessThan(500);
    if (example.aim === 'record') expectRefusal(person, answer, example);
    if (shown) expect(answer.text, person).not.toContain(shown);
    if (endpoint.access !== 'signed_in') expect(holds(person, endpoint.access), person).toBe(true);
    expect(await world.traces(), `${person} left a trace`).toBe(before);
  }

  const served = await send(await world.as(holder), endpoint, request);
  expect(served.status < 400 ? 'served' : served.code, served.text).toBe(example.reaches ?? 'served');
  if (shown) expect(served.text).toContain(shown);
}

function expectRefusal(person: string, answer: Answer, { elsewhere }: Example): void {
  if (elsewhere && answer.code === elsewhere) return;
  expect([403, 404], `${person}: ${answer.text}`).toContain(answer.status);
  expect(answer.code, person).not.toBe('permission.missing');
}

/** A request that names nothing: who may is asked before what is sent is read. */
const nowhere = (endpoint: AnyEndpoint) => ({
  params: Object.fromEntries([...endpoint.path.matchAll(/:(\w+)/g)].map(([, key]) => [key ?? '', 'x'])),
});

function holds(name: string, access: AnyEndpoint['access']): boolean {
  const person = testPeople.find((candidate) => candidate.name === name);
  return person !== undefined && rolePermissions[person.role].includes(access as Permission);
}

/** A resident, and somebody of the office who holds other rights. */
function lacking({ access }: AnyEndpoint): string[] {
  if (!permissions.includes(access as Permission)) return [];
  const without = testPeople.filter((person) => person.streetId === streetId && !holds(person.name, access));
  const office = without.findLast(({ role }) => rolePermissions[role].length > 0);
  return ['陈居民', ...(office ? [office.name] : [])];
}

describe('the walk', () => {
  const area = endpoints.find(({ name }) => name === 'territory.read_area') as AnyEndpoint;
  const inGrid = async () => ({ params: { areaId: world.id('grid') } });

  it('notices an endpoint that serves the other community', async () => {
    await expect(walk(area, { aim: 'record', request: inGrid, outsider: '唐科长' })).rejects.toThrow(
      '唐科长',
    );
  });

  it('notices a list that shows rows of others', async () => {
    const shows = async () => world.id('grid');
    await expect(walk(area, { aim: 'list', request: inGrid, shows, outsider: '唐科长' })).rejects.toThrow();
  });

  it('notices an example that the holder cannot use', async () => {
    const gone = async () => ({ params: { areaId: crypto.randomUUID() } });
    await expect(walk(area, { aim: 'record', request: gone })).rejects.toThrow('served');
  });

  it('notices a trace left with others', async () => {
    const create = endpoints.find(({ name }) => name === 'territory.create_area') as AnyEndpoint;
    const request = async () => ({ body: { parentId: world.id('grid'), level: 'estate', name: '越界院' } });
    await expect(walk(create, { aim: 'self', request, outsider: '唐科长' })).rejects.toThrow('left a trace');
  });
});
