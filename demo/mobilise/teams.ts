// Volunteer teams of communities, the old hands beside the new, and what communities need of them.
import {
  answerMentor,
  claimNeed,
  finishNeed,
  foundTeam,
  giveBackNeed,
  inviteApprentice,
  joinTeam,
  listTeams,
  postNeed,
} from '#contract/mutualhelp/teams.ts';
import { addDays, instantOn } from '#kernel/calendar/time.ts';
import type { Neighbourhood, Office } from '../cases/people.ts';
import { apart } from '../chapters/apart.ts';
import { personas } from '../personas.ts';
import { type Holder, perform, type Stage } from '../replay/stage.ts';
import { clerkOf, homeOf } from './now.ts';
import type { Party } from './parties.ts';
import { dayMs, hourMs, type Week } from './scenes.ts';

const personaNamed = (key: string) => personas.find((one) => one.key === key)?.name ?? '';

const teams = [
  ['红马甲巡院队', '每天傍晚走一圈，看看楼道、消防通道和独居老人家的灯。'],
  ['银龄理发队', '每月头一个周四，给出不了门的老人理发。'],
  ['故事妈妈队', '周末在图书角给孩子读绘本。'],
  ['护河遛弯队', '周日早上沿河走，边走边捡。'],
] as const;

const needs = [
  [
    '入户看望12位独居老人',
    '两人一组，送到家门口，坐一会儿，记下缺什么。',
    8,
    '12位老人都看到了，2位要修水龙头，已转网格员。',
  ],
  ['垃圾分类桶前引导', '早晚各一小时，教邻居分厨余。', 6, '连着七天有人在桶前，厨余分得干净多了。'],
  ['社区议事会布置会场', '摆桌椅、登记、倒水，结束后收拾。', 4, '会场按时收好，谢谢大家。'],
  ['清理楼道旧自行车', '张贴告示七天后，一起搬到集中点。', 10, '清出31辆，通道都通了。'],
] as const;

/** Founded in the first months: told once, in the week so many weeks ago. */
const foundedWeeksAgo = 44;
const communitiesMax = 6;
const needEveryWeeks = 4;

export async function teamsInWeek(week: Week, office: Office, weeksAgo: number): Promise<void> {
  const home = homeOf(office);
  if (!home) return;
  const places = [home, ...office.neighbourhoods.filter((one) => one !== home)].slice(0, 2 * communitiesMax);
  if (weeksAgo === Math.min(foundedWeeksAgo, weeksAgo))
    for (const [place, here] of places.entries())
      if (weeksAgo === foundedWeeksAgo - place * 2)
        await apart(week.stage, `team ${here.path}`, () => found(week, here, place));
  if (weeksAgo % needEveryWeeks === 0 && weeksAgo > 0 && weeksAgo < foundedWeeksAgo)
    await apart(week.stage, `need ${week.monday}`, () => need(week, home, weeksAgo / needEveryWeeks));
}

/** A neighbour founds it, others join; an old hand goes along with a newcomer. */
async function found(week: Week, here: Neighbourhood, place: number): Promise<void> {
  const { stage, chance, monday } = week;
  const near = membersOf(week, here);
  const [leader, ...others] = near;
  const line = teams[place % teams.length];
  if (!leader || !line || others.length < 3) return;
  stage.clock.set(instantOn(addDays(monday, 1), 10 * hourMs));
  const [name, purpose] = line;
  const { teamId } = await perform(stage, leader.holder, foundTeam, { body: { name, purpose } });
  const params = { teamId };
  const joined = others.slice(0, chance.between(4, 8));
  for (const { holder } of joined) {
    stage.clock.advance(3 * hourMs);
    await perform(stage, holder, joinTeam, { params });
  }
  for (const [index, newcomer] of joined.slice(-2).entries()) {
    const mentor = joined[index] ?? leader;
    if (mentor === newcomer) continue;
    const body = { personId: newcomer.adultId };
    await perform(stage, mentor.holder, inviteApprentice, { params, body });
    if (index === 0) await perform(stage, newcomer.holder, answerMentor, { params, body: { agrees: true } });
  }
}

/** Where the personas live the mother is one of them. */
function membersOf({ parties, chance }: Week, here: Neighbourhood): Party[] {
  const near = parties.filter(({ communityPath }) => here.path.startsWith(communityPath));
  const mother = near.filter(({ holder }) => holder.name === personaNamed('mother'));
  const others = chance.sample(
    near.filter((one) => !mother.includes(one)),
    9,
  );
  const [leader, ...rest] = others;
  return leader ? [leader, ...mother, ...rest] : mother;
}

/** Posted by the community, taken on by a team, thanked for; one in three first goes back to the board. */
async function need(week: Week, here: Neighbourhood, turn: number): Promise<void> {
  const { stage, monday } = week;
  const posted = await post(week, here, turn, addDays(monday, 5));
  const team = await teamOf(stage, here, week.parties);
  if (!posted || !team) return;
  const params = { needId: posted.needId };
  const claim = () => perform(stage, team.leader, claimNeed, { params, body: { teamId: team.teamId } });
  stage.clock.advance(5 * hourMs);
  let { version } = await claim();
  if (turn % 3 === 0) {
    await perform(stage, team.leader, giveBackNeed, { params });
    stage.clock.advance(20 * hourMs);
    ({ version } = await claim());
  }
  stage.clock.set(new Date(instantOn(addDays(monday, 5)).getTime() + 19 * hourMs));
  await perform(stage, posted.clerk, finishNeed, { params, body: { result: posted.result, version } });
}

async function post(week: Week, here: Neighbourhood, turn: number, day: string) {
  const { stage } = week;
  const clerk = clerkOf(here);
  const line = needs[turn % needs.length];
  if (!clerk || !line) return null;
  const [title, text, peopleWanted, result] = line;
  const written = new Date(instantOn(day).getTime() - 4 * dayMs + 10 * hourMs);
  stage.clock.set(written < stage.end ? written : new Date(stage.end.getTime() - hourMs));
  const span = {
    startsAt: instantOn(day, 15 * hourMs).toISOString(),
    endsAt: instantOn(day, 17 * hourMs).toISOString(),
  };
  const body = { communityId: here.areaId, title, text, peopleWanted, ...span };
  const { needId } = await perform(stage, clerk, postNeed, { body });
  return { needId, clerk, result };
}

/** The team of the community, and the party that leads it. */
async function teamOf(
  stage: Stage,
  here: Neighbourhood,
  parties: readonly Party[],
): Promise<{ teamId: string; leader: Holder } | null> {
  const clerk = clerkOf(here);
  if (!clerk) return null;
  const { items } = await perform(stage, clerk, listTeams, {});
  const { rows } = await leadersOf(stage);
  for (const { teamId } of items) {
    const leaderId = rows.find((row) => row.id === teamId)?.leader_id;
    const leader = parties.find(({ adultId }) => adultId === leaderId);
    if (leader && here.path.startsWith(leader.communityPath)) return { teamId, leader: leader.holder };
  }
  return null;
}

async function leadersOf(stage: Stage) {
  const rows = await stage.db
    .selectFrom('help_teams')
    .select(['id', 'leader_id'])
    .where('street_id', '=', stage.street.streetId)
    .execute();
  return { rows };
}

/** On the board now: one nobody has taken, one that a team has. */
export async function needsNow(week: Week, office: Office): Promise<void> {
  const home = homeOf(office);
  if (!home) return;
  const { stage } = week;
  await post(week, home, 1, addDays(stage.today, 4));
  const taken = await post(week, home, 2, addDays(stage.today, 3));
  const team = await teamOf(stage, home, week.parties);
  if (taken && team)
    await perform(stage, team.leader, claimNeed, {
      params: { needId: taken.needId },
      body: { teamId: team.teamId },
    });
}
