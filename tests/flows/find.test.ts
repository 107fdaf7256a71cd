// ＋上报: what the grid finds, what it settles on the spot, and what a volunteer may not.
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import * as cases from '#contract/cases/endpoints.ts';
import { listHouseholds } from '#contract/people/endpoints.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { sendPhoto } from '../kit/photos.ts';
import { type Caller, testStreet } from '../kit/street.ts';

const street = await testStreet();
let worker: Caller;
let volunteer: Caller;
let entranceId = '';
let otherGridId = '';

/** 小广告: a grid worker may settle it; 噪声: not. */
const settleable = '0304';
const notSettleable = '0701';

beforeAll(async () => {
  worker = await street.as('周网格');
  volunteer = await street.as('孙兼职');
  const { items } = await (await street.as('高主任')).call(listAreas, { query: { limit: 200 } });
  const id = (code: string) => items.find((area) => area.code === code)?.areaId ?? '';
  entranceId = id('990101001001001E01B01U1');
  otherGridId = id('990101001001002');
});

const find = (more: Record<string, unknown> = {}) => ({
  body: {
    caseId: randomUUID(),
    text: '二层楼道有小广告',
    areaId: entranceId,
    matterCode: settleable,
    ...more,
  },
});

describe('a find', () => {
  it('of a grid worker with a category goes straight to dispatch, under the number of the phone', async () => {
    const given = find();
    const told = await worker.call(cases.findCase, given);
    expect(told).toMatchObject({ caseId: given.body.caseId, status: 'registered' });
    const record = await worker.call(cases.getCase, { params: { caseId: told.caseId } });
    expect(record).toMatchObject({ kind: 'grid_case', channel: 'grid', requesters: [] });
  });

  it('without a category or from a volunteer waits for the office', async () => {
    expect(await worker.call(cases.findCase, find({ matterCode: null }))).toMatchObject({
      status: 'submitted',
    });
    expect(await volunteer.call(cases.findCase, find())).toMatchObject({ status: 'submitted' });
  });

  it('without a place belongs to the own grid', async () => {
    const { caseId } = await worker.call(cases.findCase, find({ areaId: null }));
    const record = await worker.call(cases.getCase, { params: { caseId } });
    expect(record.area?.path).toBe('/990101001/990101001001/990101001001001/');
  });

  it('arrives once, also under another key', async () => {
    const given = find();
    await worker.call(cases.findCase, given);
    expect(await worker.refusal(cases.findCase, given)).toMatchObject({
      status: 409,
      code: 'case.known_already',
    });
  });
});

describe('settling on the spot', () => {
  it('asks for a photo of before and of after', async () => {
    const before = await sendPhoto(worker, 'before');
    const after = await sendPhoto(worker, 'after');
    const settled = '当场清掉，并告诉了物业';
    for (const fileIds of [[], [before], [after]])
      expect(await worker.refusal(cases.findCase, find({ settled, fileIds }))).toMatchObject({
        status: 409,
        code: 'case.photos_before_after',
      });
    const told = await worker.call(cases.findCase, find({ settled, fileIds: [before, after] }));
    expect(told.status).toBe('under_review');
    const record = await worker.call(cases.getCase, { params: { caseId: told.caseId } });
    expect(record.files.map(({ phase }) => phase).sort()).toEqual(['after', 'before']);
    expect(record.timeline.map(({ name }) => name)).toEqual([
      'submit',
      'register',
      'self_handle',
      'submit_result',
    ]);
    // The own result is signed by another: the grid lead or the community.
    expect(record.can.review_approve).not.toBe(true);
  });

  it('is refused where the list of matters says no, and leaves nothing behind', async () => {
    const given = find({ settled: '劝过了', matterCode: notSettleable });
    expect(await worker.refusal(cases.findCase, given)).toMatchObject({ code: 'case.self_handle_matter' });
    expect(await worker.refusal(cases.getCase, { params: { caseId: given.body.caseId } })).toMatchObject({
      status: 404,
    });
  });

  it('is not for who may only tell, nor in the grid of another', async () => {
    const fileIds = [await sendPhoto(volunteer, 'before'), await sendPhoto(volunteer, 'after')];
    expect(await volunteer.refusal(cases.findCase, find({ settled: '清了', fileIds }))).toMatchObject({
      status: 403,
      code: 'case.find_only',
    });
    expect(
      await worker.refusal(cases.findCase, find({ settled: '清了', areaId: otherGridId })),
    ).toMatchObject({ status: 403 });
  });
});

describe('a part-time grid worker', () => {
  it('sees no case, no household and no phone', async () => {
    const { caseId } = await worker.call(cases.findCase, find());
    expect(await volunteer.refusal(cases.listCases)).toMatchObject({ code: 'permission.missing' });
    expect(await volunteer.refusal(cases.getCase, { params: { caseId } })).toMatchObject({
      code: 'permission.missing',
    });
    expect(
      await volunteer.refusal(cases.revealRequester, { params: { caseId }, body: { purpose: '看看' } }),
    ).toMatchObject({ code: 'permission.missing' });
    expect(await volunteer.refusal(listHouseholds)).toMatchObject({ code: 'permission.missing' });
  });

  it('takes along no case, and follows the own finds in plain words', async () => {
    const told = await volunteer.call(cases.findCase, find());
    const shift = await volunteer.call(cases.readShift);
    expect(shift.cases).toEqual([]);
    expect(shift.frequent).toContain(settleable);
    const { items } = await volunteer.call(cases.listMyCases);
    expect(items.map(({ caseId }) => caseId)).toContain(told.caseId);
  });
});

describe('what the phone takes along', () => {
  it('is every open case of the own unit, whole, and what was reported at the same door', async () => {
    const secretary = await street.as('李书记');
    const { items } = await (await street.as('高主任')).call(listAreas, { query: { limit: 200 } });
    const gridId = items.find(({ code }) => code === '990101001001001')?.areaId ?? '';
    const found = await worker.call(cases.findCase, find({ matterCode: '0901', text: '两家为堆物争执' }));
    await secretary.call(cases.dispatchCase, {
      params: { caseId: found.caseId },
      body: { lead: { kind: 'area', unitId: gridId }, version: found.version },
    });
    const shift = await worker.call(cases.readShift);
    const taken = shift.cases.find(({ record }) => record.caseId === found.caseId);
    expect(taken?.record.can.accept).toBe(true);
    expect(taken?.nearby.length).toBeGreaterThan(0);
    expect(taken?.nearby.map(({ caseId }) => caseId)).not.toContain(found.caseId);
  });
});
