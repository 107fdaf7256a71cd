import type { InputOf } from '#contract/define.ts';
import type {
  assignPost,
  delegatePost,
  endDelegation,
  endPost,
  listPosts,
} from '#contract/identity/endpoints.ts';
import type { PostRecord } from '#contract/identity/records.ts';
import type { Role } from '#contract/identity/roles.ts';
import { roleWords } from '#contract/identity/words.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { covers } from '#kernel/scope.ts';
import { findPersonByPhone } from '#modules/people/index.ts';
import { getArea, type Place } from '#modules/territory/index.ts';
import { mayDelegate, mayEndPost } from '../policy.ts';
import { breaksSeparation, datesInOrder, delegationFits, fitsLevel, localDay } from '../rules.ts';
import { findAccountByPhone, openAccount } from '../store/accounts.ts';
import {
  closeDelegation,
  getPost,
  insertDelegation,
  insertPost,
  listPostRows,
  rolesOf,
  setPostEnd,
} from '../store/posts.ts';
import { deleteSessionsOf } from '../store/sessions.ts';
import { postFacts, viewPosts } from '../view.ts';

export async function listPostRecords(context: Context, input: InputOf<typeof listPosts>) {
  const areaPath = input.areaId ? (await getArea(context, input.areaId)).path : undefined;
  const { rows, nextCursor, total } = await listPostRows(context, { ...input, areaPath });
  return { items: await viewPosts(context, rows), nextCursor, total };
}

/** Gives a person a post. The account is opened on the way: nobody is asked to register first. */
export async function assignPostTo(context: Context, input: InputOf<typeof assignPost>): Promise<PostRecord> {
  const area = await getArea(context, input.areaId);
  refuseUnfit(context, input, area);

  const account =
    (await findAccountByPhone(context, input.phone)) ??
    (await openAccount(context, {
      name: input.name,
      phone: input.phone,
      personId: (await findPersonByPhone(context, input.phone))?.personId ?? null,
    }));
  refuseHeld(context, account.id, input, area, await rolesOf(context, account.id));

  const postId = await insertPost(context, {
    accountId: account.id,
    role: input.role,
    areaId: area.areaId,
    areaPath: area.path,
    organisationId: input.organisationId ?? null,
    staffing: input.staffing ?? null,
    startsOn: input.startsOn ?? localDay(context.now),
    endsOn: input.endsOn ?? null,
  });
  await context.emit({
    name: 'post.assigned',
    subject: { module: 'identity', id: postId },
    data: { accountId: account.id, role: input.role, areaId: area.areaId },
    areaPath: area.path,
  });
  return await readPost(context, postId);
}

/** What forbids the post whoever is meant to hold it. @throws Problem */
export function refuseUnfit(context: Context, input: NewPostFacts, area: Place): void {
  if (!covers(context.actor, 'post.assign', area.path)) throw new Problem('post.outside_your_area', 403);
  if (!fitsLevel(input.role, area.level)) throw new Problem('post.wrong_level', 409, spoken(input, area));
  if (!datesInOrder(input.startsOn ?? localDay(context.now), input.endsOn))
    throw new Problem('post.dates', 400);
}

/** What forbids it to this person, by what the person holds already. @throws Problem */
export function refuseHeld(
  context: Context,
  accountId: string,
  input: NewPostFacts,
  area: Place,
  held: readonly { role: Role; areaId: string }[],
): void {
  if (accountId === context.actor.accountId) throw new Problem('post.own', 403);
  const roles = held.map((post) => post.role);
  if (breaksSeparation(roles, input.role)) throw new Problem('post.separated', 409);
  if (held.some((post) => post.role === input.role && post.areaId === area.areaId))
    throw new Problem('post.held_already', 409, spoken(input, area));
}

export type NewPostFacts = InputOf<typeof assignPost>;

function spoken(input: NewPostFacts, area: Place) {
  return { role: roleWords[input.role], area: area.name };
}

async function readPost(context: Context, postId: string): Promise<PostRecord> {
  const [record] = await viewPosts(context, [await getPost(context, postId)]);
  return record as PostRecord;
}

export async function endPostNow(context: Context, input: InputOf<typeof endPost>): Promise<PostRecord> {
  const post = await getPost(context, input.postId);
  const allowed = mayEndPost(context.actor, postFacts(context, post));
  if (allowed !== true) throw new Problem(allowed, allowed === 'post.ended' ? 409 : 403);
  // A post that ends today ends now: yesterday was its last day.
  const endsOn = input.endsOn ?? localDay(new Date(context.now.getTime() - 86_400_000));

  const saved = await setPostEnd(context, post.id, endsOn, input.version);
  if (!saved) throw new Problem('version.stale', 409, { current: await readPost(context, post.id) });
  if (endsOn < localDay(context.now)) await deleteSessionsOf(context, post.account_id);
  await context.emit({
    name: 'post.ended',
    subject: { module: 'identity', id: post.id },
    data: { accountId: post.account_id, role: post.role, areaId: post.area_id, reason: input.reason },
    areaPath: post.area_path,
  });
  return await readPost(context, post.id);
}

/** Ends a post from now on, whatever its version: for upper modules that have asked who may. */
export async function dismissFrom(context: Context, postId: string, reason: string): Promise<void> {
  const { version } = await getPost(context, postId);
  await endPostNow(context, { postId, reason, version });
}

/** AB角: the deputy acts in the post between two moments; his deeds keep the holder's name beside his own. */
export async function delegatePostTo(
  context: Context,
  input: InputOf<typeof delegatePost>,
): Promise<PostRecord> {
  const post = await getPost(context, input.postId);
  const allowed = mayDelegate(context.actor, postFacts(context, post));
  if (allowed !== true) throw new Problem(allowed, allowed === 'post.not_yours' ? 403 : 409);
  if (!delegationFits(input.startsAt, input.endsAt, context.now)) throw new Problem('delegation.dates', 400);
  const deputy = await findAccountByPhone(context, input.deputyPhone);
  const held = deputy ? await rolesOf(context, deputy.id) : [];
  if (!deputy || held.length === 0) throw new Problem('delegation.deputy_unknown', 404);
  if (deputy.id === post.account_id) throw new Problem('delegation.self', 409);
  if (
    breaksSeparation(
      held.map((own) => own.role),
      post.role,
    )
  )
    throw new Problem('post.separated', 409);

  await insertDelegation(context, { ...input, deputyAccountId: deputy.id });
  await context.emit({
    name: 'post.delegated',
    subject: { module: 'identity', id: post.id },
    data: {
      deputyAccountId: deputy.id,
      startsAt: input.startsAt,
      endsAt: input.endsAt,
      reason: input.reason,
    },
    areaPath: post.area_path,
  });
  return await readPost(context, post.id);
}

export async function endDelegationNow(
  context: Context,
  input: InputOf<typeof endDelegation>,
): Promise<PostRecord> {
  const post = await getPost(context, input.postId);
  const facts = { ...postFacts(context, post), delegated: false };
  const allowed = mayDelegate(context.actor, facts);
  if (allowed !== true) throw new Problem(allowed, 403);
  if (!post.delegation_id) throw new Problem('delegation.none', 409);

  await closeDelegation(context, post.delegation_id);
  await context.emit({
    name: 'post.delegation_ended',
    subject: { module: 'identity', id: post.id },
    areaPath: post.area_path,
  });
  return await readPost(context, post.id);
}
