// Who is in which volunteer team, as heard from mutual help.
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';

/** Team → its place; a closed or unknown one is missing. */
export async function teamPaths(context: Context, teamIds: readonly string[]): Promise<Map<string, string>> {
  if (teamIds.length === 0) return new Map();
  const rows = await context.db
    .selectFrom('call_teams')
    .select(['team_id', 'area_path'])
    .where('street_id', '=', context.streetId)
    .where('team_id', '=', sql<string>`any(${[...teamIds]}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.team_id, row.area_path]));
}

export async function teamMembers(context: Context, teamIds: readonly string[]): Promise<Set<string>> {
  if (teamIds.length === 0) return new Set();
  const rows = await context.db
    .selectFrom('call_team_members')
    .select('person_id')
    .where('street_id', '=', context.streetId)
    .where('team_id', '=', sql<string>`any(${[...teamIds]}::uuid[])`)
    .execute();
  return new Set(rows.map((row) => row.person_id));
}

export async function saveTeam(context: Context, teamId: string, areaPath: string): Promise<void> {
  await context.db
    .insertInto('call_teams')
    .values({ street_id: context.streetId, team_id: teamId, area_path: areaPath })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function dropTeam(context: Context, teamId: string): Promise<void> {
  await context.db
    .deleteFrom('call_teams')
    .where('street_id', '=', context.streetId)
    .where('team_id', '=', teamId)
    .execute();
}

export async function saveMember(context: Context, teamId: string, personId: string): Promise<void> {
  await context.db
    .insertInto('call_team_members')
    .values({ street_id: context.streetId, team_id: teamId, person_id: personId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function dropMember(context: Context, teamId: string, personId: string): Promise<void> {
  await context.db
    .deleteFrom('call_team_members')
    .where('street_id', '=', context.streetId)
    .where('team_id', '=', teamId)
    .where('person_id', '=', personId)
    .execute();
}

export async function moveTeams(context: Context, from: string, to: string): Promise<void> {
  await context.db
    .updateTable('call_teams')
    .set({ area_path: sql<string>`${to} || substr(area_path, ${from.length + 1}::integer)` })
    .where('street_id', '=', context.streetId)
    .where(sql<boolean>`starts_with(area_path, ${from})`)
    .execute();
}

export async function leaveTeams(context: Context, personId: string): Promise<void> {
  await context.db
    .deleteFrom('call_team_members')
    .where('street_id', '=', context.streetId)
    .where('person_id', '=', personId)
    .execute();
}
