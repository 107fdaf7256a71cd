import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { readMe, signOut } from '#contract/identity/endpoints.ts';
import { type Me, me as meRecord } from '#contract/identity/records.ts';
import type { Permission } from '#contract/permissions.ts';
import { call } from './call.ts';
import { isOffline, ProblemError } from './problem.ts';
import { forgetReadings } from './store.ts';
import { closeVault } from './vault/vault.ts';

/** Who is signed in; null for a stranger. */
export const meQuery = queryOptions<Me | null>({
  queryKey: [readMe.name],
  staleTime: 5 * 60_000,
  queryFn: async () => {
    try {
      return remember(await call(readMe));
    } catch (error) {
      if (error instanceof ProblemError && error.status === 401) return remember(null);
      const earlier = isOffline(error) ? recall() : null;
      if (earlier) return earlier;
      throw error;
    }
  },
});

const storageKey = 'jia.me';

/** Without a network the shell still opens for the person of the last visit; the server decides each deed. */
function remember(me: Me | null): Me | null {
  try {
    if (me) localStorage.setItem(storageKey, JSON.stringify(me));
    else localStorage.removeItem(storageKey);
  } catch {
    // Without storage the shell needs the network to open.
  }
  return me;
}

function recall(): Me | null {
  try {
    return meRecord.parse(JSON.parse(localStorage.getItem(storageKey) ?? 'null'));
  } catch {
    return null;
  }
}

export function useMe() {
  return useQuery(meQuery);
}

/** For menus only: the server decides each deed, and tells by `can`. */
export function useMayAnywhere(): (permission: Permission | undefined) => boolean {
  const { data } = useMe();
  return (permission) => permission === undefined || (data?.permissions.includes(permission) ?? false);
}

export function useSignedIn(): (me: Me) => void {
  const client = useQueryClient();
  return (me) => {
    sessionStorage.setItem(freshKey, me.accountId);
    // Another person on the same phone begins with nothing of the one before.
    if (localStorage.getItem(ownerKey) !== me.accountId) void forgetReadings();
    localStorage.setItem(ownerKey, me.accountId);
    become(client, me);
  };
}

const ownerKey = 'jia.owner';
const freshKey = 'jia.fresh';

/** Has this person given the password in this visit? */
export const hasJustSignedIn = (accountId: string): boolean => sessionStorage.getItem(freshKey) === accountId;

/** Back to the sign-in page with everything kept: what is locked is opened there. */
export function useSignInAgain(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await call(signOut);
    sessionStorage.removeItem(freshKey);
    become(client, null);
  };
}

/** Ends the session and forgets everything this device had read. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await call(signOut);
    await forgetReadings();
    await closeVault().catch(() => {});
    become(client, null);
  };
}

/** Another person begins with nothing of the one before; only the answer to "who" stays observed. */
function become(client: QueryClient, me: Me | null): void {
  client.removeQueries({ predicate: ({ queryKey: [name] }) => name !== readMe.name });
  client.setQueryData(meQuery.queryKey, remember(me));
}
