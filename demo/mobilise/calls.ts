// Calls to action of the year: snow in winter, a flood warning in summer, an old man who was found again, and one that
// is open now. People answer, gather, sign in and are thanked.

import { type CallTemplate, callSkills, templateFacts } from '#contract/calls/codes.ts';
import {
  answerCall,
  closeCall,
  getCall,
  issueCall,
  setSkills,
  standDown,
} from '#contract/calls/endpoints.ts';
import { callTemplateTexts } from '#contract/calls/words.ts';
import { addDays, instantOn } from '#kernel/calendar/time.ts';
import type { Neighbourhood, Office } from '../cases/people.ts';
import { apart } from '../chapters/apart.ts';
import { personas } from '../personas.ts';
import type { Holder } from '../replay/stage.ts';
import { perform } from '../replay/stage.ts';
import { clerkOf, homeOf } from './now.ts';
import type { Party } from './parties.ts';
import { dayMs, hourMs, type Week } from './scenes.ts';
import { hold, placed } from './venue.ts';

interface CallStory {
  template: CallTemplate;
  /** The day of the year it happened, `MM-DD`, or how many days ago. */
  on: string | number;
  hour: number;
  hours: number;
  groups: readonly ('everyone' | 'families' | 'wardens' | 'skilled')[];
  why?: string;
  result: string;
  /** Called off, with the reason. */
  stoodDown?: string;
}

const stories: readonly CallStory[] = [
  {
    template: 'snow',
    on: '01-18',
    hour: 7,
    hours: 3,
    groups: ['families', 'wardens'],
    result: '院内主路和26个楼门口清完，撒了防滑沙，没有老人摔倒。',
  },
  {
    template: 'flood',
    on: '07-24',
    hour: 18,
    hours: 6,
    groups: ['families', 'wardens', 'skilled'],
    result: '低洼处轮流值守，帮4户一楼邻居搬了东西，雨停后撤离。',
  },
  {
    template: 'flood',
    on: '08-09',
    hour: 16,
    hours: 8,
    groups: ['families', 'wardens'],
    result: '',
    stoodDown: '雨带南移，预警解除',
  },
  {
    template: 'missing_person',
    on: 17,
    hour: 15,
    hours: 5,
    groups: ['families', 'wardens'],
    why: '帅府东里一位78岁的大爷上午出门没有回家，穿深蓝色棉服，走路慢。请在自家附近留意，见到先陪着，打110，再告诉社区。',
    result: '傍晚在河边步道找到，已平安到家。谢谢每一位邻居。',
  },
];

const peopleMax = 24;
const comingShare = 0.45;

const dayOf = ({ on }: CallStory, { monday, stage }: Week): string =>
  typeof on === 'number'
    ? addDays(stage.today, -on)
    : on < monday.slice(5)
      ? `${Number(monday.slice(0, 4)) + 1}-${on}`
      : `${monday.slice(0, 4)}-${on}`;

/** Those whose day lies in this week and is over. */
export async function callsInWeek(week: Week, office: Office): Promise<void> {
  const home = homeOf(office);
  if (!home) return;
  for (const story of stories) {
    const day = dayOf(story, week);
    const isNow = day >= week.monday && day < addDays(week.monday, 7);
    if (isNow && instantOn(day, 24 * hourMs) < week.stage.end)
      await apart(week.stage, `call ${story.template} ${day}`, () => tellCall(week, home, story, day));
  }
}

async function tellCall(week: Week, home: Neighbourhood, story: CallStory, day: string): Promise<void> {
  const { stage, chance } = week;
  const starts = instantOn(day, story.hour * hourMs);
  const ends = new Date(starts.getTime() + story.hours * hourMs);
  stage.clock.set(new Date(starts.getTime() - (story.template === 'missing_person' ? 0.5 : 10) * hourMs));
  const near = neighboursOf(week, home);
  if (story.groups.includes('skilled'))
    for (const { holder } of near.slice(0, 6))
      await perform(stage, holder, setSkills, { body: { skills: chance.sample(callSkills, 2) } });
  const { callId, sessionId } = await issue(week, home, story, { starts, ends });
  const coming = near.filter(() => chance.chance(comingShare)).slice(0, peopleMax);
  for (const { holder } of coming) await say(week, holder, callId, 'coming');
  if (story.stoodDown) {
    stage.clock.advance(2 * hourMs);
    await finish(week, home, { callId, reason: story.stoodDown });
    return;
  }
  const said = coming.map(({ holder, adultId }) => ({ holder, personIds: [adultId] }));
  const guests = await placed(stage, sessionId, said);
  const clerk = clerkOf(home);
  if (clerk) await hold({ stage, chance }, clerk, sessionId, { starts, ends }, guests);
  stage.clock.set(new Date(ends.getTime() + hourMs));
  await finish(week, home, { callId, result: story.result, cameCount: guests.length });
}

/** Adults of families of the community, in an order of chance. */
const neighboursOf = ({ parties, chance }: Week, home: Neighbourhood): Party[] =>
  chance.sample(
    parties.filter(({ communityPath }) => home.path.startsWith(communityPath)),
    2 * peopleMax,
  );

async function issue(
  { stage }: Week,
  home: Neighbourhood,
  { template, groups, why }: Pick<CallStory, 'template' | 'groups' | 'why'>,
  { starts, ends }: { starts: Date; ends: Date },
) {
  const text = callTemplateTexts[template];
  return await perform(stage, home.secretary, issueCall, {
    body: {
      template,
      title: text.title,
      why: why ?? text.why,
      areaId: home.areaId,
      // The community is named before it.
      gatherPoint: text.point.replace(/^社区/, ''),
      startsAt: starts.toISOString(),
      endsAt: ends.toISOString(),
      peopleWanted: templateFacts[template].peopleWanted,
      familyAgreed: templateFacts[template].familyAgrees,
      areaIds: [home.areaId],
      groups: [...groups],
      ...(groups.includes('skilled') ? { skills: ['water_rescue', 'strong_hands', 'electric'] } : {}),
    },
  });
}

/** Who is called and says so; not everybody with a family is reached. */
async function say({ stage }: Week, holder: Holder, callId: string, answer: 'coming' | 'not_coming') {
  stage.clock.advance(60_000);
  await apart(stage, `answer ${callId}`, async () => {
    await perform(stage, holder, answerCall, { params: { callId }, body: { answer } });
  });
}

async function finish(
  { stage }: Week,
  { secretary }: Neighbourhood,
  told: { callId: string; reason: string } | { callId: string; result: string; cameCount: number },
): Promise<void> {
  const params = { callId: told.callId };
  const { version } = await perform(stage, secretary, getCall, { params });
  if ('reason' in told)
    await perform(stage, secretary, standDown, { params, body: { reason: told.reason, version } });
  else {
    const { result, cameCount } = told;
    await perform(stage, secretary, closeCall, { params, body: { result, cameCount, version } });
  }
}

/** One that is open: the mother and the warden of the personas have not answered yet. */
export async function callNow(week: Week, office: Office): Promise<void> {
  const home = homeOf(office);
  if (!home) return;
  const { stage, chance } = week;
  const own = new Set(personas.map(({ name }) => name));
  const starts = new Date(instantOn(addDays(stage.today, 2), 9 * hourMs));
  const ends = new Date(starts.getTime() + 4 * hourMs);
  stage.clock.set(new Date(Math.min(stage.end.getTime() - 3 * hourMs, starts.getTime() - dayMs)));
  const story = { template: 'big_event', groups: ['families', 'wardens'] } as const;
  const { callId } = await issue(week, home, story, { starts, ends });
  const others = neighboursOf(week, home).filter(({ holder }) => !own.has(holder.name));
  for (const { holder } of others.slice(0, 14))
    await say(week, holder, callId, chance.chance(0.8) ? 'coming' : 'not_coming');
}
