import type { InputOf, OutputOf } from '#contract/define.ts';
import * as events from '#contract/mutualhelp/events.ts';
import type * as endpoints from '#contract/mutualhelp/teams.ts';
import type { Context } from '#kernel/context.ts';
import { cutPage, totalOf } from '#kernel/cursor.ts';
import { Problem } from '#kernel/problem.ts';
import { areaNames, getArea } from '#modules/territory/index.ts';
import { mayModerate, moderated } from '../policy.ts';
import * as store from '../store/needs.ts';
import { findTeam, listTeamRows, teamsByIds } from '../store/teams.ts';
import * as rules from '../teamRules.ts';
import { refuseUnless } from './load.ts';
import { lookerOf } from './teams.ts';

async function shown(
  context: Context,
  rows: readonly store.NeedRow[],
  viewer: { personId: string; communityId: string } | null,
): Promise<endpoints.Need[]> {
  const areas = await areaNames(
    context,
    rows.map(({ community_id }) => community_id),
  );
  const teams = await teamsByIds(
    context,
    rows.flatMap(({ team_id }) => team_id ?? []),
  );
  const own = viewer ? await listTeamRows(context, viewer.communityId, []) : [];
  const leads = own.some(({ leader_id }) => leader_id === viewer?.personId);
  return rows.map((row) => {
    const team = row.team_id ? teams.get(row.team_id) : undefined;
    const here = mayModerate(context.actor, row.area_path) || 'need.outside_your_area';
    const near = viewer?.communityId === row.community_id;
    const now = { status: row.status, leaderOfTeam: team?.leader_id ?? null };
    return {
      needId: row.id,
      title: row.title,
      text: row.text,
      community: { areaId: row.community_id, name: areas.get(row.community_id) ?? '' },
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      peopleWanted: row.people_wanted,
      status: row.status,
      team: team ? { teamId: team.id, name: team.name } : null,
      result: row.result,
      postedBy: row.posted_by,
      postedAt: row.posted_at,
      version: row.version,
      can: {
        claim: near ? rules.mayClaim(row.status, leads) : 'need.outside_your_area',
        give_back: rules.mayGiveBack(now, viewer?.personId ?? null),
        finish: here === true ? rules.mayFinishNeed(row.status) : here,
        withdraw: here === true ? rules.mayWithdrawNeed(row.status) : here,
      },
    };
  });
}

async function answer(context: Context, needId: string): Promise<endpoints.Need> {
  const row = await store.findNeed(context, needId);
  const [one] = await shown(context, row ? [row] : [], await lookerOf(context));
  if (!one) throw new Problem('input.id_unknown', 404);
  return one;
}

async function tell(
  context: Context,
  name: string,
  row: Pick<store.NeedRow, 'id' | 'area_path'>,
  data: Record<string, unknown> = {},
): Promise<void> {
  await context.emit({ name, subject: { module: 'mutualhelp', id: row.id }, data, areaPath: row.area_path });
}

export async function readNeeds(
  context: Context,
  input: InputOf<typeof endpoints.listNeeds>,
): Promise<OutputOf<typeof endpoints.listNeeds>> {
  const me = await lookerOf(context);
  const paths = moderated(context.actor);
  const found = await store.listNeedRows(context, me?.communityId ?? null, paths, input);
  const { rows, nextCursor } = cutPage(found, input.limit, (row) => [row.posted_at, row.id]);
  return { items: await shown(context, rows, me), nextCursor, total: totalOf(input.cursor, found) };
}

export async function post(
  context: Context,
  input: InputOf<typeof endpoints.postNeed>,
): Promise<endpoints.Need> {
  const community = await getArea(context, input.communityId);
  if (community.level !== 'community' || !mayModerate(context.actor, community.path))
    throw new Problem('need.outside_your_area', 403);
  if (Date.parse(input.endsAt) <= Date.parse(input.startsAt)) throw new Problem('need.time_order', 409);
  const row = {
    id: context.newId(),
    community_id: community.areaId,
    area_path: community.path,
    title: input.title,
    text: input.text,
    starts_at: input.startsAt,
    ends_at: input.endsAt,
    people_wanted: input.peopleWanted,
    status: 'open' as const,
    team_id: null,
    result: null,
    posted_by: context.actor.displayName,
    posted_at: context.now.toISOString(),
    version: 1,
  };
  await store.insertNeed(context, row);
  await tell(context, events.needPosted.name, row);
  return await answer(context, row.id);
}

async function openForTeam(context: Context, needId: string) {
  const me = await lookerOf(context);
  const row = await store.lockNeed(context, needId);
  if (!row) throw new Problem('input.id_unknown', 404);
  if (me?.communityId !== row.community_id) throw new Problem('need.outside_your_area', 403);
  return { me, row };
}

export async function claim(
  context: Context,
  { needId, teamId }: InputOf<typeof endpoints.claimNeed>,
): Promise<endpoints.Need> {
  const { me, row } = await openForTeam(context, needId);
  const team = await findTeam(context, teamId);
  if (!team) throw new Problem('input.id_unknown', 404);
  const leads = team.leader_id === me.personId && team.status === 'active';
  refuseUnless(rules.mayClaim(row.status, leads));
  await store.changeNeed(context, needId, { status: 'claimed', team_id: teamId });
  await tell(context, events.needClaimed.name, row, { teamId });
  return await answer(context, needId);
}

export async function giveBack(
  context: Context,
  { needId }: InputOf<typeof endpoints.giveBackNeed>,
): Promise<endpoints.Need> {
  const { me, row } = await openForTeam(context, needId);
  const team = row.team_id ? await findTeam(context, row.team_id) : undefined;
  const now = { status: row.status, leaderOfTeam: team?.leader_id ?? null };
  refuseUnless(rules.mayGiveBack(now, me.personId));
  await store.changeNeed(context, needId, { status: 'open', team_id: null });
  await tell(context, events.needGivenBack.name, row, { teamId: team?.id });
  return await answer(context, needId);
}

async function openForDesk(context: Context, needId: string, version: number): Promise<store.NeedRow> {
  const row = await store.lockNeed(context, needId);
  if (!row) throw new Problem('input.id_unknown', 404);
  if (!mayModerate(context.actor, row.area_path)) throw new Problem('need.outside_your_area', 403);
  if (row.version !== version) throw new Problem('version.stale', 409, { changes: [] });
  return row;
}

export async function finishClaimed(
  context: Context,
  { needId, result, version }: InputOf<typeof endpoints.finishNeed>,
): Promise<endpoints.Need> {
  const row = await openForDesk(context, needId, version);
  refuseUnless(rules.mayFinishNeed(row.status));
  await store.changeNeed(context, needId, { status: 'done', result });
  await tell(context, events.needFinished.name, row, { teamId: row.team_id });
  return await answer(context, needId);
}

export async function withdrawPosted(
  context: Context,
  { needId, version }: InputOf<typeof endpoints.withdrawNeed>,
): Promise<endpoints.Need> {
  const row = await openForDesk(context, needId, version);
  refuseUnless(rules.mayWithdrawNeed(row.status));
  await store.changeNeed(context, needId, { status: 'withdrawn' });
  await tell(context, events.needWithdrawn.name, row);
  return await answer(context, needId);
}
