// A year of activities in the demo, week by week, and what families do with the points they earn.
import { listProgrammes } from '#contract/activities/endpoints.ts';
import { addDays, instantOn, weekdayOf } from '#kernel/calendar/time.ts';
import type { Office } from '../cases/people.ts';
import { apart } from '../chapters/apart.ts';
import type { Chapter } from '../chapters/tell.ts';
import { type Random, random } from '../random.ts';
import { perform, type Stage } from '../replay/stage.ts';
import { callNow, callsInWeek } from './calls.ts';
import { dutyInWeek, dutyNow } from './duty.ts';
import { helpInWeek } from './help.ts';
import { honoursInWeek } from './honours.ts';
import { tellNow, tellSoon } from './now.ts';
import { type Party, partiesOf } from './parties.ts';
import { helpNow } from './personasNow.ts';
import { tellPractice } from './practice.ts';
import { redeemInWeek } from './redemptions.ts';
import { homeCommunity, hourMs, minuteMs, type Plan, tellActivity, type Week } from './scenes.ts';
import { settleBefore } from './settle.ts';
import { sweep, weekly } from './sweeps.ts';
import { needsNow, teamsInWeek } from './teams.ts';
import { activityThemes } from './themes.ts';

const weeks = 52;
const activitiesPerWeek = 4;
const activitiesNumber = 0x4000;
/** Of the activities for which families are drawn. */
const drawnShare = 0.1;
const heard = ['activities.', 'attendance.', 'points.', 'redemption.', 'mutualhelp.', 'calls.'] as const;

/** Told at once, for the whole year. */
export const practiceChapters: readonly Chapter[] = [{ key: 'practice', number: 0x5100, tell: tellPractice }];

const chapterOf = (weeksAgo: number): Chapter => ({
  key: `activities ${weeksAgo}`,
  number: activitiesNumber + weeks - weeksAgo,
  heard: weeksAgo <= 0 ? [...heard, 'notifications.'] : heard,
  tell: (stage, office) => tellWeek(stage, office, weeksAgo),
});

/** What visitors look for first: today and the days to come. It needs families, but nothing of their year. */
export const weekToCome: Chapter = chapterOf(-1);

/** The oldest week first: a family cannot spend what it has not earned. */
export const weekChapters: readonly Chapter[] = Array.from({ length: weeks }, (_, index) =>
  chapterOf(weeks - 1 - index),
);

/** What is going on as a visitor comes in. The last of all: whoever is somewhere now cannot be there last week. */
export const momentChapter: Chapter = {
  key: 'moment',
  number: 0x5200,
  heard: [...heard, 'notifications.'],
  tell: async (stage, office) => {
    stage.clock.set(stage.end);
    const monday = mondayBefore(stage.today, -1);
    const programmes = await programmesOf(stage, office);
    const parties = await partiesOf(stage);
    const week = { stage, chance: random('now'), monday, parties, programmes, booked: new Set<string>() };
    await tellEach(moments, week, office);
  },
};

async function tellWeek(stage: Stage, office: Office, weeksAgo: number): Promise<void> {
  const chance = random(`activities ${weeksAgo}`);
  const monday = mondayBefore(stage.today, weeksAgo);
  const written = instantOn(monday, 9 * hourMs);
  stage.clock.set(written < stage.end ? written : stage.end);
  const parties = await partiesOf(stage);
  if (parties.length === 0) return;
  const programmes = await programmesOf(stage, office);
  const week: Week = { stage, chance, monday, parties, programmes, booked: new Set() };
  for (const [place, plan] of plansOf(weeksAgo, chance, office).entries()) {
    await apart(stage, `activity ${weeksAgo}/${place}`, async () => {
      const begins = new Date(written.getTime() + place * minuteMs);
      stage.clock.set(begins < stage.end ? begins : stage.end);
      await tellActivity({ ...week, ...plan });
    });
  }
  // What the families earned since is theirs to spend.
  const since = await partiesOf(stage);
  const apartFrom = (part: string): Week => ({
    ...week,
    chance: random(`${part} ${weeksAgo}`),
    parties: since,
  });
  if (weeksAgo < 0) {
    await tellEach(invitations, apartFrom('to come'), office);
    return;
  }
  await callsInWeek(apartFrom('calls'), office);
  await dutyInWeek(apartFrom('duty'), office);
  await teamsInWeek(apartFrom('teams'), office, weeksAgo);
  await helpInWeek(apartFrom('help'));
  await redeemInWeek(stage, chance, affordable(parties, await partiesOf(stage)), monday);
  await honoursInWeek(apartFrom('honours'), office, weeksAgo);
  await apart(stage, `sweep ${monday}`, async () => {
    const over = new Date(instantOn(addDays(monday, 7)).getTime() - minuteMs);
    stage.clock.set(over < stage.end ? over : stage.end);
    await sweep(stage, weekly);
  });
  await settleBefore(stage, office, monday);
}

/** A counter may come before the week's activities: only what was there on Monday, and still is, is spent. */
function affordable(then: readonly Party[], now: readonly Party[]): Party[] {
  const before = new Map(then.map(({ adultId, points }) => [adultId, points]));
  return now.map((party) => ({ ...party, points: Math.min(party.points, before.get(party.adultId) ?? 0) }));
}

type Tales = Readonly<Record<string, (week: Week, office: Office) => Promise<void>>>;

const invitations: Tales = { soon: tellSoon, call: callNow };
const moments: Tales = { activity: tellNow, duty: dutyNow, needs: needsNow, help: helpNow };

async function tellEach(tales: Tales, week: Week, office: Office): Promise<void> {
  for (const [name, tell] of Object.entries(tales))
    await apart(week.stage, `${name} now`, () => tell(week, office));
}

/** Any four; of the week to come, what the personas look at: one to be drawn, one with a line. */
function plansOf(weeksAgo: number, chance: Random, office: Office): Plan[] {
  const themes = chance.sample(activityThemes, activitiesPerWeek);
  const plans = themes.map((theme): Plan => {
    const here = chance.pick(office.neighbourhoods);
    const lottery = theme.weekday !== 0 && theme.weekday >= 4 && chance.chance(drawnShare);
    return lottery ? { here, theme, lottery, fill: 1.2 } : { here, theme };
  });
  const home = office.neighbourhoods.find(({ path }) => path.includes(homeCommunity));
  const [lights] = activityThemes;
  const books = activityThemes.find(({ places }) => places === 16);
  if (!home || !lights || !books) return plans;
  if (weeksAgo >= 0)
    // The personas have something every other week.
    return plans.map((plan, place) => (place === 0 && weeksAgo % 2 === 0 ? { ...plan, here: home } : plan));
  const drawn = { here: home, theme: lights, lottery: true, fill: 0.7 };
  const full = { here: home, theme: { ...books, places: 8 }, fill: 1.8 };
  return [drawn, full, ...plans.filter(({ theme }) => theme !== lights && theme !== books)];
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
