import { type Selectable, sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { Tables } from '#kernel/database/tables.ts';
import { inAreas } from '#kernel/scope.ts';

export type TeamRow = Selectable<Tables['help_teams']>;
export type MemberRow = Selectable<Tables['help_team_members']>;

const teams = (context: Context) =>
  context.db.selectFrom('help_teams').selectAll().where('street_id', '=', context.streetId);

export async function findTeam(context: Context, teamId: string): Promise<TeamRow | undefined> {
  return await teams(context).where('id', '=', teamId).executeTakeFirst();
}

export async function lockTeam(context: Context, teamId: string): Promise<TeamRow | undefined> {
  return await teams(context).where('id', '=', teamId).forUpdate().executeTakeFirst();
}

export async function teamsByIds(context: Context, ids: readonly string[]): Promise<Map<string, TeamRow>> {
  if (ids.length === 0) return new Map();
  const rows = await teams(context)
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Active teams of a community, and of the places somebody answers for. */
export async function listTeamRows(
  context: Context,
  communityId: string | null,
  paths: readonly string[],
): Promise<TeamRow[]> {
  return await teams(context)
    .where('status', '=', 'active')
    .where((is) => is.or([sql<boolean>`community_id = ${communityId}::uuid`, inAreas('area_path', paths)]))
    .orderBy('name')
    .limit(200)
    .execute();
}

export async function insertTeam(context: Context, row: Omit<TeamRow, 'street_id'>): Promise<void> {
  await context.db
    .insertInto('help_teams')
    .values({ street_id: context.streetId, ...row })
    .execute();
}

export async function closeTeamRow(context: Context, teamId: string): Promise<void> {
  await context.db
    .updateTable('help_teams')
    .set((is) => ({ status: 'closed', version: is('version', '+', 1) }))
    .where('street_id', '=', context.streetId)
    .where('id', '=', teamId)
    .execute();
}

export async function membersOfTeams(context: Context, teamIds: readonly string[]): Promise<MemberRow[]> {
  if (teamIds.length === 0) return [];
  return await context.db
    .selectFrom('help_team_members')
    .selectAll()
    .where('street_id', '=', context.streetId)
    .where('team_id', 'in', [...teamIds])
    .orderBy('joined_at')
    .orderBy('person_id')
    .execute();
}

export async function insertMember(context: Context, teamId: string, personId: string): Promise<void> {
  await context.db
    .insertInto('help_team_members')
    .values({
      street_id: context.streetId,
      team_id: teamId,
      person_id: personId,
      joined_at: context.now,
      mentor_id: null,
      mentor_state: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Whoever leaves goes along with nobody any more. */
export async function removeMember(context: Context, teamId: string, personId: string): Promise<void> {
  await context.db
    .deleteFrom('help_team_members')
    .where('street_id', '=', context.streetId)
    .where('team_id', '=', teamId)
    .where('person_id', '=', personId)
    .execute();
  await context.db
    .updateTable('help_team_members')
    .set({ mentor_id: null, mentor_state: null })
    .where('street_id', '=', context.streetId)
    .where('team_id', '=', teamId)
    .where('mentor_id', '=', personId)
    .execute();
}

export async function setMentor(
  context: Context,
  teamId: string,
  personId: string,
  mentor: Pick<MemberRow, 'mentor_id' | 'mentor_state'>,
): Promise<void> {
  await context.db
    .updateTable('help_team_members')
    .set(mentor)
    .where('street_id', '=', context.streetId)
    .where('team_id', '=', teamId)
    .where('person_id', '=', personId)
    .execute();
}
