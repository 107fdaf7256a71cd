import { identityProblems } from '#contract/identity/words.ts';
import { passwordProblems } from '#contract/password/words.ts';
import { gatherer } from '#kernel/gather.ts';
import type { Authenticate } from '#kernel/http/caller.ts';
import type { Kernel } from '#kernel/kernel.ts';
import type { Module } from '#kernel/module.ts';
import { identityReactions } from './reactions.ts';
import { identityRoutes } from './routes.ts';
import { identitySchedules } from './schedule.ts';
import { hashToken } from './service/signIn.ts';
import { findActors } from './store/sessions.ts';

export const identityModule: Module = {
  name: 'identity',
  routes: identityRoutes,
  reactions: identityReactions,
  schedules: identitySchedules,
  problems: { ...identityProblems, ...passwordProblems },
};

interface Asked {
  streetId: number;
  hash: string;
}

/** A few calls at once: who asks while the others work finds one of them free soon. */
const lookups = { batchMax: 50, callsMax: 4 };

/** How the kernel learns who holds a token; requests that come together are looked up together. */
export function authenticator(kernel: Kernel): Authenticate {
  const find = gatherer(
    async (asked: readonly Asked[]) => {
      const hashes = asked.map(({ hash }) => hash);
      const actors = await findActors(
        kernel.db,
        asked[0]?.streetId ?? 0,
        hashes,
        kernel.services.clock.now(),
      );
      return hashes.map((hash) => actors.get(hash) ?? null);
    },
    lookups,
    (chosen, { streetId }) => chosen.every((one) => one.streetId === streetId),
  );
  return (streetId, token) => find({ streetId, hash: hashToken(kernel, token) });
}

export { firstPassword } from './service/password.ts';
export { plantPosts } from './service/plant.ts';
export { assignPostTo, dismissFrom } from './service/posts.ts';
export { startSession } from './service/signIn.ts';
export { accountNames, findAccountByPhone, getAccount, savePassword } from './store/accounts.ts';
export { membersOfOrganisation } from './store/members.ts';
export { accountsOfPersons, phonesOfPersons, staffAmong } from './store/persons.ts';
export { holdersAround, holdersByArea } from './store/posts.ts';
export { deleteSessionsOf, sessionBegan } from './store/sessions.ts';
export { openidOf, removeOpenids, saveOpenid } from './store/wechat.ts';
