import { z } from 'zod';
import { day, id, instant, line, page, paging, text, version } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import * as codes from './codes.ts';
import { callRecord, dutyShift, myCall } from './records.ts';

const callParams = z.object({ callId: id });

const target = {
  areaIds: z.array(id).min(1).max(60),
  groups: z.array(z.enum(codes.callGroups)).min(1).max(codes.callGroups.length),
  skills: z.array(z.enum(codes.callSkills)).max(codes.callSkills.length).default([]),
  teamIds: z.array(id).max(60).default([]),
};

export const countReach = endpoint({
  name: 'calls.count_reach',
  method: 'POST',
  path: '/api/calls/reach',
  summary: 'How many a call would reach, before it is issued; changes nothing.',
  access: 'call.issue',
  idempotent: false,
  body: z.object(target),
  output: z.object({ people: z.number().int() }),
});

export const issueCall = endpoint({
  name: 'calls.issue',
  method: 'POST',
  path: '/api/calls',
  summary: 'Issues a call to action: everybody it is addressed to finds it in the inbox.',
  access: 'call.issue',
  body: z.object({
    template: z.enum(codes.callTemplates),
    title: line(60),
    why: line(400),
    areaId: id.describe('Where people gather'),
    gatherPoint: line(80),
    startsAt: instant,
    endsAt: instant,
    peopleWanted: z.number().int().min(1).max(2_000),
    familyAgreed: z.boolean().default(false),
    ...target,
  }),
  output: callRecord,
});

export const listCalls = endpoint({
  name: 'calls.list',
  method: 'GET',
  path: '/api/calls',
  summary: 'Calls that gather in or reach into the viewer’s areas, open ones first.',
  access: 'activity.read',
  query: z.object({ ...paging, status: z.enum(codes.callStatuses).optional() }),
  output: page(callRecord),
});

export const getCall = endpoint({
  name: 'calls.get',
  method: 'GET',
  path: '/api/calls/:callId',
  summary: 'One call with its figures.',
  access: 'activity.read',
  params: callParams,
  output: callRecord,
});

export const listComing = endpoint({
  name: 'calls.list_coming',
  method: 'GET',
  path: '/api/calls/:callId/people',
  summary: 'Who comes, for whoever issues calls there; nobody else is listed.',
  access: 'call.issue',
  params: callParams,
  output: z.object({
    items: z.array(z.object({ personId: id, name: z.string(), isStandby: z.boolean() })),
  }),
});

export const standDown = endpoint({
  name: 'calls.stand_down',
  method: 'POST',
  path: '/api/calls/:callId/stand-down',
  summary: 'No longer needed: those who come are told at once.',
  access: 'call.issue',
  params: callParams,
  body: z.object({ reason: line(100), version }),
  output: callRecord,
});

export const closeCall = endpoint({
  name: 'calls.close',
  method: 'POST',
  path: '/api/calls/:callId/close',
  summary: 'It is done: the result and the figure, and thanks to those who came.',
  access: 'call.issue',
  params: callParams,
  body: z.object({ result: line(300), cameCount: z.number().int().min(0).max(10_000), version }),
  output: callRecord,
});

// The side of those who are called

export const listMyCalls = endpoint({
  name: 'calls.mine',
  method: 'GET',
  path: '/api/my-calls',
  summary: 'Calls addressed to me: the open ones and those of the last thirty days.',
  access: 'signed_in',
  output: z.object({ items: z.array(myCall) }),
});

export const getMyCall = endpoint({
  name: 'calls.my_call',
  method: 'GET',
  path: '/api/my-calls/:callId',
  summary: 'One call addressed to me.',
  access: 'signed_in',
  params: callParams,
  output: myCall,
});

export const answerCall = endpoint({
  name: 'calls.answer',
  method: 'POST',
  path: '/api/my-calls/:callId/answer',
  summary: 'I come, or I do not; changed as often as wanted, kept from everybody when it is no.',
  access: 'signed_in',
  params: callParams,
  body: z.object({ answer: z.enum(codes.callAnswers) }),
  output: myCall,
});

const mySkills = z.object({ skills: z.array(z.enum(codes.callSkills)) });

export const readSkills = endpoint({
  name: 'calls.skills',
  method: 'GET',
  path: '/api/call-skills',
  summary: 'What I can do when the street calls.',
  access: 'signed_in',
  output: mySkills,
});

export const setSkills = endpoint({
  name: 'calls.set_skills',
  method: 'PUT',
  path: '/api/call-skills',
  summary: 'Sets what I can do; taken off as easily.',
  access: 'signed_in',
  body: z.object({ skills: z.array(z.enum(codes.callSkills)).max(codes.callSkills.length) }),
  output: mySkills,
});

// Duty: shifts of a period, and what one leaves to the next

export const planDuty = endpoint({
  name: 'calls.plan_duty',
  method: 'POST',
  path: '/api/duty-shifts',
  summary: 'Plans the shifts of a duty period; volunteers put themselves down.',
  access: 'activity.edit',
  body: z.object({
    title: line(60),
    areaId: id,
    place: line(80),
    posts: z
      .array(z.object({ name: line(40), places: z.number().int().min(1).max(50) }))
      .min(1)
      .max(12),
    shifts: z
      .array(z.object({ startsAt: instant, endsAt: instant }))
      .min(1)
      .max(30),
  }),
  output: z.object({ items: z.array(dutyShift) }),
});

export const listShifts = endpoint({
  name: 'calls.list_shifts',
  method: 'GET',
  path: '/api/duty-shifts',
  summary: 'Duty shifts of a day inside the viewer’s areas.',
  access: 'activity.read',
  query: z.object({ day }),
  output: z.object({ items: z.array(dutyShift) }),
});

export const handOver = endpoint({
  name: 'calls.hand_over',
  method: 'POST',
  path: '/api/duty-shifts/:shiftId/hand-over',
  summary: 'Leaves a note to the next shift: what is still open.',
  access: 'attendance.run',
  params: z.object({ shiftId: id }),
  body: z.object({ note: text(400), version }),
  output: dutyShift,
});
