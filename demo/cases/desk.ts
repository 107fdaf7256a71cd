// What lies on the desks of the personas today: told first, so that nobody who looks in finds an empty list.
import type { Kind } from '#contract/cases/machine.ts';
import { apart } from '../chapters/apart.ts';
import { personas } from '../personas.ts';
import { random } from '../random.ts';
import type { Holder, Stage } from '../replay/stage.ts';
import { deskLines } from './deskLines.ts';
import type { Fate, Imagined } from './imagine.ts';
import type { Neighbourhood, Office } from './people.ts';
import type { Picture } from './pictures.ts';
import { inTheDay, type Mark } from './tale.ts';
import { tellCase } from './tell.ts';
import type { LeadOf } from './themes.ts';
import { callNames, surnames } from './words.ts';

export interface DeskLine {
  /** Whose list it is for; only groups the lines. */
  desk: string;
  kind: Kind;
  /** Hours ago that it came in. */
  ago: number;
  matter: string;
  /** Key of a persona. */
  reporter?: string;
  handler?: string;
  lead: LeadOf;
  upTo: Mark;
  fate?: Fate;
  dueInHours?: number;
  pictures?: Picture;
  isPublic?: boolean;
  /** At the entrance of the mother, the elder and the warden. */
  athome?: boolean;
  text: string;
  result?: string;
}

const homeCode = '110112003009007E01B03U3';

/** The desks, in the order in which they are laid. */
export const desks: readonly string[] = [...new Set(deskLines.map(({ desk }) => desk))];

interface Room {
  here: Neighbourhood;
  home: { id: string; path: string };
}

/** Nothing in a street without the personas of 北苑. */
export async function layDesk(stage: Stage, office: Office, desk: string): Promise<void> {
  const room = await roomOf(stage, office);
  if (!room) return;
  for (const [place, line] of deskLines.entries()) {
    if (line.desk !== desk) continue;
    const told = new Date(stage.end.getTime() - line.ago * 3_600_000);
    const begins = line.ago < recentHours ? told : inTheDay(told);
    await apart(stage, `desk ${desk}: ${line.text}`, async () => {
      stage.clock.set(begins);
      await tellCase(stage, office, imaginedOf(office, room, line, place), room.here);
    });
  }
}

async function roomOf(stage: Stage, office: Office): Promise<Room | null> {
  const home = await stage.db
    .selectFrom('areas')
    .select(['id', 'path'])
    .where('street_id', '=', stage.street.streetId)
    .where('code', '=', homeCode)
    .where('valid_to', 'is', null)
    .executeTakeFirst();
  const here = home && office.neighbourhoods.find(({ path }) => home.path.startsWith(path));
  return home && here ? { here, home } : null;
}

/** What came in lately came when it did; nobody is at the door in the night before. */
const recentHours = 24;

/** Acts of a case from its report to its end, about. */
const actsMax = 15;
const paceMax = 300;

function imaginedOf(office: Office, { home }: Room, line: DeskLine, place: number): Imagined {
  const chance = random(`desk ${place}`);
  const { kind, matter, lead, text, result = '', upTo, fate = 'ordinary' } = line;
  const { dueInHours, pictures, isPublic } = line;
  return {
    kind,
    theme: {
      matter,
      lead,
      weight: 0,
      texts: [],
      results: [],
      urgent: matter === '0103' || matter === '0201',
    },
    fate,
    text,
    result,
    minute: 0,
    upTo,
    pace: Math.min(paceMax, (line.ago * 60) / actsMax),
    requester: {
      name: `${chance.pick(surnames)}${chance.pick(callNames)}`,
      phone: `199${chance.between(10_000_000, 99_999_999)}`,
    },
    cast: { lead, reporter: personOf(office, line.reporter), handler: personOf(office, line.handler) },
    ...(line.athome ? { areaId: home.id, areaPath: home.path } : {}),
    ...(dueInHours === undefined ? {} : { dueInHours }),
    ...(pictures ? { pictures } : {}),
    ...(isPublic ? { isPublic } : {}),
    chance,
  };
}

function personOf(office: Office, key: string | undefined): Holder | undefined {
  const persona = personas.find((one) => one.key === key);
  return persona && office.of(persona.role).find(({ name }) => name === persona.name);
}
