// What goes on at this moment, and what one can still sign up for today and tomorrow.
import { signUp } from '#contract/activities/mine.ts';
import { addDays, dayOf, instantOn } from '#kernel/calendar/time.ts';
import type { Neighbourhood, Office } from '../cases/people.ts';
import { apart } from '../chapters/apart.ts';
import { personas } from '../personas.ts';
import { type Holder, perform, type Stage } from '../replay/stage.ts';
import { dayMs, fill, homeCommunity, hourMs, minuteMs, publishOne, type Scene, type Week } from './scenes.ts';
import { soonThemes, themeCalled } from './themes.ts';
import { hold } from './venue.ts';

const clerkName = personas.find(({ key }) => key === 'community_clerk')?.name;

export const homeOf = (office: Office): Neighbourhood | undefined =>
  office.neighbourhoods.find(({ path }) => path.includes(homeCommunity));

export const clerkOf = ({ clerks }: Neighbourhood): Holder | undefined =>
  clerks.find(({ name }) => name === clerkName) ?? clerks[0];

/** One under way, where the community of the personas runs the venue; half of those expected are there. */
export async function tellNow(week: Week, office: Office): Promise<void> {
  const { stage } = week;
  const here = homeOf(office);
  const organiser = here && clerkOf(here);
  const theme = themeCalled('小菜园换土');
  if (!here || !organiser || !theme) return;
  const tenMinutes = 10 * minuteMs;
  const starts = new Date(Math.floor(stage.end.getTime() / tenMinutes) * tenMinutes - tenMinutes);
  const times = { starts, ends: new Date(starts.getTime() + theme.minutes * minuteMs) };
  stage.clock.set(new Date(starts.getTime() - 2 * dayMs));
  const scene: Scene = { ...week, here, theme, monday: dayOf(starts) };
  const { sessionId } = await publishOne(scene, organiser, times);
  const guests = await fill(scene, sessionId, times);
  const half = guests.slice(0, Math.ceil(guests.length / 2));
  await hold(scene, organiser, sessionId, { starts, ends: null }, half);
}

/** Tonight, tomorrow and the days after, with places left; what begins within the hour is not offered any more. */
export async function tellSoon(week: Week, office: Office): Promise<void> {
  const { stage } = week;
  const home = homeOf(office);
  if (!home) return;
  for (const [daysAhead, theme] of soonThemes.entries()) {
    const starts = instantOn(addDays(stage.today, daysAhead), theme.begins * minuteMs);
    if (starts.getTime() < stage.end.getTime() + hourMs) continue;
    const here = daysAhead % 3 === 2 ? week.chance.pick(office.neighbourhoods) : home;
    const organiser = clerkOf(here);
    if (!organiser) continue;
    await apart(stage, `soon ${theme.title}`, async () => {
      stage.clock.set(new Date(stage.end.getTime() - (26 - daysAhead) * hourMs));
      const times = { starts, ends: new Date(starts.getTime() + theme.minutes * minuteMs) };
      const scene: Scene = { ...week, here, theme, fill: 0.4 };
      const { sessionId } = await publishOne(scene, organiser, times);
      await fill(scene, sessionId, times);
      if (theme.title === classOfElders) await bringElder(week, sessionId);
    });
  }
}

const classOfElders = '银龄手机课';

/** The elder of the personas has a place in the class of tomorrow. */
async function bringElder({ stage }: Week, sessionId: string): Promise<void> {
  const elder = await accountOf(stage, 'elder');
  if (!elder?.personId) return;
  await perform(stage, elder, signUp, {
    params: { sessionId },
    body: { members: [{ personId: elder.personId }] },
  });
}

const nameOf = (key: string) => personas.find((one) => one.key === key)?.name;

/** The account of a persona, who acts as a resident. */
export async function accountOf(stage: Stage, key: string): Promise<Holder | null> {
  const row = await stage.db
    .selectFrom('accounts')
    .select(['id', 'person_id', 'name'])
    .where('street_id', '=', stage.street.streetId)
    .where('name', '=', nameOf(key) ?? '')
    .executeTakeFirst();
  return row ? { accountId: row.id, personId: row.person_id, name: row.name, phone: '', posts: [] } : null;
}
