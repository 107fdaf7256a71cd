import type { InputOf, OutputOf } from '#contract/define.ts';
import { limits } from '#contract/mutualhelp/codes.ts';
import * as events from '#contract/mutualhelp/events.ts';
import type * as endpoints from '#contract/mutualhelp/teams.ts';
import type { Context } from '#kernel/context.ts';
import { violatedConstraint } from '#kernel/database/transaction.ts';
import { Problem } from '#kernel/problem.ts';
import { areaNames } from '#modules/territory/index.ts';
import { factsOf, type Neighbour, neighbourOf } from '../places.ts';
import { mayModerate, moderated } from '../policy.ts';
import * as store from '../store/teams.ts';
import * as rules from '../teamRules.ts';
import { refuseUnless } from './load.ts';

/** Who looks: a neighbour, somebody of the desk, or both. */
export async function lookerOf(context: Context): Promise<Neighbour | null> {
  try {
    return await neighbourOf(context);
  } catch (error) {
    if (error instanceof Problem && error.code === 'help.not_registered') return null;
    throw error;
  }
}

const nowOf = (row: store.TeamRow, members: readonly store.MemberRow[]): rules.TeamNow => ({
  status: row.status,
  leaderId: row.leader_id,
  memberIds: members.map(({ person_id }) => person_id),
});

async function shown(
  context: Context,
  rows: readonly store.TeamRow[],
  me: Neighbour | null,
): Promise<endpoints.Team[]> {
  const members = await store.membersOfTeams(
    context,
    rows.map(({ id }) => id),
  );
  const byTeam = Map.groupBy(members, ({ team_id }) => team_id);
  const facts = await factsOf(
    context,
    members.map(({ person_id }) => person_id),
  );
  const areas = await areaNames(
    context,
    rows.map(({ community_id }) => community_id),
  );
  const nameOf = (personId: string) => facts.get(personId)?.name ?? '';
  return rows.map((row) => {
    const own = byTeam.get(row.id) ?? [];
    const isMine = me !== null && own.some(({ person_id }) => person_id === me.personId);
    const now = nowOf(row, own);
    const personId = me?.personId ?? '';
    const near = me?.communityId === row.community_id;
    return {
      teamId: row.id,
      name: row.name,
      purpose: row.purpose,
      community: { areaId: row.community_id, name: areas.get(row.community_id) ?? '' },
      memberCount: own.length,
      mentorCount: own.filter(({ mentor_state }) => mentor_state === 'agreed').length,
      status: row.status,
      isMine,
      members: isMine
        ? own.map((member) => ({
            personId: member.person_id,
            name: nameOf(member.person_id),
            isLeader: member.person_id === row.leader_id,
            isMe: member.person_id === personId,
            mentor:
              member.mentor_id && member.mentor_state
                ? {
                    name: nameOf(member.mentor_id),
                    state: member.mentor_state,
                    isMe: member.mentor_id === personId,
                  }
                : null,
          }))
        : [],
      version: row.version,
      can: {
        join: near ? rules.mayJoin(now, personId) : 'team.outside_your_area',
        leave: rules.mayLeave(now, personId),
        invite: rules.mayInvite(now, personId),
        close: rules.mayClose(now, me?.personId ?? null, mayModerate(context.actor, row.area_path)),
      },
    };
  });
}

async function answer(context: Context, teamId: string, me: Neighbour | null): Promise<endpoints.Team> {
  const row = await store.findTeam(context, teamId);
  const [one] = await shown(context, row ? [row] : [], me);
  if (!one) throw new Problem('input.id_unknown', 404);
  return one;
}

export async function readTeams(context: Context): Promise<OutputOf<typeof endpoints.listTeams>> {
  const me = await lookerOf(context);
  const rows = await store.listTeamRows(context, me?.communityId ?? null, moderated(context.actor));
  return { items: await shown(context, rows, me) };
}

/** A team of the own community, kept from others meanwhile. */
async function open(context: Context, teamId: string) {
  const me = await neighbourOf(context);
  const row = await store.lockTeam(context, teamId);
  if (!row) throw new Problem('input.id_unknown', 404);
  if (row.community_id !== me.communityId) throw new Problem('team.outside_your_area', 403);
  const members = await store.membersOfTeams(context, [teamId]);
  return { me, row, members, now: nowOf(row, members) };
}

export async function found(
  context: Context,
  { name, purpose }: InputOf<typeof endpoints.foundTeam>,
): Promise<endpoints.Team> {
  const me = await neighbourOf(context);
  if (me.age !== null && me.age < limits.adultAge) throw new Problem('help.minor', 403);
  const id = context.newId();
  try {
    await store.insertTeam(context, {
      id,
      community_id: me.communityId,
      area_path: me.communityPath,
      name,
      purpose,
      leader_id: me.personId,
      status: 'active',
      founded_at: context.now.toISOString(),
      version: 1,
    });
  } catch (error) {
    if (violatedConstraint(error) === 'help_teams_name') throw new Problem('team.name_taken', 409);
    throw error;
  }
  await store.insertMember(context, id, me.personId);
  await tell(
    context,
    events.teamFounded.name,
    { id, area_path: me.communityPath },
    { personId: me.personId, areaPath: me.communityPath },
  );
  return await answer(context, id, me);
}

async function tell(
  context: Context,
  name: string,
  row: { id: string; area_path: string },
  data: Record<string, unknown> = {},
): Promise<void> {
  await context.emit({ name, subject: { module: 'mutualhelp', id: row.id }, data, areaPath: row.area_path });
}

export async function join(
  context: Context,
  { teamId }: InputOf<typeof endpoints.joinTeam>,
): Promise<endpoints.Team> {
  const { me, row, now } = await open(context, teamId);
  if (me.age !== null && me.age < limits.adultAge) throw new Problem('help.minor', 403);
  refuseUnless(rules.mayJoin(now, me.personId));
  await store.insertMember(context, teamId, me.personId);
  await tell(context, events.teamJoined.name, row, { personId: me.personId });
  return await answer(context, teamId, me);
}

export async function leave(
  context: Context,
  { teamId }: InputOf<typeof endpoints.leaveTeam>,
): Promise<endpoints.Team> {
  const { me, row, now } = await open(context, teamId);
  refuseUnless(rules.mayLeave(now, me.personId));
  await store.removeMember(context, teamId, me.personId);
  await tell(context, events.teamLeft.name, row, { personId: me.personId });
  return await answer(context, teamId, me);
}

export async function invite(
  context: Context,
  { teamId, personId }: InputOf<typeof endpoints.inviteApprentice>,
): Promise<endpoints.Team> {
  const { me, row, members, now } = await open(context, teamId);
  refuseUnless(rules.mayInvite(now, me.personId));
  const newcomer = members.find(({ person_id }) => person_id === personId);
  const fault = rules.mentorFault(
    me.personId,
    newcomer && { personId: newcomer.person_id, mentorId: newcomer.mentor_id },
  );
  if (fault) throw new Problem(fault, 409);
  await store.setMentor(context, teamId, personId, { mentor_id: me.personId, mentor_state: 'invited' });
  await tell(context, events.mentorInvited.name, row, { personId });
  return await answer(context, teamId, me);
}

export async function answerInvitation(
  context: Context,
  { teamId, agrees }: InputOf<typeof endpoints.answerMentor>,
): Promise<endpoints.Team> {
  const { me, row, members } = await open(context, teamId);
  const own = members.find(({ person_id }) => person_id === me.personId);
  if (!own?.mentor_id) throw new Problem('team.no_mentor', 409);
  await store.setMentor(
    context,
    teamId,
    me.personId,
    agrees ? { mentor_id: own.mentor_id, mentor_state: 'agreed' } : { mentor_id: null, mentor_state: null },
  );
  await tell(context, events.mentorAnswered.name, row, { agrees });
  return await answer(context, teamId, me);
}

export async function close(
  context: Context,
  { teamId, version }: InputOf<typeof endpoints.closeTeam>,
): Promise<endpoints.Team> {
  const me = await lookerOf(context);
  const row = await store.lockTeam(context, teamId);
  if (!row) throw new Problem('input.id_unknown', 404);
  const moderates = mayModerate(context.actor, row.area_path);
  if (!moderates && me?.communityId !== row.community_id) throw new Problem('team.outside_your_area', 403);
  refuseUnless(rules.mayClose(nowOf(row, []), me?.personId ?? null, moderates));
  if (row.version !== version) throw new Problem('version.stale', 409, { changes: [] });
  await store.closeTeamRow(context, teamId);
  await tell(context, events.teamClosed.name, row);
  return await answer(context, teamId, me);
}
