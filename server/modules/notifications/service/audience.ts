// Who is meant by a word of the subscription table, for one case as it stands now.
import type { Timer } from '#contract/cases/codes.ts';
import { type Teller, tellers } from '#contract/cases/sla.ts';
import type { Role } from '#contract/identity/roles.ts';
import type { Audience } from '#contract/notifications/subscriptions.ts';
import type { Permission } from '#contract/permissions.ts';
import type { Context } from '#kernel/context.ts';
import { arbitersOf, nextRank, type Parties, rolesOfRank, rolesWith } from '#modules/cases/index.ts';
import { holdersAround, holdersByArea, membersOfOrganisation } from '#modules/identity/index.ts';
import { isTimer } from '../rules.ts';

/** Nobody reads what a hundred are told. */
const membersMax = 60;

interface Post {
  accountId: string;
  /** Who stands in for the holder now. */
  deputyIds: readonly string[];
}

export interface Warned {
  tell: readonly string[];
  timers: readonly string[];
}

/** Accounts, each once; requesters are told apart (they may have no account). */
export async function accountsOf(
  context: Context,
  audience: Exclude<Audience, 'requester'>,
  parties: Parties,
  warned: Warned,
): Promise<string[]> {
  const posts = await postsOf(context, audience, parties, warned);
  const deputies = posts.flatMap(({ deputyIds }) => deputyIds);
  return [...new Set([...posts.map(({ accountId }) => accountId), ...deputies])].slice(0, membersMax);
}

/** Who dispatches what is about a place. */
export async function dispatchersAt(context: Context, areaPath: string): Promise<string[]> {
  const posts = await nearestAnd('dispatcher', context, 'case.dispatch', areaPath);
  const deputies = posts.flatMap(({ deputyIds }) => deputyIds);
  return [...new Set([...posts.map(({ accountId }) => accountId), ...deputies])];
}

type Find = (context: Context, parties: Parties, warned: Warned) => Promise<Post[]>;

const finders: Record<Exclude<Audience, 'requester'>, Find> = {
  intake: (context, { row }) => nearestAnd('intake_officer', context, 'case.intake', row.area_path),
  grid: (context, { row }) => nearest(context, ['grid_worker'], row.area_path),
  dispatcher: (context, { row }) => nearestAnd('dispatcher', context, 'case.dispatch', row.area_path),
  arbiter: (context, { row }) => arbitersOf(context, row),
  duty: (context, { row }) => holdersAround(context, ['duty_officer'], row.area_path),
  lead: (context, parties) => membersOf(context, parties, 'lead'),
  co: (context, parties) => membersOf(context, parties, 'co'),
  handler: async (context, parties) =>
    parties.row.handler_id
      ? [{ accountId: parties.row.handler_id, deputyIds: [] }]
      : await membersOf(context, parties, 'lead'),
  reviewer: (context, { row }) => nearest(context, rolesOfRank(nextRank(row)), row.area_path),
  leaders: (context, { row }) => nearest(context, rolesOfRank(3), row.area_path),
  confirmer: (context, { row }) => nearest(context, rolesWith('case.confirm'), row.area_path),
  warned: async (context, parties, { tell, timers }) => {
    const found: Post[] = [];
    for (const teller of tellers)
      if (tell.includes(teller)) found.push(...(await heldBy(context, parties, teller, timers)));
    return found;
  },
};

const postsOf = (
  context: Context,
  audience: Exclude<Audience, 'requester'>,
  parties: Parties,
  warned: Warned,
) => finders[audience](context, parties, warned);

/** Whose turn it is while a clock runs. */
const holderOf: Partial<Record<Timer, Exclude<Audience, 'requester' | 'warned'>>> = {
  intake: 'intake',
  verify: 'grid',
  dispatch: 'dispatcher',
  review: 'reviewer',
  confirm: 'confirmer',
  hang_review: 'leaders',
};

const rankOfTeller: Record<Exclude<Teller, 'holder'>, number> = { chief: 2, deputy: 3, principal: 4 };

async function heldBy(
  context: Context,
  parties: Parties,
  teller: Teller,
  timers: readonly string[],
): Promise<Post[]> {
  if (teller !== 'holder')
    return await nearest(context, rolesOfRank(rankOfTeller[teller]), parties.row.area_path);
  const whose = new Set(timers.filter(isTimer).map((timer) => whoseTurn(timer, parties)));
  const found: Post[] = [];
  for (const one of whose) found.push(...(await finders[one](context, parties, { tell: [], timers: [] })));
  return found;
}

/** While nobody handles it, the date of the requester is the dispatcher's matter; then who has taken it on. */
function whoseTurn(timer: Timer, { row, units }: Parties): Exclude<Audience, 'requester' | 'warned'> {
  const named = holderOf[timer];
  if (named) return named;
  if (row.status === 'under_review') return 'reviewer';
  return units.some(({ role }) => role === 'lead') ? 'handler' : 'dispatcher';
}

/** Of those whose area holds the place, the ones closest to it. */
async function nearest(context: Context, roles: readonly Role[], areaPath: string): Promise<Post[]> {
  const holders = await holdersAround(context, roles, areaPath);
  return holders.filter((one) => one.areaPath === holders[0]?.areaPath);
}

/** Those, and whoever holds the post made for it, however far away. */
async function nearestAnd(
  post: Role,
  context: Context,
  right: Permission,
  areaPath: string,
): Promise<Post[]> {
  const roles = rolesWith(right);
  const holders = await holdersAround(context, [...new Set([...roles, post])], areaPath);
  const closest = holders.find(({ role }) => roles.includes(role))?.areaPath;
  return holders.filter((one) => one.role === post || one.areaPath === closest);
}

async function membersOf(context: Context, { units }: Parties, role: 'lead' | 'co'): Promise<Post[]> {
  const found: Post[] = [];
  for (const unit of units.filter((one) => one.role === role)) {
    if (unit.kind === 'organisation') found.push(...(await membersOfOrganisation(context, unit.unitId)));
    else found.push(...(await membersOfArea(context, unit.path)));
  }
  return found;
}

/** A community is its own people; only where it has none of its own is it everybody below. */
async function membersOfArea(context: Context, path: string): Promise<Post[]> {
  const holders = await holdersByArea(context, rolesWith('case.handle'), path);
  const own = holders.filter(({ areaPath }) => areaPath === path);
  return (own.length > 0 ? own : holders).slice(0, membersMax);
}
