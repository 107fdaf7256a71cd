// The five operations, as a community secretary at work sends them.
import type { Answer } from '../client.ts';
import { type Client, personaToken } from '../client.ts';
import type { BenchServer } from '../server.ts';
import type { Aim } from './drive.ts';
import { details, searches, troubles } from './words.ts';

export const operations = ['create', 'list', 'get', 'search', 'transition'] as const;
export type Operation = (typeof operations)[number];
export type Aims = Record<Operation, () => Aim | undefined> & { create(): Aim; look(caseId: string): Aim };

const rowsWanted = 50;
const look = 16;
const dayMs = 86_400_000;
/** A matter that a community leads (art. 17). */
const communityMatter = '0901';

interface Moved {
  caseId: string;
  version: number;
}

interface Place {
  areaId: string;
  code: string;
  name: string;
}

/** What one server is asked, with ids of its own. */
export async function aimsAt(server: BenchServer, load: Client): Promise<Aims> {
  const token = await personaToken(server.url, 'community_secretary');
  const read = async (path: string) => {
    const answer = await load.send({ method: 'GET', path, token });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.text.slice(0, 300)}`);
    return JSON.parse(answer.text);
  };
  const placesAt = async (level: string): Promise<Place[]> =>
    (await read(`/api/areas?level=${level}&areaId=${community.areaId}&limit=200`)).items;
  const communities: Place[] = (await read('/api/areas?level=community&limit=50')).items;
  const community = communities.find(({ code }) => code === '110112003009') as Place;
  const grids = await placesAt('grid');
  const doors = await placesAt('entrance');
  const ids = await idsOf(read);

  const moves: Aim[] = [];
  const move = (caseId: string, verb: string, body: object): Aim => ({
    method: 'POST',
    path: `/api/cases/${caseId}/${verb}`,
    token,
    body,
  });
  /** What is done with a case that was created: it is registered, then dispatched. */
  const registration = (created: Answer, { areaId }: Place): Aim => {
    const { caseId, version } = JSON.parse(created.text) as Moved;
    const body = { version, matterCode: communityMatter, areaId, urgency: 'ordinary' };
    return {
      ...move(caseId, 'register', body),
      answered: (answer) => {
        const lead = { kind: 'area', unitId: community.areaId };
        const { version } = JSON.parse(answer.text) as Moved;
        moves.push(move(caseId, 'dispatch', { version, lead }));
      },
    };
  };
  let turn = 0;
  return {
    look: (caseId) => ({ method: 'GET', path: `/api/cases/${caseId}`, token }),
    create: () => {
      const door = any(doors, turn);
      const registers = (answer: Answer) => void moves.push(registration(answer, door));
      return { ...creation(door, turn++), token, answered: registers };
    },
    list: () => {
      const path = listPath(turn++, community, grids);
      return { method: 'GET', path, token, answered: turn % look === 0 ? wholePage : undefined };
    },
    get: () => ({ method: 'GET', path: `/api/cases/${any(ids, turn++)}`, token }),
    search: () => ({
      method: 'GET',
      path: `/api/cases?limit=${rowsWanted}&search=${encodeURIComponent(any(searches, turn++))}`,
      token,
      answered: turn % look === 0 ? someRows : undefined,
    }),
    transition: () => moves.shift(),
  };
}

const any = <T>(of: readonly T[], turn: number): T => of[(turn * 7919) % of.length] as T;

/** Ids all over the register: of every month, and of the open ones. */
async function idsOf(read: (path: string) => Promise<{ items: { caseId: string }[] }>): Promise<string[]> {
  const ids: string[] = [];
  for (let month = 0; month < 36; month++) {
    const before = new Date(Date.now() - month * 30 * dayMs).toISOString();
    for (const status of ['closed', 'in_progress', 'under_review']) {
      const { items } = await read(`/api/cases?limit=200&status=${status}&dueBefore=${before}`);
      ids.push(...items.map(({ caseId }) => caseId));
    }
  }
  return [...new Set(ids)];
}

/** Filtered by state, place and deadline, so that every page is full in the small register too. */
function listPath(turn: number, community: Place, grids: readonly Place[]): string {
  const before = (days: number) => new Date(Date.now() + days * dayMs).toISOString();
  const [status, place, due] =
    turn % 4 === 0
      ? ['closed', any(grids, turn), before(1)]
      : turn % 4 === 1
        ? ['closed', community, before(-(turn % 300))]
        : ['in_progress', community, before(15 + (turn % 10))];
  return `/api/cases?limit=${rowsWanted}&status=${status}&areaId=${(place as Place).areaId}&dueBefore=${due}`;
}

function wholePage(answer: Answer): void {
  const { items } = JSON.parse(answer.text) as { items: unknown[] };
  if (items.length !== rowsWanted) throw new Error(`A page has ${items.length} rows, not ${rowsWanted}.`);
}

function someRows(answer: Answer): void {
  const { items } = JSON.parse(answer.text) as { items: unknown[] };
  if (items.length === 0) throw new Error('A search found nothing.');
}

function creation(door: Place, turn: number) {
  return {
    method: 'POST',
    path: '/api/cases',
    body: {
      kind: 'resident_report',
      channel: 'visit',
      text: `${any(troubles, turn)}，${any(details, turn + 3)}`,
      areaId: door.areaId,
      placeText: door.name,
      requester: { name: '陈女士', phone: `199${String(10_000_000 + turn).slice(-8)}` },
    },
  };
}
