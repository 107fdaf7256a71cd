import * as duty from '#contract/cases/duty/endpoints.ts';
import { caseAt } from '../../kit/cases.ts';
import { type Example, list, record, self } from './example.ts';
import type { World } from './world.ts';

/** The list and the directory are the street's: no community holds the right. */
const street = { holder: '唐科长', outsider: null, foreigner: '文科长' } as const;

let counter = 0;
const item = () => ({ code: `E-${++counter}`, text: '巡查楼道堆物', communityDuty: 'assist' as const });
const newItem = async (world: World) =>
  (await world.as('唐科长')).call(duty.createDutyItem, { body: item() });

const entry = () => ({
  matterCode: '0803',
  lead: { kind: 'property' as const },
  rule: '物业小区先找物业',
  validFrom: `2027-${String(++counter).padStart(2, '0')}-01`,
  validTo: `2027-${String(counter).padStart(2, '0')}-28`,
});
const newEntry = async (world: World) => (await world.as('唐科长')).call(duty.createEntry, { body: entry() });

export const dutyExamples: Record<string, Example> = {
  'cases.list_duty_items': list(async (world) => (await newItem(world)).dutyItemId, street),
  'cases.duty_figures': self(undefined, street),
  'cases.create_duty_item': self(() => ({ body: item() }), street),
  'cases.change_duty_item': record(async (world) => {
    const { dutyItemId, version } = await newItem(world);
    return { params: { dutyItemId }, body: { ...item(), version } };
  }, street),
  'cases.retire_duty_item': record(async (world) => {
    const { dutyItemId, version } = await newItem(world);
    return { params: { dutyItemId }, body: { retired: true, version } };
  }, street),
  'cases.list_directory': list(async (world) => (await newEntry(world)).entryId, street),
  'cases.create_directory_entry': self(() => ({ body: entry() }), street),
  'cases.change_directory_entry': record(async (world) => {
    const { entryId, version } = await newEntry(world);
    return { params: { entryId }, body: { ...entry(), version } };
  }, street),
  'cases.end_directory_entry': record(async (world) => {
    const { entryId, version } = await newEntry(world);
    return { params: { entryId }, body: { validTo: '2027-12-31', version } };
  }, street),
  'cases.read_standing': record(async (world) => {
    const stage = { as: world.as, entranceId: world.id('entrance'), communityId: world.id('community') };
    return { query: { ids: (await caseAt(stage, 'registered')).caseId } };
  }),
  'cases.suggest_units': record(async (world) => {
    const stage = { as: world.as, entranceId: world.id('entrance'), communityId: world.id('community') };
    return { params: { caseId: (await caseAt(stage, 'registered')).caseId } };
  }),
};
