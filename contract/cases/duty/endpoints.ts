import { z } from 'zod';
import { day, id, line, page, paging, version } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import { communityDuties } from '../codes.ts';
import { caseParams } from '../shapes.ts';
import { directoryUnitKinds } from './codes.ts';
import { directoryEntry, dutyItem, unitCandidate } from './records.ts';

const yes = z.literal(['true', true]).transform(() => true as const);
const matterCodes = z.array(line(20)).max(40).default([]);

export const dutyFilter = z.object({
  search: line(60).optional().describe('Part of the text, the owner or the basis; or a code'),
  matterCode: line(20).optional().describe('A matter, or a branch with all below it'),
  communityDuty: z.enum(communityDuties).optional(),
  ownerId: id.optional(),
  ownerless: yes.optional(),
  retired: yes.optional(),
});

export const listDutyItems = endpoint({
  name: 'cases.list_duty_items',
  method: 'GET',
  path: '/api/duty-items',
  summary: 'The duty list (责任清单) of the street, by code.',
  access: 'case.read',
  query: dutyFilter.extend(paging),
  output: page(dutyItem),
});

export const readDutyFigures = endpoint({
  name: 'cases.duty_figures',
  method: 'GET',
  path: '/api/duty-items/figures',
  summary:
    'How many duties there are, how many lack an owner or a matter, and how the community stands to them.',
  access: 'case.read',
  output: z.object({
    items: z.number().int(),
    ownerless: z.number().int(),
    matterless: z.number().int(),
    byCommunityDuty: z.array(z.object({ communityDuty: z.enum(communityDuties), count: z.number().int() })),
  }),
});

const dutyFacts = {
  code: line(40),
  text: line(500),
  category: line(60).nullable().default(null),
  communityDuty: z.enum(communityDuties),
  ownerId: id.nullable().default(null),
  ownerName: line(120).nullable().default(null).describe('Where the owner is not in the register'),
  leader: line(60).nullable().default(null),
  basis: line(300).nullable().default(null),
  frequency: line(60).nullable().default(null),
  matterCodes,
};

export const createDutyItem = endpoint({
  name: 'cases.create_duty_item',
  method: 'POST',
  path: '/api/duty-items',
  summary: 'Adds a duty to the list; a code stands there once.',
  access: 'duty.edit',
  body: z.object(dutyFacts),
  output: dutyItem,
});

const dutyParams = z.object({ dutyItemId: id });

export const changeDutyItem = endpoint({
  name: 'cases.change_duty_item',
  method: 'POST',
  path: '/api/duty-items/:dutyItemId',
  summary: 'Changes a duty.',
  access: 'duty.edit',
  params: dutyParams,
  body: z.object({ ...dutyFacts, version }),
  output: dutyItem,
});

export const retireDutyItem = endpoint({
  name: 'cases.retire_duty_item',
  method: 'POST',
  path: '/api/duty-items/:dutyItemId/retire',
  summary: 'Takes a duty out of use, or back into it; it stays in the list.',
  access: 'duty.edit',
  params: dutyParams,
  body: z.object({ retired: z.boolean(), version }),
  output: dutyItem,
});

// The dispatch directory

export const listDirectory = endpoint({
  name: 'cases.list_directory',
  method: 'GET',
  path: '/api/dispatch-directory',
  summary: 'The dispatch directory (派单目录): which unit leads which matter where.',
  access: 'case.read',
  query: z.object({
    search: line(60).optional().describe('Part of the rule'),
    matterCode: line(20).optional(),
    unitId: id.optional(),
    ended: yes.optional().describe('Also what holds no longer'),
    ...paging,
  }),
  output: page(directoryEntry),
});

const unitNamed = z
  .object({ kind: z.enum(directoryUnitKinds), unitId: id.nullable().default(null) })
  .refine(({ kind, unitId }) => (kind === 'organisation') === (unitId !== null));

const entryFacts = {
  matterCode: line(20),
  areaId: id.nullable().default(null),
  lead: unitNamed,
  helpers: z.array(unitNamed).max(10).default([]),
  rule: line(300),
  dutyItemId: id.nullable().default(null),
  validFrom: day,
  validTo: day.nullable().default(null),
};

export const createEntry = endpoint({
  name: 'cases.create_directory_entry',
  method: 'POST',
  path: '/api/dispatch-directory',
  summary: 'Adds an entry; a matter has one entry for a place at a time.',
  access: 'duty.edit',
  body: z.object(entryFacts),
  output: directoryEntry,
});

const entryParams = z.object({ entryId: id });

export const changeEntry = endpoint({
  name: 'cases.change_directory_entry',
  method: 'POST',
  path: '/api/dispatch-directory/:entryId',
  summary: 'Changes an entry.',
  access: 'duty.edit',
  params: entryParams,
  body: z.object({ ...entryFacts, version }),
  output: directoryEntry,
});

export const endEntry = endpoint({
  name: 'cases.end_directory_entry',
  method: 'POST',
  path: '/api/dispatch-directory/:entryId/end',
  summary: 'Ends an entry on a day; cases sent by it stay where they are.',
  access: 'duty.edit',
  params: entryParams,
  body: z.object({ validTo: day, version }),
  output: directoryEntry,
});

export const suggestUnits = endpoint({
  name: 'cases.suggest_units',
  method: 'GET',
  path: '/api/cases/:caseId/units',
  summary: 'Units that might take the case, best first, each with the rule and the duty behind it.',
  access: 'case.dispatch',
  params: caseParams,
  output: z.object({ items: z.array(unitCandidate).max(10) }),
});

export const standingMax = 50;

export const readStanding = endpoint({
  name: 'cases.read_standing',
  method: 'GET',
  path: '/api/cases/standing',
  summary:
    'Article 17 for up to 50 cases: whether the community leads, assists or has no duty, and the item behind it.',
  access: 'case.dispatch',
  query: z.object({
    ids: z.preprocess(
      (given) => (typeof given === 'string' ? given.split(',') : given),
      z.array(id).min(1).max(standingMax),
    ),
  }),
  output: z.object({
    items: z.array(
      z.object({
        caseId: id,
        communityDuty: z.enum(communityDuties),
        dutyItem: z.object({ code: z.string(), text: z.string() }).nullable(),
      }),
    ),
  }),
});
