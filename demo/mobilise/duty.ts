// Duty in shifts: volunteers put themselves down, and each shift leaves a note to the next.
import { signUp } from '#contract/activities/mine.ts';
import { handOver, planDuty } from '#contract/calls/endpoints.ts';
import type { DutyShift } from '#contract/calls/records.ts';
import { addDays, instantOn } from '#kernel/calendar/time.ts';
import type { Neighbourhood, Office } from '../cases/people.ts';
import { apart, unless } from '../chapters/apart.ts';
import { perform } from '../replay/stage.ts';
import { clerkOf, homeOf } from './now.ts';
import { dayMs, hourMs, type Week } from './scenes.ts';
import { type Guest, hold } from './venue.ts';

interface DutyStory {
  title: string;
  place: string;
  /** `MM-DD` of the first day, or days from today. */
  on: string | number;
  /** Beginnings in hours after midnight of the first day; each shift is as long. */
  shifts: readonly number[];
  hours: number;
  notes: readonly string[];
}

const posts = [
  { name: '巡院', places: 3 },
  { name: '看水位', places: 2 },
];
const stories: readonly DutyStory[] = [
  {
    title: '汛期夜间值守',
    place: '社区居委会值班室',
    on: '07-25',
    shifts: [18, 22, 26],
    hours: 4,
    notes: [
      '3号楼后墙根积水两指深，抽水泵已接好，下一班接着看。',
      '水已退，泵收在值班室；2单元老人家里没有进水。',
      '雨停，井盖都在，沙袋留在东门，天亮后收。',
    ],
  },
];
const todayStory: DutyStory = {
  title: '周末文明值守',
  place: '小区东门岗亭',
  on: 0,
  shifts: [8, 13, 18, 32, 37],
  hours: 4,
  notes: [
    '快递车占了消防通道，司机答应挪走，下一班再看一眼。',
    '消防通道已空出来；西门路灯有一盏不亮，已随手拍。',
  ],
};

export async function dutyInWeek(week: Week, office: Office): Promise<void> {
  for (const story of stories) {
    const day = `${week.monday.slice(0, 4)}-${story.on}`;
    const isNow = day >= week.monday && day < addDays(week.monday, 7);
    if (isNow && instantOn(addDays(day, 3)) < week.stage.end) await told(week, office, story, day);
  }
}

/** Shifts of today and tomorrow, where the personas are: those over have left their note. */
export const dutyNow = (week: Week, office: Office): Promise<void> =>
  told(week, office, todayStory, week.stage.today);

async function told(week: Week, office: Office, story: DutyStory, day: string): Promise<void> {
  const home = homeOf(office);
  if (home) await apart(week.stage, `duty ${day}`, () => tellDuty(week, home, story, day));
}

async function tellDuty(week: Week, home: Neighbourhood, story: DutyStory, day: string): Promise<void> {
  const { stage, chance } = week;
  const clerk = clerkOf(home);
  if (!clerk) return;
  const worker = home.clerks.find((one) => one !== clerk) ?? home.secretary;
  const spans = story.shifts.map((hour) => {
    const starts = instantOn(day, hour * hourMs);
    return {
      startsAt: starts.toISOString(),
      endsAt: new Date(starts.getTime() + story.hours * hourMs).toISOString(),
    };
  });
  stage.clock.set(new Date(instantOn(day).getTime() - dayMs));
  const { items } = await perform(stage, clerk, planDuty, {
    body: { title: story.title, areaId: home.areaId, place: story.place, posts, shifts: spans },
  });
  const near = chance.sample(
    week.parties.filter(({ communityPath }) => home.path.startsWith(communityPath)),
    posts.length * 3 * items.length,
  );
  const size = posts.reduce((sum, { places }) => sum + places, 0);
  for (const [place, shift] of items.entries()) {
    const people = near.slice(place * size, (place + 1) * size);
    const guests = await putDown(
      week,
      shift,
      people.map(({ holder, adultId }) => ({ holder, personIds: [adultId] })),
    );
    const times = { starts: new Date(shift.startsAt), ends: new Date(shift.endsAt) };
    if (times.ends.getTime() >= stage.end.getTime()) continue;
    await hold({ stage, chance }, worker, shift.sessionId, times, guests);
    const note = story.notes[place];
    if (!note) continue;
    const body = { note, version: shift.version };
    await perform(stage, worker, handOver, { params: { shiftId: shift.shiftId }, body });
  }
}

/** Each takes one of the posts in turn, as far as there are places. */
async function putDown(week: Week, shift: DutyShift, people: readonly Guest[]): Promise<Guest[]> {
  const { stage } = week;
  const postIds = await postsOf(week, shift.sessionId);
  stage.clock.set(new Date(Math.min(Date.parse(shift.startsAt) - 2 * hourMs, stage.end.getTime())));
  const guests: Guest[] = [];
  for (const [index, guest] of people.entries()) {
    const postId = postIds[index];
    if (!postId) break;
    await apart(stage, `duty ${shift.sessionId}`, async () => {
      const members = guest.personIds.map((personId) => ({ personId, postId }));
      const put = await unless(['sign_up.busy'], () =>
        perform(stage, guest.holder, signUp, { params: { sessionId: shift.sessionId }, body: { members } }),
      );
      if (put) guests.push(guest);
    });
  }
  return guests;
}

/** A post as often as it has places. */
async function postsOf({ stage }: Week, sessionId: string): Promise<string[]> {
  const rows = await stage.db
    .selectFrom('activity_posts')
    .select(['id', 'places'])
    .where('street_id', '=', stage.street.streetId)
    .where('session_id', '=', sessionId)
    .orderBy('position')
    .execute();
  return rows.flatMap(({ id, places }) => Array.from({ length: places }, () => id));
}
