// Random histories against the services and the database, guided by what the machine allows: long enough to reach
// every state and every move, and after each step the promises hold (domain.md 7.6 nos. 1 to 7, 9, 13, 18 to 20).
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { openCase as openEndpoint } from '#contract/cases/endpoints.ts';
import {
  type Kind,
  kinds,
  type Move,
  moves,
  type Status,
  statuses,
  terminals,
} from '#contract/cases/machine.ts';
import type { CaseMoved } from '#contract/cases/records.ts';
import { allowedMoves } from '#modules/cases/rules.ts';
import { sweepTimers } from '#modules/cases/service/sweep.ts';
import { openCase } from '../kit/cases.ts';
import {
  anybody,
  communityWork,
  type Deed,
  type DeedName,
  deeds,
  type Moment,
  type Scene,
} from '../kit/deeds.ts';
import { streetId } from '../kit/people.ts';
import { sendPhoto } from '../kit/photos.ts';
import { checkPromises, momentOf, readWhole, type Whole } from '../kit/promises.ts';
import { flowStage } from '../kit/stage.ts';
import type { Caller } from '../kit/street.ts';

const stage = await flowStage();
const { street } = stage;
const histories = 64;
const deedsMax = 40;
/** Every so many deeds are anybody's, to be refused and to leave nothing behind. */
const wild = 9;

/** Sessions end while time goes by: everybody signs in again. */
const callers = new Map<string, Promise<Caller>>();
const as = (name: string) => {
  const caller = callers.get(name) ?? street.as(name);
  callers.set(name, caller);
  return caller;
};
const idleMinutes = 25;
let sinceSignIn = 0;
const pass = (minutes: number) => {
  street.clock.advance(minutes * 60_000);
  sinceSignIn += minutes;
  if (sinceSignIn < idleMinutes) return;
  callers.clear();
  sinceSignIn = 0;
};
const scene: Scene = {
  as,
  entranceId: '',
  communityId: '',
  otherId: '',
  rootId: '',
  now: () => street.clock.now(),
  photos: async (name) => [
    await sendPhoto(await as(name), 'before'),
    await sendPhoto(await as(name), 'after'),
  ],
};

async function system() {
  const home = await street.kernel.streets.byId(streetId);
  if (!home) throw new Error('no street');
  return street.kernel.systemContext(home, street.kernel.db);
}

const opened: readonly Kind[] = kinds.filter((kind) => kind !== 'whistle');
const played: string[] = [];
const seen = { statuses: new Map<string, number>(), steps: new Map<string, number>(), refused: 0, done: 0 };
const count = (of: Map<string, number>, name: string) => of.set(name, (of.get(name) ?? 0) + 1);

async function open(kind: Kind, place: number): Promise<CaseMoved> {
  const order = { channel: 'hotline', externalNumber: `史${place}`, dueAt: hoursAhead(place % 2 ? 90 : 1) };
  return await (await as('李书记')).call(openEndpoint, {
    body: {
      kind,
      text: '楼门口贴满小广告',
      areaId: scene.entranceId,
      matterCode: communityWork,
      requestType: place % 3 === 0 ? 'inquiry' : 'help',
      requester: kind === 'grid_case' ? null : { name: '钱女士', phone: '13700137000' },
      ...(kind === 'hotline_order' ? order : { channel: 'visit' }),
    } as never,
  });
}

const hoursAhead = (hours: number) => new Date(scene.now().getTime() + hours * 3_600_000).toISOString();

/** The deed that chance takes of those that are possible, by their weights. */
function chosen(at: Moment, chance: number): [DeedName, Deed] | undefined {
  const allowed: readonly string[] = allowedMoves(at);
  const choices = (Object.entries(deeds) as [DeedName, Deed][])
    .filter(([name]) => !(moves as readonly string[]).includes(name) || allowed.includes(name))
    .map(
      ([name, deed]) =>
        [name, deed, typeof deed.weight === 'number' ? deed.weight : deed.weight(at)] as const,
    )
    .filter(([, , weight]) => weight > 0);
  let left = chance * choices.reduce((sum, [, , weight]) => sum + weight, 0);
  const hit = choices.find(([, , weight]) => {
    left -= weight;
    return left < 0;
  });
  return hit && [hit[0], hit[1]];
}

async function attempt(on: Whole, choice: number): Promise<Whole> {
  const at = momentOf(on);
  const isWild = choice % wild === 0;
  const names = Object.keys(deeds) as DeedName[];
  const any = names[choice % names.length] as DeedName;
  const hit = isWild ? ([any, deeds[any] as Deed] as const) : chosen(at, (choice % 9973) / 9973);
  if (!hit) return on;
  const [, deed] = hit;
  pass(deed.after ?? 1 + (choice % 4));
  const owner = typeof deed.who === 'string' ? deed.who : deed.who(at);
  const who = isWild ? (anybody[choice % anybody.length] ?? owner) : owner;
  const payload = { ...(await deed.body?.(scene, at, who)), version: on.row.version };
  const answer = await (await as(who)).send({
    method: 'POST',
    url: deed.endpoint.path.replace(':caseId', on.row.id),
    headers: { 'idempotency-key': crypto.randomUUID() },
    payload,
  } as never);
  const after = await readWhole(await system(), on.row.id);
  if (answer.statusCode === 200) {
    seen.done += 1;
    return after;
  }
  expect([403, 404, 409], answer.payload).toContain(answer.statusCode);
  expect(after.row).toEqual(on.row);
  expect(after.steps).toHaveLength(on.steps.length);
  seen.refused += 1;
  return on;
}

const history = fc.noBias(fc.array(fc.nat(1_000_000), { minLength: deedsMax, maxLength: deedsMax }));

/** Reachable by hand; a draft is handed in as it is made. */
const reachable: readonly Status[] = statuses.filter((status) => status !== 'draft');
const actsSeen = [
  ...['contact', 'add_progress', 'request_extension', 'grant_extension', 'deny_extension', 'supervise'],
  ...['apply_exclusion', 'decide_exclusion', 'miss_callback', 'blow_whistle'],
];

describe('guided random histories', () => {
  beforeAll(async () => {
    Object.assign(scene, {
      entranceId: stage.entranceId,
      communityId: stage.communityId,
      otherId: stage.otherCommunityId,
      rootId: (await openCase(stage)).caseId,
    });
    for (const [place, choices] of fc.sample(history, { numRuns: histories, seed: 20261121 }).entries()) {
      let on = await readWhole(
        await system(),
        (await open(opened[place % opened.length] as Kind, place)).caseId,
      );
      played.push(on.row.id);
      for (const choice of choices) {
        if (terminals.includes(on.row.status) && on.row.status !== 'closed') break;
        const before = on;
        on = await attempt(on, choice);
        if (on === before) continue;
        checkPromises(on, before);
        count(seen.statuses, on.row.status);
        for (const { name } of on.steps.slice(before.steps.length)) count(seen.steps, name);
      }
      for (const { name } of on.steps.slice(0, 1)) count(seen.steps, name);
    }
  }, 600_000);

  it('are long, and mostly of deeds that may be done', () => {
    expect(seen.done).toBeGreaterThan(histories * 12);
    expect(seen.refused).toBeGreaterThan(histories);
  });

  it('reach every state', () => {
    for (const status of reachable) expect(seen.statuses.get(status) ?? 0, status).toBeGreaterThan(0);
  });

  it('make every move, and the acts beside them', () => {
    for (const name of [...moves, ...actsSeen]) expect(seen.steps.get(name) ?? 0, name).toBeGreaterThan(0);
  });

  it('let no timer approve or answer anything, however long nobody comes', async () => {
    const before = new Map<string, Whole>();
    for (const id of played) before.set(id, await readWhole(await system(), id));
    pass(60 * 24 * 60);
    for (let turn = 0; turn < 3; turn++) await sweepTimers(await system());
    for (const [id, was] of before) {
      const is = await readWhole(await system(), id);
      const byTimer = is.steps.slice(was.steps.length).map(({ name }) => name as Move);
      for (const name of byTimer) expect(['warn_overdue', 'resume', 'escalate_tier']).toContain(name);
      const judged = ({ row }: Whole) => [row.signed, row.result, row.answer, row.solved, row.closure_type];
      expect(judged(is)).toEqual(judged(was));
      checkPromises(is, was);
    }
  }, 300_000);
});
