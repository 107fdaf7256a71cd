// The practice list of a school term with what schools give back, and the register of groups (1+1+N).
import { z } from 'zod';
import { id, line, text, version } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import { groupKinds } from './codes.ts';
import { group, practiceItem, practiceList } from './records.ts';

const listParams = z.object({ listId: id });
const lists = z.object({ items: z.array(practiceList) });

export const practiceFacts = z.object({
  term: line(40),
  title: line(60),
  foreword: text(1000).default(''),
  areaId: id,
  items: z
    .array(
      practiceItem.extend({
        title: line(80),
        hoursText: text(40).default(''),
        programmeId: id.nullable().default(null),
        activityId: id.nullable().default(null),
      }),
    )
    .max(60),
});

export const listPractice = endpoint({
  name: 'activities.list_practice',
  method: 'GET',
  path: '/api/practice-lists',
  summary: 'Practice lists inside the viewer’s areas, newest first.',
  access: 'activity.read',
  output: lists,
});

export const makePractice = endpoint({
  name: 'activities.make_practice',
  method: 'POST',
  path: '/api/practice-lists',
  summary: 'Writes the draft of a practice list.',
  access: 'activity.edit',
  body: practiceFacts,
  output: practiceList,
});

export const changePractice = endpoint({
  name: 'activities.change_practice',
  method: 'POST',
  path: '/api/practice-lists/:listId',
  summary: 'Changes a practice list, also a published one: schools see the newest.',
  access: 'activity.edit',
  params: listParams,
  body: practiceFacts.extend({ version }),
  output: practiceList,
});

export const publishPractice = endpoint({
  name: 'activities.publish_practice',
  method: 'POST',
  path: '/api/practice-lists/:listId/publish',
  summary: 'Hands the list to the schools below its place.',
  access: 'activity.edit',
  params: listParams,
  body: z.object({ version }),
  output: practiceList,
});

export const schoolPractice = endpoint({
  name: 'activities.school_practice',
  method: 'GET',
  path: '/api/school/practice-lists',
  summary: 'Published lists for the school of the caller, with what it has given back.',
  access: 'school.liaise',
  output: lists,
});

export const reportClass = endpoint({
  name: 'activities.report_class',
  method: 'POST',
  path: '/api/school/practice-lists/:listId/classes',
  summary: 'How many pupils of a class signed up; a second report replaces the first.',
  access: 'school.liaise',
  params: listParams,
  body: z.object({ className: line(20), pupils: z.number().int().min(0).max(5000) }),
  output: practiceList,
});

export const confirmHours = endpoint({
  name: 'activities.confirm_hours',
  method: 'POST',
  path: '/api/school/practice-lists/:listId/hours',
  summary: 'Hours the school has seen, by nickname and class only.',
  access: 'school.liaise',
  params: listParams,
  body: z.object({ className: line(20), nickname: line(12), hours: z.number().min(0.5).max(200) }),
  output: practiceList,
});

const groupFacts = z.object({
  name: line(40),
  kind: z.enum(groupKinds),
  ownerName: line(40),
  members: z.number().int().min(0).max(100_000),
  areaId: id,
  status: z.enum(['active', 'closed']).default('active'),
});

export const listGroups = endpoint({
  name: 'activities.list_groups',
  method: 'GET',
  path: '/api/groups',
  summary: 'Groups inside the viewer’s areas: who keeps them, how many they reach, where.',
  access: 'activity.read',
  output: z.object({ items: z.array(group) }),
});

export const makeGroup = endpoint({
  name: 'activities.make_group',
  method: 'POST',
  path: '/api/groups',
  summary: 'Registers a group.',
  access: 'activity.edit',
  body: groupFacts,
  output: group,
});

export const changeGroup = endpoint({
  name: 'activities.change_group',
  method: 'POST',
  path: '/api/groups/:groupId',
  summary: 'Corrects a group or counts it again.',
  access: 'activity.edit',
  params: z.object({ groupId: id }),
  body: groupFacts.extend({ version }),
  output: group,
});
