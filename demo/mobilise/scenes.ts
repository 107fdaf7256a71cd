// One activity of the demo from its publication to the sign-out of the last who came.
import { getActivity, planActivity, publishActivity } from '#contract/activities/endpoints.ts';
import { signUp } from '#contract/activities/mine.ts';
import { addDays, ageOn, dayOf, instantOn } from '#kernel/calendar/time.ts';
import type { Neighbourhood } from '../cases/people.ts';
import { apart, unless } from '../chapters/apart.ts';
import { personas } from '../personas.ts';
import type { Random } from '../random.ts';
import { type Holder, perform, type Stage } from '../replay/stage.ts';
import type { Party } from './parties.ts';
import { sweep } from './sweeps.ts';
import type { ActivityTheme } from './themes.ts';
import { type Guest, hold, placed } from './venue.ts';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
/** 帅府, where the personas live and work. */
export const homeCommunity = '110112003009';
const motherName = personas.find(({ key }) => key === 'mother')?.name;
/** How full an activity gets, of its places; above one there is a line. */
const filling = { least: 0.45, most: 0.85 } as const;

/** What the scenes of a week have in common. */
export interface Week {
  stage: Stage;
  chance: Random;
  monday: string;
  parties: readonly Party[];
  programmes: ReadonlyMap<string, string>;
  /** `adult/day`: nobody is at two of them on one day. */
  booked: Set<string>;
}

export interface Plan {
  here: Neighbourhood;
  theme: ActivityTheme;
  /** Drawn instead of first come. */
  lottery?: boolean;
  /** How full it gets, of its places. */
  fill?: number;
}

export type Scene = Week & Plan;

export interface Times {
  starts: Date;
  ends: Date;
}

/** Told to its end where that is before now. */
export async function tellActivity(scene: Scene): Promise<void> {
  const { stage, chance, here, theme, monday } = scene;
  const day = addDays(monday, (theme.weekday + 6) % 7);
  const starts = instantOn(day, theme.begins * minuteMs);
  const times = { starts, ends: new Date(starts.getTime() + theme.minutes * minuteMs) };
  const organiser = chance.pick(here.clerks);
  const { sessionId, closes } = await publishOne(scene, organiser, times);
  const guests = await fill(scene, sessionId, times);
  if (times.ends.getTime() >= stage.end.getTime()) return;
  if (closes) {
    stage.clock.set(closes);
    await sweep(stage, ['activities.draw']);
  }
  const there = closes ? await placed(stage, sessionId, guests) : guests;
  await hold(scene, organiser, sessionId, times, there);
}

/** `closes` is when the lottery is drawn; null where places go to who comes first. */
export async function publishOne(
  { stage, here, theme, programmes, lottery = false }: Scene,
  organiser: Holder,
  { starts, ends }: Times,
): Promise<{ activityId: string; sessionId: string; closes: Date | null }> {
  const { title, body, category, place, places, ageMin, ageMax, accompaniedBelow, isFor } = theme;
  // Drawn two days before, at noon.
  const closes = lottery ? instantOn(addDays(dayOf(starts), -2), 12 * hourMs) : null;
  const span = { startsAt: starts.toISOString(), endsAt: ends.toISOString(), places };
  const planned = await perform(stage, organiser, planActivity, {
    body: {
      ...{ title, body, category, place, ageMin, ageMax, accompaniedBelow, isFor },
      programmeId: programmes.get(theme.programme) ?? null,
      areaId: here.areaId,
      familyCap: 3,
      allotment: lottery ? 'lottery' : 'first_come',
      priority: lottery ? 'days_90' : 'none',
      sessions: [closes ? { ...span, closesAt: closes.toISOString() } : span],
    },
  });
  const { activityId, version } = planned;
  await perform(stage, organiser, publishActivity, { params: { activityId }, body: { version } });
  const { sessions } = await perform(stage, organiser, getActivity, { params: { activityId } });
  return { activityId, sessionId: sessions[0]?.sessionId ?? '', closes };
}

/** Families of the community first, then others, until it is as full as it gets. */
export async function fill(scene: Scene, sessionId: string, { starts }: Times): Promise<Guest[]> {
  const { stage, chance, here, theme, parties, booked } = scene;
  const day = dayOf(starts);
  const near = parties.filter(({ communityPath }) => here.path.startsWith(communityPath));
  const mother = near.filter(({ holder }) => holder.name === motherName);
  const asked = [...mother, ...chance.sample(near, 60), ...chance.sample(parties, 60)];
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
    if (stage.clock.now().getTime() + hourMs < Math.min(stage.end.getTime(), starts.getTime() - 3 * dayMs))
      stage.clock.advance(chance.between(1, 40) * minuteMs);
    const { holder } = party;
    await apart(stage, `sign-up ${sessionId}`, async () => {
      const body = { members: personIds.map((personId) => ({ personId })), guardianConsent: true };
      const given = await unless(['sign_up.busy'], () =>
        perform(stage, holder, signUp, { params: { sessionId }, body }),
      );
      if (!given) return;
      const { items } = given;
      taken += items.filter(({ accompanies }) => !accompanies).length;
      if (items.every(({ state }) => state !== 'waiting')) guests.push({ holder, personIds });
    });
  }
  return guests;
}

/** The adult with the children whose age fits; adults alone where it is for everybody. Null where nobody fits. */
function whoComes(party: Party, theme: ActivityTheme, day: string): string[] | null {
  const age = (bornOn: string) => ageOn(day, bornOn);
  const children = party.children.filter(
    ({ bornOn }) =>
      (theme.ageMin === null || age(bornOn) >= theme.ageMin) &&
      (theme.ageMax === null || age(bornOn) <= theme.ageMax),
  );
  if (theme.ageMax !== null && children.length === 0) return null;
  return [...children.slice(0, 2).map(({ personId }) => personId), party.adultId];
}
