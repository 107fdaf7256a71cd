import { identityProblems } from '#contract/identity/words.ts';
import { passwordProblems } from '#contract/password/words.ts';
import type { Authenticate } from '#kernel/http/caller.ts';
import type { Kernel } from '#kernel/kernel.ts';
import type { Module } from '#kernel/module.ts';
import { identityReactions } from './reactions.ts';
import { identityRoutes } from './routes.ts';
import { identitySchedules } from './schedule.ts';
import { hashToken } from './service/signIn.ts';
import { findActor } from './store/sessions.ts';

export const identityModule: Module = {
  name: 'identity',
  routes: identityRoutes,
  reactions: identityReactions,
  schedules: identitySchedules,
  problems: { ...identityProblems, ...passwordProblems },
};

/** How the kernel learns who holds a token. */
export function authenticator(kernel: Kernel): Authenticate {
  return (streetId, token) =>
    findActor(kernel.db, streetId, hashToken(kernel, token), kernel.services.clock.now());
}

export { firstPassword } from './service/password.ts';
export { plantPosts } from './service/plant.ts';
export { assignPostTo } from './service/posts.ts';
export { startSession } from './service/signIn.ts';
export { accountNames, findAccountByPhone, getAccount, savePassword } from './store/accounts.ts';
export { membersOfOrganisation } from './store/members.ts';
export { accountsOfPersons, phonesOfPersons } from './store/persons.ts';
export { holdersAround, holdersByArea } from './store/posts.ts';
export { openidOf, removeOpenids, saveOpenid } from './store/wechat.ts';
