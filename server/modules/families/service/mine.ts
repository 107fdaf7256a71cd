// The own family: founding, bringing children, inviting an adult, leaving.
import { randomBytes } from 'node:crypto';
import type { InputOf } from '#contract/define.ts';
import { limits, type MemberPart } from '#contract/families/codes.ts';
import type * as endpoints from '#contract/families/endpoints.ts';
import {
  familyChanged,
  familyFounded,
  familyInvited,
  memberJoined,
  memberLeft,
} from '#contract/families/events.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import {
  callerFact,
  giveOwnConsent,
  type PersonFact,
  standingConsents,
  wardsOfPerson,
} from '#modules/people/index.ts';
import { invitationCodeLength, isFitNickname, leaving, readCode, roomFor, writtenCode } from '../rules.ts';
import {
  closeMembers,
  type FamilyRow,
  insertFamily,
  insertMembers,
  lockFamily,
  type MemberRow,
  membershipsOf,
  membersOf,
  nameMemberRow,
  updateFamily,
} from '../store/families.ts';
import { getOwnInvitation, insertInvitation, takeInvitation } from '../store/invitations.ts';

export async function foundFamily(context: Context, input: InputOf<typeof endpoints.foundFamily>) {
  const self = await callerFact(context);
  if (self.isMinor) throw new Problem('family.minor', 409);
  refuseUnfit(input.nickname);
  const children = await ownChildren(context, self, input.childIds);
  const family = await insertFamily(context, {
    id: context.newId(),
    nickname: input.nickname,
    area_id: self.areaId,
    area_path: self.areaPath,
    on_board: input.onBoard,
    founded_by: self.personId,
  });
  const members = [self, ...children];
  await insertMembers(
    context,
    members.map((one) => newMember(family.id, one, one === self ? 'adult' : 'child')),
  );
  await consent(context, self, members);
  await context.emit({
    name: familyFounded.name,
    subject: { module: 'families', id: family.id },
    data: { memberCount: members.length },
    areaPath: family.area_path,
  });
  return { familyId: family.id, version: family.version };
}

export async function changeFamily(context: Context, input: InputOf<typeof endpoints.changeFamily>) {
  const { family } = await ownFamily(context);
  refuseUnfit(input.nickname);
  const values = { nickname: input.nickname, on_board: input.onBoard };
  if (!(await updateFamily(context, family.id, input.version, values)))
    throw new Problem('version.stale', 409, { changes: [] });
  await context.emit({
    name: familyChanged.name,
    subject: { module: 'families', id: family.id },
    data: {
      fields: [
        ...(family.nickname === input.nickname ? [] : ['nickname']),
        ...(family.on_board === input.onBoard ? [] : ['onBoard']),
      ],
    },
    areaPath: family.area_path,
  });
  return { familyId: family.id, version: input.version + 1 };
}

/** The code itself is read once more by who made it: an answer that is remembered holds no secret. */
export async function invite(context: Context) {
  const { self, family } = await ownFamily(context);
  const code = writtenCode(randomBytes(invitationCodeLength));
  const { id: invitationId, expires_at: expiresAt } = await insertInvitation(
    context,
    family.id,
    self.personId,
    code,
  );
  await context.emit({
    name: familyInvited.name,
    subject: { module: 'families', id: family.id },
    data: { invitationId },
    areaPath: family.area_path,
  });
  return { invitationId, expiresAt };
}

export async function readInvitation(context: Context, input: InputOf<typeof endpoints.readInvitation>) {
  const self = await callerFact(context);
  const { code, expires_at, used_at } = await getOwnInvitation(context, input.invitationId, self.personId);
  return { code, expiresAt: expires_at, used: used_at !== null };
}

export async function joinFamily(context: Context, input: InputOf<typeof endpoints.joinFamily>) {
  const self = await callerFact(context);
  const { family_id: familyId } = await takeInvitation(context, readCode(input.code));
  const family = await lockFamily(context, familyId);
  if (!family) throw new Problem('family.code_unknown', 409);
  await join(context, family, self, self.isMinor ? 'child' : 'adult', null);
  await consent(context, self, [self]);
  return { familyId, version: family.version };
}

export async function addChild(context: Context, input: InputOf<typeof endpoints.addChild>) {
  const [child] = await ownChildren(context, await callerFact(context), [input.personId]);
  const { self, family } = await ownFamily(context);
  if (!child) throw new Problem('family.not_your_child', 403);
  if (input.nickname !== undefined) refuseUnfit(input.nickname);
  const { id: memberId } = await join(context, family, child, 'child', input.nickname ?? null);
  await consent(context, self, [child]);
  return { memberId };
}

export async function nameMember(context: Context, input: InputOf<typeof endpoints.nameMember>) {
  const { member, family } = await memberInMyHands(context, input.memberId);
  refuseUnfit(input.nickname);
  await nameMemberRow(context, member.id, input.nickname);
  await context.emit({
    name: familyChanged.name,
    subject: { module: 'families', id: family.id },
    data: { fields: ['memberNickname'] },
    areaPath: family.area_path,
  });
  return { memberId: member.id };
}

export async function leaveFamily(context: Context, input: InputOf<typeof endpoints.leaveFamily>) {
  const { member, members, family } = await memberInMyHands(context, input.memberId);
  const { gone, ends } = leaving(members, member);
  await closeMembers(
    context,
    gone.map(({ id }) => id),
  );
  if (ends) await updateFamily(context, family.id, family.version, { status: 'dissolved', on_board: false });
  for (const one of gone)
    await context.emit({
      name: memberLeft.name,
      subject: { module: 'families', id: family.id },
      data: { personId: one.person_id, part: one.part, last: ends && one.id === member.id },
      areaPath: family.area_path,
    });
  return { memberId: member.id };
}

function refuseUnfit(nickname: string): void {
  if (!isFitNickname(nickname)) throw new Problem('family.nickname_unfit', 409);
}

/** @throws Problem 409 `family.none`. */
async function ownFamily(context: Context) {
  const self = await callerFact(context);
  const [membership] = await membershipsOf(context, [self.personId]);
  const family = membership && (await lockFamily(context, membership.family_id));
  if (!family) throw new Problem('family.none', 409);
  return { self, family };
}

/** Oneself, or a child one cares for. */
async function memberInMyHands(context: Context, memberId: string) {
  const self = await callerFact(context);
  const [own] = await membershipsOf(context, [self.personId]);
  const family = own && (await lockFamily(context, own.family_id));
  const members = family ? await membersOf(context, [family.id]) : [];
  const member = members.find(({ id }) => id === memberId);
  if (!family || !member) throw new Problem('family.not_a_member', 404);
  const mine = [self.personId, ...(await wardsOfPerson(context, self.personId)).map((one) => one.personId)];
  if (!mine.includes(member.person_id)) throw new Problem('family.not_you', 403);
  return { member, members, family };
}

async function ownChildren(
  context: Context,
  self: PersonFact,
  ids: readonly string[],
): Promise<PersonFact[]> {
  const wards = await wardsOfPerson(context, self.personId);
  const chosen = wards.filter(({ personId }) => ids.includes(personId));
  if (chosen.length < new Set(ids).size) throw new Problem('family.not_your_child', 403);
  return chosen;
}

async function join(
  context: Context,
  family: FamilyRow,
  person: PersonFact,
  part: MemberPart,
  nickname: string | null,
): Promise<MemberRow> {
  const room = roomFor(part, await membersOf(context, [family.id]));
  if (room !== true)
    throw new Problem(room, 409, { max: room === 'family.full' ? limits.membersMax : limits.adultsMax });
  const [member] = await insertMembers(context, [{ ...newMember(family.id, person, part), nickname }]);
  if (!member) throw new Error('nobody joined');
  await context.emit({
    name: memberJoined.name,
    subject: { module: 'families', id: family.id },
    data: { personId: person.personId, part },
    areaPath: family.area_path,
  });
  return member;
}

const newMember = (familyId: string, { personId }: PersonFact, part: MemberPart) => ({
  family_id: familyId,
  person_id: personId,
  part,
  nickname: null,
});

/** Hours and points rest on consent (domain.md 5.1): who has not given it gives it with this step. */
async function consent(context: Context, self: PersonFact, people: readonly PersonFact[]): Promise<void> {
  const standing = await standingConsents(
    context,
    people.map(({ personId }) => personId),
  );
  for (const { personId, isChild } of people) {
    if (standing.get(personId)?.has('volunteer_points')) continue;
    if (personId !== self.personId && !isChild) continue; // at 14 a child speaks for itself
    const child = personId === self.personId ? {} : { childId: personId };
    await giveOwnConsent(context, { purpose: 'volunteer_points', ...child });
  }
}
