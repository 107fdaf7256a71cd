// A lost phone: its code is void from now on, at the server at once and at venues with the next list they download.
import type * as desk from '#contract/attendance/desk.ts';
import type * as endpoints from '#contract/attendance/endpoints.ts';
import { memberKeyRevoked } from '#contract/attendance/events.ts';
import type * as own from '#contract/attendance/own.ts';
import type { InputOf, OutputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { placesTaken } from '#modules/activities/index.ts';
import { companions } from '#modules/families/index.ts';
import { deleteSessionsOf } from '#modules/identity/index.ts';
import { mayAskCorrection } from '../policy.ts';
import { findEntry } from '../store/hours.ts';
import type { MemberKeyRow } from '../store/keys.ts';
import { findKey, keysOf, revokeKeys } from '../store/revocations.ts';
import { loadVenue } from './load.ts';
import { ownPeople } from './own.ts';

export async function listOwnKeys(context: Context): Promise<OutputOf<typeof own.listOwnKeys>> {
  const names = new Map((await companions(context)).map(({ personId, name }) => [personId, name]));
  const rows = await keysOf(context, [...names.keys()]);
  return {
    items: rows.map((row) => ({
      keyId: row.id,
      name: names.get(row.person_id) ?? '',
      deviceId: row.device_id,
      givenAt: row.given_at,
      revokedAt: row.revoked_at,
    })),
  };
}

/** Whoever reports a phone of their own is signed out everywhere but here: the finder holds no session. */
export async function revokeOwnKey(context: Context, { keyId }: InputOf<typeof own.revokeOwnKey>) {
  const key = await findKey(context, keyId);
  if (!key) throw new Problem('input.id_unknown', 404);
  await ownPeople(context, [key.person_id]);
  await revoke(context, [key]);
  const { accountId, sessionId } = context.actor;
  if (accountId && key.account_id === accountId) await deleteSessionsOf(context, accountId, sessionId);
  return { done: true as const };
}

export async function revokeKeysAtVenue(
  context: Context,
  { sessionId, personId }: InputOf<typeof endpoints.revokeKeysAtVenue>,
) {
  await loadVenue(context, sessionId);
  const places = await placesTaken(context, sessionId);
  if (!places.some((place) => place.personId === personId)) throw new Problem('input.id_unknown', 404);
  await revoke(context, await keysOf(context, [personId]));
  return { done: true as const };
}

export async function revokeKeysOfEntry(
  context: Context,
  { entryId }: InputOf<typeof desk.revokeKeysOfEntry>,
) {
  const entry = await findEntry(context, entryId);
  if (!entry) throw new Problem('input.id_unknown', 404);
  if (mayAskCorrection(context.actor, entry.area_path) !== true)
    throw new Problem('attendance.outside_your_area', 403);
  await revoke(context, await keysOf(context, [entry.person_id]));
  return { done: true as const };
}

async function revoke(context: Context, keys: readonly MemberKeyRow[]): Promise<void> {
  const gone = await revokeKeys(
    context,
    keys.map(({ id }) => id),
  );
  const [first] = gone;
  if (!first) return;
  await context.emit({
    name: memberKeyRevoked.name,
    subject: { module: 'attendance', id: first.person_id },
    data: { personId: first.person_id, keys: gone.length },
  });
}
