// Staff at the venue: the member's code or digits, or the name of somebody without a phone.
import { type Bytes, bytesOf, hexOf } from '#contract/attendance/codes/bytes.ts';
import {
  isGenuineMemberCode,
  type MemberKey,
  memberDigits,
  readMemberCode,
} from '#contract/attendance/codes/member.ts';
import { memberWindow, stepAt, stepFault } from '#contract/attendance/codes/steps.ts';
import { isGenuineTicketCode, readTicketCode } from '#contract/attendance/codes/ticket.ts';
import type * as endpoints from '#contract/attendance/endpoints.ts';
import type { Way } from '#contract/attendance/kinds.ts';
import type { ScanOutcome } from '#contract/attendance/records.ts';
import type { InputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { placesTaken } from '#modules/activities/index.ts';
import { personNames, personsWithPhoneTail } from '#modules/people/index.ts';
import { type Moment, momentTold } from '../rules.ts';
import { findMemberKey, liveKeysOf, type MemberKeyRow, noteStep } from '../store/keys.ts';
import { isRevoked } from '../store/revocations.ts';
import { admit } from './admit.ts';
import { isOwnFamily, loadVenue, maskedNames } from './load.ts';

type Scan = InputOf<typeof endpoints.scanMember>;

interface Found {
  personId: string;
  way: Way;
  step: number | null;
  moment: Moment;
}

export async function scanMember(context: Context, input: Scan): Promise<ScanOutcome> {
  const session = await loadVenue(context, input.sessionId);
  const told = momentTold(input, context.now.getTime());
  if (!told) throw new Problem('attendance.too_late', 409);
  const found = await finders[input.by.way](context, input, told);
  // Nobody signs for their own hours.
  if (await isOwnFamily(context, found.personId)) throw new Problem('attendance.own_record', 409);
  const [outcome] = await admit(context, session, {
    personIds: [found.personId],
    names: await maskedNames(context, [found.personId]),
    direction: input.direction,
    way: found.way,
    at: found.moment.at,
    mark: found.moment.mark,
    reason: found.moment.reason,
    step: found.step,
    nonce: input.nonce,
    deviceId: input.deviceId,
  });
  if (!outcome) throw new Error('A scan has an outcome.');
  return outcome;
}

const finders: Record<Scan['by']['way'], (context: Context, input: Scan, told: Moment) => Promise<Found>> = {
  code: byCode,
  digits: byDigits,
  name: byName,
};

async function byCode(context: Context, { by }: Scan, told: Moment): Promise<Found> {
  const text = by.way === 'code' ? by.code : '';
  const member = readMemberCode(text);
  if (member) {
    const row = await liveKey(context, member.pseudonym, told);
    if (!(await isGenuineMemberCode(keyOf(context, row), member)))
      throw new Problem('attendance.member_bad', 409);
    return await onStep(context, row, member.step, told);
  }
  const ticket = readTicketCode(text);
  if (!ticket) throw new Problem('attendance.member_unread', 409);
  const row = await liveKey(context, ticket.pseudonym, told);
  if (!(await isGenuineTicketCode(keyOf(context, row), ticket)))
    throw new Problem('attendance.member_bad', 409);
  const seconds = told.at / 1000;
  if (seconds > ticket.validUntil) throw new Problem('attendance.ticket_over', 409);
  return await onStep(context, row, ticket.step, told);
}

/** A phone reported lost shows no more codes; what was scanned before that holds. */
async function liveKey(context: Context, pseudonym: Bytes, told: Moment): Promise<MemberKeyRow> {
  const row = await findMemberKey(context, hexOf(pseudonym));
  const isLost = row ? row.revoked_at !== null && told.at >= Date.parse(row.revoked_at) : false;
  if (isLost || (!row && (await isRevoked(context, hexOf(pseudonym)))))
    throw new Problem('attendance.code_revoked', 409);
  if (!row?.secret_cipher) throw new Problem('attendance.member_bad', 409);
  return row;
}

const keyOf = (context: Context, row: MemberKeyRow): MemberKey => ({
  streetId: context.streetId,
  pseudonym: bytesOf(row.pseudonym),
  keyId: bytesOf(row.key_id),
  secret: bytesOf(context.services.crypto.decrypt(row.secret_cipher ?? '')),
});

/** An old code shown again is refused; one that came late and does not fit its moment is looked at. */
async function onStep(context: Context, row: MemberKeyRow, step: number, told: Moment): Promise<Found> {
  const found = { personId: row.person_id, way: 'member_code', step } as const;
  const fault = stepFault(step, told.at, memberWindow);
  const isReplayed = row.last_step !== null && step < row.last_step;
  if (told.isOnline && (fault || isReplayed))
    throw new Problem(fault === 'code_future' ? 'attendance.member_ahead' : 'attendance.member_old', 409);
  if (!isReplayed) await noteStep(context, row.id, step);
  if (!fault && !isReplayed) return { ...found, moment: told };
  return {
    ...found,
    moment: { ...told, mark: 'review', reason: fault ? 'step_unlike_clock' : 'step_replayed' },
  };
}

async function byDigits(context: Context, { by, sessionId }: Scan, told: Moment): Promise<Found> {
  const digits = by.way === 'digits' ? by.digits : '';
  const ids = (await placesTaken(context, sessionId)).map(({ personId }) => personId);
  const now = stepAt(told.at);
  for (const row of await liveKeysOf(context, ids)) {
    const key = keyOf(context, row);
    for (let step = now - memberWindow; step <= now + memberWindow; step++)
      if ((await memberDigits(key, step)) === digits) return await onStep(context, row, step, told);
  }
  throw new Problem('attendance.member_digits', 409);
}

async function byName(context: Context, { by, sessionId }: Scan, told: Moment): Promise<Found> {
  const { name, phoneTail } = by.way === 'name' ? by : { name: '', phoneTail: '' };
  const ids = (await placesTaken(context, sessionId)).map(({ personId }) => personId);
  const names = await personNames(context, ids);
  const called = ids.filter((id) => names.get(id) === name.normalize('NFKC'));
  const [personId, ...others] = await personsWithPhoneTail(context, called, phoneTail);
  if (!personId || others.length > 0) throw new Problem('attendance.not_known', 409);
  return { personId, way: 'name', step: null, moment: told };
}
