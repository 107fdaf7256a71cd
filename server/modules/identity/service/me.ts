import type { Me } from '#contract/identity/records.ts';
import type { Role } from '#contract/identity/roles.ts';
import type { Permission } from '#contract/permissions.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { areaNames } from '#modules/territory/index.ts';
import { passwordExpiry } from '../rules.ts';
import { getAccount } from '../store/accounts.ts';

export async function readMeOf(context: Context): Promise<Me> {
  const { actor, street } = context;
  if (!actor.accountId) throw new Problem('session.missing', 401);
  const account = await getAccount(context, actor.accountId);
  const names = await areaNames(
    context,
    actor.posts.map((post) => post.areaId),
  );
  return {
    accountId: account.id,
    personId: account.person_id,
    name: account.name,
    street: {
      streetId: street.streetId,
      name: street.name,
      district: street.district,
      schematic: street.schematic,
    },
    posts: actor.posts.map(({ permissions: _, ...post }) => ({
      ...post,
      role: post.role as Role,
      areaName: names.get(post.areaId) ?? '',
    })),
    permissions: [...new Set(actor.posts.flatMap((post) => post.permissions))] as Permission[],
    passwordExpiresOn: passwordExpiry(account.password_changed_at),
    secondFactor: account.totp_confirmed_at !== null,
    mustChangePassword: account.must_change_password,
  };
}
