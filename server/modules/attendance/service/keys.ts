// Keys for member codes: one for each person on each device, with a ticket of the day that works without network.
import { randomBytes } from 'node:crypto';
import { bytesOf, hexOf } from '#contract/attendance/codes/bytes.ts';
import { signTicket } from '#contract/attendance/codes/ticket.ts';
import type * as endpoints from '#contract/attendance/endpoints.ts';
import { memberKeyGiven, venueClosed } from '#contract/attendance/events.ts';
import type { InputOf, OutputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { noteAbsent } from '#modules/activities/index.ts';
import { sessionBegan } from '#modules/identity/index.ts';
import {
  destroyKeys,
  destroyMemberKeys,
  insertMemberKey,
  type MemberKeyRow,
  memberKeyOn,
  renewMemberKey,
} from '../store/keys.ts';
import { scansOf } from '../store/scans.ts';
import { ownPeople } from './own.ts';
import { ticketPrivateKey } from './venue.ts';

const dayMs = 86_400_000;
const keyDays = 30;
const ticketHours = 36;

export async function takeMemberKey(
  context: Context,
  input: InputOf<typeof endpoints.takeMemberKey>,
): Promise<OutputOf<typeof endpoints.takeMemberKey>> {
  const names = await ownPeople(context, [input.personId]);
  const key = await freshKey(context, input);
  const validFrom = Math.floor(context.now.getTime() / 1000);
  const validUntil = validFrom + ticketHours * 3600;
  const ticket = await signTicket(ticketPrivateKey(context), context.streetId, {
    pseudonym: bytesOf(key.pseudonym),
    keyId: bytesOf(key.keyId),
    validFrom,
    validUntil,
    serial: key.serial,
  });
  return {
    personId: input.personId,
    name: names.get(input.personId) ?? '',
    streetId: context.streetId,
    pseudonym: key.pseudonym,
    keyId: key.keyId,
    secret: key.secret,
    ticket: hexOf(ticket),
    ticketUntil: new Date(validUntil * 1000).toISOString(),
    serverNow: context.now.toISOString(),
  };
}

interface Fresh {
  pseudonym: string;
  keyId: string;
  secret: string;
  serial: number;
}

/** The device's own key goes on; its serial counts the tickets. */
async function freshKey(context: Context, input: { personId: string; deviceId: string }): Promise<Fresh> {
  const known = await memberKeyOn(context, input.personId, input.deviceId);
  const ends_at = new Date(context.now.getTime() + keyDays * dayMs);
  const account_id = context.actor.accountId ?? '';
  if (known) return await renewed(context, known, { ends_at, account_id });
  const made = {
    pseudonym: randomBytes(8).toString('hex'),
    keyId: randomBytes(3).toString('hex'),
    secret: randomBytes(32).toString('hex'),
    serial: 1,
  };
  await insertMemberKey(context, {
    id: context.newId(),
    person_id: input.personId,
    account_id,
    device_id: input.deviceId,
    pseudonym: made.pseudonym,
    key_id: made.keyId,
    secret_cipher: context.services.crypto.encrypt(made.secret),
    serial: 1,
    ends_at,
  });
  await context.emit({
    name: memberKeyGiven.name,
    subject: { module: 'attendance', id: input.personId },
    data: { personId: input.personId },
  });
  return made;
}

async function renewed(
  context: Context,
  known: MemberKeyRow,
  set: { ends_at: Date; account_id: string },
): Promise<Fresh> {
  const serial = known.serial + 1;
  if (known.revoked_at !== null) return await anew(context, known, { ...set, serial });
  // Another account on the same device gets another secret: the one before it shows no more codes.
  const isSame = known.secret_cipher !== null && known.account_id === set.account_id;
  const secret = isSame
    ? context.services.crypto.decrypt(known.secret_cipher ?? '')
    : randomBytes(32).toString('hex');
  const changed = isSame ? {} : { secret_cipher: context.services.crypto.encrypt(secret), last_step: null };
  await renewMemberKey(context, known.id, { ...set, serial, ...changed });
  return { pseudonym: known.pseudonym, keyId: known.key_id, secret, serial };
}

/** A phone that was reported lost gets a new key only by a new sign-in: whoever holds it has shown who they are. */
async function anew(
  context: Context,
  known: MemberKeyRow,
  set: { ends_at: Date; account_id: string; serial: number },
): Promise<Fresh> {
  const began = await sessionBegan(context);
  if (began === null || began <= (known.revoked_at ?? '')) throw new Problem('attendance.key_revoked', 409);
  const made = {
    pseudonym: randomBytes(8).toString('hex'),
    keyId: randomBytes(3).toString('hex'),
    secret: randomBytes(32).toString('hex'),
  };
  await renewMemberKey(context, known.id, {
    ...set,
    pseudonym: made.pseudonym,
    key_id: made.keyId,
    secret_cipher: context.services.crypto.encrypt(made.secret),
    last_step: null,
    revoked_at: null,
  });
  return { ...made, serial: set.serial };
}

/** Keys whose time is over are destroyed, not kept. */
export async function destroyOldKeys(context: Context): Promise<void> {
  await destroyMemberKeys(context);
  const closed = await destroyKeys(context);
  for (const { session_id } of closed) {
    const came = await scansOf(context, session_id);
    // Where nobody was scanned the list was kept on paper: it says nothing of who stayed away.
    if (came.length > 0)
      await noteAbsent(context, session_id, [...new Set(came.map((scan) => scan.person_id))]);
  }
  await context.emitAll(
    closed.map((row) => ({
      name: venueClosed.name,
      subject: { module: 'attendance', id: row.session_id },
      areaPath: row.area_path,
      data: { sessionId: row.session_id },
    })),
  );
}
