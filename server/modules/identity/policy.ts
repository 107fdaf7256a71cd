import type { Can } from '#contract/common.ts';
import type { Actor } from '#kernel/context.ts';
import { covers } from '#kernel/scope.ts';

interface PostFacts {
  accountId: string;
  areaPath: string;
  ended: boolean;
  delegated: boolean;
}

/** Only who may give posts here may end one, and nobody his own. */
export function mayEndPost(actor: Actor, post: PostFacts): true | string {
  if (!covers(actor, 'post.assign', post.areaPath)) return 'post.outside_your_area';
  if (post.accountId === actor.accountId) return 'post.own';
  return post.ended ? 'post.ended' : true;
}

/** The holder names his deputy himself; a security administrator does it where he cannot. */
export function mayDelegate(actor: Actor, post: PostFacts): true | string {
  const holder = post.accountId === actor.accountId;
  if (!holder && !covers(actor, 'post.assign', post.areaPath)) return 'post.not_yours';
  if (post.ended) return 'post.ended';
  return post.delegated ? 'delegation.overlap' : true;
}

export function postRights(actor: Actor, post: PostFacts): Can<'end' | 'delegate'> {
  return { end: mayEndPost(actor, post), delegate: mayDelegate(actor, post) };
}

interface AccountFacts {
  accountId: string;
  status: 'active' | 'locked' | 'disabled';
  secondFactor: boolean;
}

export type AccountDeed =
  | 'unlock'
  | 'disable'
  | 'enable'
  | 'reset_password'
  | 'reset_second_factor'
  | 'wipe_devices';

export function accountRights(actor: Actor, account: AccountFacts): Can<AccountDeed> {
  if (account.accountId === actor.accountId) {
    const own = 'account.own';
    return {
      unlock: own,
      disable: own,
      enable: own,
      reset_password: own,
      reset_second_factor: own,
      wipe_devices: own,
    };
  }
  const when = (allowed: boolean) => (allowed ? true : 'account.state');
  return {
    unlock: when(account.status === 'locked'),
    disable: when(account.status !== 'disabled'),
    enable: when(account.status === 'disabled'),
    reset_password: when(account.status !== 'disabled'),
    reset_second_factor: when(account.secondFactor),
    // A lost phone may also be one of somebody who is disabled already.
    wipe_devices: true,
  };
}
