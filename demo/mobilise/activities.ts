// A year of activities in the demo, week by week: planned, signed up for, held, and what came of them.
import {
  getActivity,
  listProgrammes,
  planActivity,
  publishActivity,
} from '#contract/activities/endpoints.ts';
import { signUp } from '#contract/activities/mine.ts';
import { stepAt } from '#contract/attendance/codes/steps.ts';
import { makeVenueCode } from '#contract/attendance/codes/venue.ts';
import { openVenue, readVenue, scanVenue } from '#contract/attendance/endpoints.ts';
import { addDays, ageOn, dayOf, instantOn, weekdayOf } from '#kernel/calendar/time.ts';
import type { Neighbourhood, Office } from '../cases/people.ts';
import { apart } from '../chapters/apart.ts';
import type { Chapter } from '../chapters/tell.ts';
import { personas } from '../personas.ts';
import { type Random, random } from '../random.ts';
import { type Holder, perform, type Stage } from '../replay/stage.ts';
import { type Party, partiesOf } from './parties.ts';
import { redeemInWeek, settleMonth } from './redemptions.ts';
import { type ActivityTheme, activityThemes } from './themes.ts';

const weeks = 52;
const activitiesPerWeek = 4;
const activitiesNumber = 0x4000;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** 帅府, where the personas live and work. */
const homeCommunity = '110112003009';
const nameOf = (key: string) => personas.find((one) => one.key === key)?.name;
const motherName = nameOf('mother');
const clerkName = nameOf('community_clerk');
/** How full an activity gets, of its places; above one there is a line. */
const filling = { least: 0.25, most: 0.6 } as const;
const absentShare = 0.06;
const heard = ['activities.', 'attendance.', 'points.', 'redemption.'] as const;

/** The oldest week first: a family cannot spend what it has not earned. The last is the week to come. */
export const activityChapters: readonly Chapter[] = Array.from({ length: weeks + 1 }, (_, index): Chapter => {
  const weeksAgo = weeks - 1 - index;
  return {
    key: `activities ${weeksAgo}`,
    number: activitiesNumber + weeks - weeksAgo,
    heard: weeksAgo <= 0 ? [...heard, 'notifications.'] : heard,
    tell: (stage, office) => tellWeek(stage, office, weeksAgo),
  };
});

async function tellWeek(stage: Stage, office: Office, weeksAgo: number): Promise<void> {
  const chance = random(`activities ${weeksAgo}`);
  const monday = mondayBefore(stage.today, weeksAgo);
  const written = instantOn(monday, 9 * 60 * minuteMs);
  stage.clock.set(written < stage.end ? written : stage.end);
  const parties = await partiesOf(stage);
  if (parties.length === 0) return;
  const common = {
    stage,
    chance,
    parties,
    programmes: await programmesOf(stage, office),
    booked: new Set<string>(),
  };
  for (const [place, plan] of plansOf(weeksAgo, chance, office).entries()) {
    await apart(stage, `activity ${weeksAgo}/${place}`, async () => {
      const begins = new Date(written.getTime() + place * minuteMs);
      stage.clock.set(begins < stage.end ? begins : stage.end);
      await tellActivity({ ...common, ...plan, monday });
    });
  }
  if (weeksAgo === 0) await apart(stage, 'activity now', () => tellNow(common, office));
  if (weeksAgo < 0) return;
  await redeemInWeek(stage, chance, await partiesOf(stage), monday);
  const before = addDays(monday, -7).slice(0, 7);
  if (before < monday.slice(0, 7))
    await apart(stage, `settlements ${before}`, () => settleMonth(stage, office, before));
}

interface Plan {
  here: Neighbourhood;
  theme: ActivityTheme;
  /** Drawn instead of first come. */
  lottery?: boolean;
  /** How full it gets, of its places. */
  fill?: number;
}

/** Any four; of the week to come, what the personas look at: one to be drawn, one with a line. */
function plansOf(weeksAgo: number, chance: Random, office: Office): Plan[] {
  const themes = chance.sample(activityThemes, activitiesPerWeek);
  const plans = themes.map((theme) => ({ here: chance.pick(office.neighbourhoods), theme }));
  const home = office.neighbourhoods.find(({ path }) => path.includes(homeCommunity));
  const [lights] = activityThemes;
  const books = activityThemes.find(({ places }) => places === 16);
  if (weeksAgo >= 0 || !home || !lights || !books) return plans;
  const drawn = { here: home, theme: lights, lottery: true, fill: 0.7 };
  const full = { here: home, theme: { ...books, places: 8 }, fill: 1.6 };
  return [drawn, full, ...plans.filter(({ theme }) => theme !== lights && theme !== books)];
}

/** One under way at this moment, where the community of the personas runs the venue. */
async function tellNow(common: Omit<Scene, 'here' | 'theme' | 'monday'>, office: Office): Promise<void> {
  const { stage } = common;
  const here = office.neighbourhoods.find(({ path }) => path.includes(homeCommunity));
  const theme = activityThemes.find(({ isFor, category }) => isFor === 'volunteers' && category === 'labour');
  if (!here || !theme) return;
  const tenMinutes = 10 * minuteMs;
  const starts = new Date(Math.floor(stage.end.getTime() / tenMinutes) * tenMinutes - tenMinutes);
  const ends = new Date(starts.getTime() + theme.minutes * minuteMs);
  stage.clock.set(new Date(starts.getTime() - 2 * 24 * 60 * minuteMs));
  const scene: Scene = { ...common, here, theme, monday: dayOf(starts) };
  const organiser = here.clerks.find(({ name }) => name === clerkName) ?? here.clerks[0];
  if (!organiser) return;
  const { sessionId } = await publishOne(scene, organiser, starts, ends);
  const guests = await fill(scene, sessionId, dayOf(starts));
  await hold(
    scene,
    organiser,
    sessionId,
    { starts, ends: null },
    guests.slice(0, Math.ceil(guests.length / 2)),
  );
}

const mondayBefore = (today: string, weeksAgo: number): string => {
  const day = addDays(today, -7 * weeksAgo);
  return addDays(day, -((weekdayOf(day) + 6) % 7));
};

async function programmesOf(stage: Stage, office: Office): Promise<ReadonlyMap<string, string>> {
  const [clerk] = office.neighbourhoods[0]?.clerks ?? [];
  if (!clerk) return new Map();
  const { items } = await perform(stage, clerk, listProgrammes, {});
  return new Map(items.map(({ name, programmeId }) => [name, programmeId]));
}

interface Scene {
  stage: Stage;
  chance: Random;
  here: Neighbourhood;
  theme: ActivityTheme;
  monday: string;
  parties: readonly Party[];
  programmes: ReadonlyMap<string, string>;
  /** `adult/day`: nobody is at two of them on one day. */
  booked: Set<string>;
  lottery?: boolean;
  fill?: number;
}

async function tellActivity(scene: Scene): Promise<void> {
  const { stage, chance, here, theme, monday } = scene;
  const day = addDays(monday, (theme.weekday + 6) % 7);
  const starts = instantOn(day, theme.begins * minuteMs);
  const ends = new Date(starts.getTime() + theme.minutes * minuteMs);
  const organiser = chance.pick(here.clerks);
  const published = await publishOne(scene, organiser, starts, ends);
  const guests = await fill(scene, published.sessionId, dayOf(starts));
  if (ends.getTime() >= stage.end.getTime()) return;
  await hold(scene, organiser, published.sessionId, { starts, ends }, guests);
}

async function publishOne(
  { stage, here, theme, programmes, lottery = false }: Scene,
  organiser: Holder,
  starts: Date,
  ends: Date,
): Promise<{ sessionId: string }> {
  const { title, body, category, place, places, ageMin, ageMax, accompaniedBelow, isFor } = theme;
  const planned = await perform(stage, organiser, planActivity, {
    body: {
      ...{ title, body, category, place, ageMin, ageMax, accompaniedBelow, isFor },
      programmeId: programmes.get(theme.programme) ?? null,
      areaId: here.areaId,
      familyCap: 3,
      allotment: lottery ? 'lottery' : 'first_come',
      sessions: [
        {
          startsAt: starts.toISOString(),
          endsAt: ends.toISOString(),
          places,
          // Drawn two days before, at noon.
          ...(lottery
            ? { closesAt: instantOn(addDays(dayOf(starts), -2), 12 * 60 * minuteMs).toISOString() }
            : {}),
        },
      ],
    },
  });
  const { activityId, version } = planned;
  await perform(stage, organiser, publishActivity, { params: { activityId }, body: { version } });
  const { sessions } = await perform(stage, organiser, getActivity, { params: { activityId } });
  return { sessionId: sessions[0]?.sessionId ?? '' };
}

interface Guest {
  party: Party;
  personIds: readonly string[];
}

/** Families of the community first, then others, until it is as full as it gets. */
async function fill(scene: Scene, sessionId: string, day: string) {
  const { stage, chance, here, theme, parties, booked } = scene;
  const near = parties.filter(({ communityPath }) => here.path.startsWith(communityPath));
  const mother = near.filter(({ holder }) => holder.name === motherName);
  const asked = [...mother, ...chance.sample(near, 40), ...chance.sample(parties, 40)];
  const usual = filling.least + chance.next() * (filling.most - filling.least);
  const wanted = Math.round(theme.places * (scene.fill ?? usual));
  const guests: Guest[] = [];
  let taken = 0;
  for (const party of asked) {
    if (taken >= wanted) break;
    const there = `${party.adultId}/${day}`;
    if (booked.has(there)) continue;
    const personIds = whoComes(party, theme, day);
    if (!personIds) continue;
    booked.add(there);
    if (stage.clock.now().getTime() + hourMs < stage.end.getTime())
      stage.clock.advance(chance.between(1, 40) * minuteMs);
    const { holder } = party;
    await apart(stage, `sign-up ${sessionId}`, async () => {
      await perform(stage, holder, signUp, {
        params: { sessionId },
        body: { members: personIds.map((personId) => ({ personId })), guardianConsent: true },
      });
      guests.push({ party, personIds });
      taken += personIds.length;
    });
  }
  return guests;
}

/** The adult with the children whose age fits; null where nobody fits. */
function whoComes(party: Party, theme: ActivityTheme, day: string): string[] | null {
  const age = (bornOn: string) => ageOn(day, bornOn);
  const children = party.children.filter(
    ({ bornOn }) =>
      (theme.ageMin === null || age(bornOn) >= theme.ageMin) &&
      (theme.ageMax === null || age(bornOn) <= theme.ageMax),
  );
  if (theme.ageMin !== null && theme.ageMin < 16 && children.length === 0) return null;
  return [...children.slice(0, 2).map(({ personId }) => personId), party.adultId];
}

/** The venue opens, families come and go by its code; a few do not come. Without an end it goes on. */
async function hold(
  { stage, chance }: Scene,
  organiser: Holder,
  sessionId: string,
  { starts, ends }: { starts: Date; ends: Date | null },
  guests: readonly Guest[],
): Promise<void> {
  const params = { sessionId };
  stage.clock.set(new Date(starts.getTime() - 20 * minuteMs));
  await perform(stage, organiser, openVenue, {
    params,
    body: { screenNow: stage.clock.now().toISOString() },
  });
  const { code, streetId } = await perform(stage, organiser, readVenue, { params });
  if (!code) throw new Error('the venue shows no code');
  const key = {
    streetId,
    occurrence: new Uint8Array(Buffer.from(code.occurrence, 'hex')),
    secret: new Uint8Array(Buffer.from(code.secret, 'hex')),
  };
  const present = guests.filter(() => !chance.chance(absentShare));
  const scans = [
    ['in', new Date(starts.getTime() - 5 * minuteMs)],
    ...(ends ? [['out', ends]] : []),
  ] as const;
  for (const [direction, at] of scans as readonly (readonly ['in' | 'out', Date])[]) {
    stage.clock.set(at);
    for (const { party, personIds } of present) {
      stage.clock.advance(chance.between(2, 15) * 1_000);
      const text = await makeVenueCode(key, direction, stepAt(stage.clock.now().getTime()));
      await apart(stage, `scan ${sessionId}`, async () => {
        await perform(stage, party.holder, scanVenue, {
          body: {
            by: { way: 'code', code: text },
            personIds: [...personIds],
            nonce: stage.office().newId(),
            deviceId: party.holder.accountId,
          },
        });
      });
    }
  }
}
