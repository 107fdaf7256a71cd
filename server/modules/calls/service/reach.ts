// Whom a call reaches: grown-up residents of its areas with an account, all of them or those of some groups.
import type { CallGroup, CallSkill } from '#contract/calls/codes.ts';
import type { countReach } from '#contract/calls/endpoints.ts';
import type { InputOf, OutputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { familiesOf } from '#modules/families/index.ts';
import { accountsOfPersons, holdersByArea } from '#modules/identity/index.ts';
import { adultsBelow } from '#modules/people/index.ts';
import { areasByIds } from '#modules/territory/index.ts';
import { mayIssue } from '../policy.ts';
import { groupsFault } from '../rules.ts';
import { skilledAmong } from '../store/targets.ts';
import { teamMembers, teamPaths } from '../store/teams.ts';

export interface Target {
  areaIds: readonly string[];
  groups: readonly CallGroup[];
  skills: readonly CallSkill[];
  teamIds: readonly string[];
}

/** Paths of the areas, each of which the caller may call. @throws Problem 404, 403 `call.outside_your_area` */
export async function pathsOf(context: Context, areaIds: readonly string[]): Promise<string[]> {
  const places = await areasByIds(context, areaIds);
  return areaIds.map((areaId) => {
    const place = places.get(areaId);
    if (!place) throw new Problem('input.id_unknown', 404);
    if (!mayIssue(context.actor, place.path)) throw new Problem('call.outside_your_area', 403);
    return place.path;
  });
}

/** Person → account. */
export async function reached(
  context: Context,
  { groups, skills, teamIds }: Target,
  paths: readonly string[],
): Promise<Map<string, string>> {
  const accounts = await accountsOfPersons(context, await adultsBelow(context, paths));
  const teams = groups.includes('teams') ? await inTeams(context, teamIds) : new Map<string, string>();
  if (groups.includes('everyone')) return new Map([...accounts, ...teams]);
  const chosen = new Set<string>();
  for (const group of groups)
    for (const personId of await membersOf(context, group, { accounts, skills, paths })) chosen.add(personId);
  return new Map([...[...accounts].filter(([personId]) => chosen.has(personId)), ...teams]);
}

/** Grown-up members of teams whose community the caller may call. @throws Problem 404, 403 */
async function inTeams(context: Context, teamIds: readonly string[]): Promise<Map<string, string>> {
  const places = await teamPaths(context, teamIds);
  if (teamIds.some((teamId) => !places.has(teamId))) throw new Problem('input.id_unknown', 404);
  const paths = [...new Set(places.values())];
  if (!paths.every((path) => mayIssue(context.actor, path))) throw new Problem('call.outside_your_area', 403);
  const members = await teamMembers(context, teamIds);
  const adults = (await adultsBelow(context, paths)).filter((personId) => members.has(personId));
  return await accountsOfPersons(context, adults);
}

interface Pool {
  accounts: ReadonlyMap<string, string>;
  skills: readonly CallSkill[];
  paths: readonly string[];
}

async function membersOf(context: Context, group: CallGroup, pool: Pool): Promise<Iterable<string>> {
  if (group === 'teams') return [];
  const people = [...pool.accounts.keys()];
  if (group === 'families') return (await familiesOf(context, people)).keys();
  if (group === 'skilled') return await skilledAmong(context, people, pool.skills);
  const wardens = new Set<string>();
  for (const path of pool.paths)
    for (const { accountId } of await holdersByArea(context, ['door_warden'], path)) wardens.add(accountId);
  return people.filter((personId) => wardens.has(pool.accounts.get(personId) ?? ''));
}

export async function count(
  context: Context,
  input: InputOf<typeof countReach>,
): Promise<OutputOf<typeof countReach>> {
  const fault = groupsFault(input);
  if (fault) throw new Problem(fault.code, 409);
  const paths = await pathsOf(context, input.areaIds);
  return { people: (await reached(context, input, paths)).size };
}
