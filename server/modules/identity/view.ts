import type { AccountRecord, PostRecord } from '#contract/identity/records.ts';
import type { Context } from '#kernel/context.ts';
import { maskPhone } from '#kernel/mask/mask.ts';
import { organisationNames } from '#modules/organisations/index.ts';
import { areaNames } from '#modules/territory/index.ts';
import { accountRights, postRights } from './policy.ts';
import { localDay, passwordExpiry } from './rules.ts';
import type { AccountRow } from './store/accounts.ts';
import { type PostRow, rolesOf } from './store/posts.ts';

export function postFacts(context: Context, post: PostRow) {
  return {
    accountId: post.account_id,
    areaPath: post.area_path,
    ended: post.ends_on !== null && post.ends_on < localDay(context.now),
    delegated: post.delegation_id !== null,
  };
}

export async function viewPosts(context: Context, rows: readonly PostRow[]): Promise<PostRecord[]> {
  const areas = await areaNames(
    context,
    rows.map((row) => row.area_id),
  );
  const organisations = await organisationNames(
    context,
    rows.flatMap((row) => row.organisation_id ?? []),
  );
  return rows.map((row) => ({
    postId: row.id,
    accountId: row.account_id,
    holderName: row.holder_name,
    holderPhone: maskPhone(context.services.crypto.decrypt(row.phone_cipher)),
    role: row.role,
    areaId: row.area_id,
    areaName: areas.get(row.area_id) ?? '',
    areaPath: row.area_path,
    organisationId: row.organisation_id,
    organisationName: organisations.get(row.organisation_id ?? '') ?? null,
    staffing: row.staffing,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    delegation: viewDelegation(row),
    version: row.version,
    can: postRights(context.actor, postFacts(context, row)),
  }));
}

function viewDelegation(row: PostRow): PostRecord['delegation'] {
  if (!row.delegation_id || !row.starts_at || !row.delegation_ends_at) return null;
  return {
    delegationId: row.delegation_id,
    deputyName: row.deputy_name ?? '',
    startsAt: row.starts_at,
    endsAt: row.delegation_ends_at,
    reason: row.reason ?? '',
  };
}

export function accountFacts(context: Context, account: AccountRow) {
  const locked = account.locked_until !== null && Date.parse(account.locked_until) > context.now.getTime();
  const status = account.status === 'disabled' ? 'disabled' : locked ? 'locked' : 'active';
  return { accountId: account.id, status, secondFactor: account.totp_confirmed_at !== null } as const;
}

export async function viewAccounts(context: Context, rows: readonly AccountRow[]): Promise<AccountRecord[]> {
  return await Promise.all(rows.map((row) => viewAccount(context, row)));
}

async function viewAccount(context: Context, row: AccountRow): Promise<AccountRecord> {
  const facts = accountFacts(context, row);
  const held = await rolesOf(context, row.id);
  const areas = await areaNames(
    context,
    held.map((post) => post.areaId),
  );
  return {
    ...facts,
    name: row.name,
    phone: maskPhone(context.services.crypto.decrypt(row.phone_cipher)),
    staff: held.length > 0,
    lockedUntil: facts.status === 'locked' ? row.locked_until : null,
    lastSignInAt: row.last_sign_in_at,
    passwordExpiresOn: passwordExpiry(row.password_changed_at),
    posts: held.map((post) => ({ role: post.role, areaName: areas.get(post.areaId) ?? '' })),
    version: row.version,
    can: accountRights(context.actor, facts),
  };
}
