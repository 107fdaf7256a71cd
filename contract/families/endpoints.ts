import { z } from 'zod';
import { id, instant, line, page, paging, version } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import { limits } from './codes.ts';
import { childToAdd, companion, family, familyLine } from './records.ts';

const nickname = line(limits.nicknameMax);

export const readMyFamily = endpoint({
  name: 'families.read_mine',
  method: 'GET',
  path: '/api/families/mine',
  summary: 'My volunteer family, and the children in my care who are in none.',
  access: 'signed_in',
  output: z.object({ family: family.nullable(), children: z.array(childToAdd) }),
});

export const listCompanions = endpoint({
  name: 'families.list_companions',
  method: 'GET',
  path: '/api/families/companions',
  summary: 'Whom I may sign up: myself, children in my care, adults of my family.',
  access: 'signed_in',
  output: z.object({ items: z.array(companion) }),
});

export const foundFamily = endpoint({
  name: 'families.found',
  method: 'POST',
  path: '/api/families',
  summary: 'Founds a volunteer family with me and children in my care; consents to hours and points.',
  access: 'signed_in',
  body: z.object({
    nickname,
    childIds: z.array(id).max(limits.membersMax).default([]),
    onBoard: z.boolean().default(false),
    agreed: z.literal(true),
  }),
  output: z.object({ familyId: id, version }),
});

export const changeFamily = endpoint({
  name: 'families.change',
  method: 'POST',
  path: '/api/families/mine/change',
  summary: 'Another nickname, on the board of families or off it.',
  access: 'signed_in',
  body: z.object({ nickname, onBoard: z.boolean(), version }),
  output: z.object({ familyId: id, version }),
});

export const inviteToFamily = endpoint({
  name: 'families.invite',
  method: 'POST',
  path: '/api/families/mine/invitations',
  summary: 'A code by which one other adult joins within seven days.',
  access: 'signed_in',
  callsPerMinuteMax: 10,
  output: z.object({ invitationId: id, expiresAt: instant }),
});

export const readInvitation = endpoint({
  name: 'families.read_invitation',
  method: 'GET',
  path: '/api/families/mine/invitations/:invitationId',
  summary: 'The code of an invitation I made.',
  access: 'signed_in',
  params: z.object({ invitationId: id }),
  output: z.object({ code: z.string(), expiresAt: instant, used: z.boolean() }),
});

export const joinFamily = endpoint({
  name: 'families.join',
  method: 'POST',
  path: '/api/families/join',
  summary: 'Joins the family that gave me a code; consents to hours and points.',
  access: 'signed_in',
  callsPerMinuteMax: 10,
  body: z.object({ code: line(12), agreed: z.literal(true) }),
  output: z.object({ familyId: id, version }),
});

export const addChild = endpoint({
  name: 'families.add_child',
  method: 'POST',
  path: '/api/families/mine/children',
  summary: 'Brings a child in my care into my family; consents to its hours and points.',
  access: 'signed_in',
  body: z.object({ personId: id, nickname: nickname.optional(), agreed: z.literal(true) }),
  output: z.object({ memberId: id }),
});

export const nameMember = endpoint({
  name: 'families.name_member',
  method: 'POST',
  path: '/api/families/mine/members/:memberId/nickname',
  summary: 'What others may read of me or of a child in my care.',
  access: 'signed_in',
  params: z.object({ memberId: id }),
  body: z.object({ nickname }),
  output: z.object({ memberId: id }),
});

export const leaveFamily = endpoint({
  name: 'families.leave',
  method: 'POST',
  path: '/api/families/mine/members/:memberId/leave',
  summary:
    'I leave, or a child in my care does; the last adult takes the children along and ends the family.',
  access: 'signed_in',
  params: z.object({ memberId: id }),
  output: z.object({ memberId: id }),
});

export const listFamilies = endpoint({
  name: 'families.list',
  method: 'GET',
  path: '/api/families',
  summary: 'Volunteer families of the areas one answers for: nicknames and numbers, no names.',
  access: 'activity.read',
  query: z.object({ search: line(20).optional(), areaId: id.optional(), ...paging }),
  output: page(familyLine),
});

export const resetNickname = endpoint({
  name: 'families.reset_nickname',
  method: 'POST',
  path: '/api/families/:familyId/nickname/reset',
  summary: 'Puts a plain nickname in place of one that should not be seen.',
  access: 'activity.edit',
  params: z.object({ familyId: id }),
  body: z.object({ reason: line(100), version }),
  output: z.object({ familyId: id, version }),
});
