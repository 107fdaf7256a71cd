// Many posts at once, for setting up a street: the same rules as one by one, a few statements for thousands.

import { postsPlanted } from '#contract/identity/events.ts';
import type { Role } from '#contract/identity/roles.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { findPersonsByPhones } from '#modules/people/index.ts';
import { areasByIds, type Place } from '#modules/territory/index.ts';
import { localDay } from '../rules.ts';
import { phoneIndex } from '../store/accounts.ts';
import { accountsByPhoneIndex, insertAccounts, insertPosts, rolesByAccount } from '../store/plant.ts';
import { type NewPostFacts, refuseHeld, refuseUnfit } from './posts.ts';

const postsInEventMax = 1_000;

export interface GivenPost {
  postId: string;
  accountId: string;
  personId: string | null;
}

/**
 * Gives posts in the order they come; an account is opened for a phone that has none. Answers them in that order.
 * @throws Problem as giving one post does, for the first that may not be given.
 */
export async function plantPosts(context: Context, inputs: readonly NewPostFacts[]): Promise<GivenPost[]> {
  const areas = await areasByIds(
    context,
    inputs.map((input) => input.areaId),
  );
  const accounts = await openMissing(context, inputs);
  const held = await rolesByAccount(
    context,
    [...accounts.values()].map((account) => account.id),
  );

  const rows = inputs.map((input) => {
    const area = areas.get(input.areaId);
    const account = accounts.get(input.phone);
    if (!area || !account) throw new Problem('input.id_unknown', 404, { areaId: input.areaId });
    refuseUnfit(context, input, area);
    const before = held.get(account.id) ?? [];
    refuseHeld(context, account.id, input, area, before);
    held.set(account.id, [...before, { role: input.role, areaId: area.areaId }]);
    return { row: rowOf(context, input, area, account.id), personId: account.personId };
  });
  await insertPosts(
    context,
    rows.map(({ row }) => row),
  );
  await announce(
    context,
    rows.map(({ row }) => row.id),
    [...accounts.values()].filter((account) => account.opened).map((account) => account.id),
  );
  return rows.map(({ row, personId }) => ({ postId: row.id, accountId: row.accountId, personId }));
}

interface KnownAccount {
  id: string;
  personId: string | null;
  opened: boolean;
}

async function openMissing(
  context: Context,
  inputs: readonly NewPostFacts[],
): Promise<Map<string, KnownAccount>> {
  const names = new Map(inputs.map((input) => [input.phone, input.name]));
  const indexes = new Map([...names.keys()].map((phone) => [phoneIndex(context, phone), phone]));
  const known = new Map<string, KnownAccount>();
  for (const row of await accountsByPhoneIndex(context, [...indexes.keys()]))
    known.set(indexes.get(row.phone_index) ?? '', { id: row.id, personId: row.person_id, opened: false });

  const missing = [...names].filter(([phone]) => !known.has(phone));
  const persons = await findPersonsByPhones(
    context,
    missing.map(([phone]) => phone),
  );
  const rows = missing.map(([phone, name]) => ({
    id: context.newId(),
    name,
    phone,
    personId: persons.get(phone)?.personId ?? null,
  }));
  await insertAccounts(context, rows);
  for (const { id, phone, personId } of rows) known.set(phone, { id, personId, opened: true });
  return known;
}

function rowOf(context: Context, input: NewPostFacts, area: Place, accountId: string) {
  return {
    id: context.newId(),
    accountId,
    role: input.role satisfies Role,
    areaId: area.areaId,
    areaPath: area.path,
    organisationId: input.organisationId ?? null,
    staffing: input.staffing ?? null,
    startsOn: input.startsOn ?? localDay(context.now),
    endsOn: input.endsOn ?? null,
  };
}

async function announce(
  context: Context,
  postIds: readonly string[],
  openedAccountIds: readonly string[],
): Promise<void> {
  for (let from = 0; from < Math.max(postIds.length, openedAccountIds.length); from += postsInEventMax) {
    await context.emit({
      name: postsPlanted.name,
      subject: { module: 'identity', id: context.newId() },
      data: {
        postIds: postIds.slice(from, from + postsInEventMax),
        openedAccountIds: openedAccountIds.slice(from, from + postsInEventMax),
      },
    });
  }
}
