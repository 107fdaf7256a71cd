// 核查: a grid case is looked at by somebody who had no hand in it, with a photo.
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import * as cases from '#contract/cases/endpoints.ts';
import type { CaseMoved } from '#contract/cases/records.ts';
import { readFile } from '#contract/kernel/endpoints.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { caseAt, deed } from '../kit/cases.ts';
import { sendPhoto } from '../kit/photos.ts';
import { type Caller, testStreet } from '../kit/street.ts';

const street = await testStreet();
const stage = { as: street.as, entranceId: '', communityId: '' };
let volunteer: Caller;

beforeAll(async () => {
  volunteer = await street.as('孙兼职');
  const { items } = await (await street.as('高主任')).call(listAreas, { query: { limit: 200 } });
  const id = (code: string) => items.find((area) => area.code === code)?.areaId ?? '';
  stage.entranceId = id('990101001001001E01B01U1');
  stage.communityId = id('990101001001');
});

/** Found and settled by the grid worker, signed by the secretary. */
async function settledCase(): Promise<CaseMoved> {
  const worker = await street.as('周网格');
  const fileIds = [await sendPhoto(worker, 'before'), await sendPhoto(worker, 'after')];
  const found = await worker.call(cases.findCase, {
    body: {
      caseId: randomUUID(),
      text: '单元门口有小广告',
      areaId: stage.entranceId,
      matterCode: '0304',
      settled: '当场清掉',
      fileIds,
    },
  });
  return await deed(stage, '李书记', cases.reviewApprove, found);
}

const check = async (caller: Caller, on: CaseMoved, more: Record<string, unknown> = {}) => ({
  params: { caseId: on.caseId },
  body: { isSolved: true, fileIds: [await sendPhoto(caller)], version: on.version, ...more },
});

describe('who checks', () => {
  it('not who found and settled it, not who signed it', async () => {
    const on = await settledCase();
    for (const name of ['周网格', '李书记']) {
      const caller = await street.as(name);
      expect(await caller.refusal(cases.checkCase, await check(caller, on))).toMatchObject({
        status: 409,
        code: 'case.in_chain',
      });
    }
    const worker = await street.as('周网格');
    const { items } = await worker.call(cases.listChecks);
    expect(items.map(({ caseId }) => caseId)).not.toContain(on.caseId);
  });

  it('nobody of another grid', async () => {
    const on = await settledCase();
    const caller = await street.as('吴网格');
    expect(await caller.refusal(cases.checkCase, await check(caller, on))).toMatchObject({ status: 403 });
    const { items } = await caller.call(cases.listChecks);
    expect(items).toEqual([]);
  });

  it('nobody where a neighbour asked: that one is called back', async () => {
    const opened = await (await street.as('李书记')).call(cases.openCase, {
      body: {
        kind: 'grid_case',
        channel: 'grid',
        text: '楼道灯不亮',
        areaId: stage.entranceId,
        requester: { name: '杨女士', phone: '13800138000' },
      },
    });
    const resolved = await street.owner.query(
      `update cases set status = 'resolved' where id = $1 returning version`,
      [opened.caseId],
    );
    const on = { ...opened, version: resolved.rows[0].version };
    expect(await volunteer.refusal(cases.checkCase, await check(volunteer, on))).toMatchObject({
      code: 'case.check_kind',
    });
    expect(JSON.stringify(await volunteer.call(cases.listChecks))).not.toContain(opened.caseId);
  });

  it('nobody before it is done', async () => {
    const on = await caseAt(stage, 'in_progress');
    expect(await volunteer.refusal(cases.checkCase, await check(volunteer, on))).toMatchObject({
      status: 409,
      code: 'case.illegal_move',
    });
  });
});

describe('a check', () => {
  it('needs a photo of its own', async () => {
    const on = await settledCase();
    expect(
      await volunteer.refusal(cases.checkCase, await check(volunteer, on, { fileIds: [] })),
    ).toMatchObject({ status: 409, code: 'case.check_photo' });
  });

  it('shows a volunteer the place, the work and its photos, and no person', async () => {
    const on = await settledCase();
    const { items } = await volunteer.call(cases.listChecks);
    const shown = items.find(({ caseId }) => caseId === on.caseId);
    expect(shown).toMatchObject({ result: '当场清掉', status: 'resolved' });
    expect(shown?.files.map(({ phase }) => phase)).toEqual(['before', 'after']);
    const fileId = shown?.files[0]?.fileId ?? '';
    const picture = await volunteer.send({ method: 'GET', url: `/api/files/${fileId}` });
    expect(picture.statusCode).toBe(200);
    expect(Object.keys(shown ?? {})).not.toContain('requesters');

    const worker = await street.as('周网格');
    const open = await caseAt(stage, 'accepted');
    const elsewhere = await sendPhoto(worker);
    await worker.refusal(readFile, { params: { fileId: open.caseId } });
    expect((await volunteer.send({ method: 'GET', url: `/api/files/${elsewhere}` })).statusCode).toBe(404);
  });

  it('that finds it done closes it', async () => {
    const on = await settledCase();
    const told = await volunteer.call(cases.checkCase, (await check(volunteer, on)) as never);
    expect(told.status).toBe('closed');
    const record = await (await street.as('李书记')).call(cases.getCase, { params: { caseId: on.caseId } });
    expect(record).toMatchObject({ solved: 'yes', closureType: 'normal', satisfaction: null });
    expect(record.timeline.at(-1)).toMatchObject({ name: 'confirm_pass', actor: '孙兼职' });
  });

  it('that does not sends it back for another round', async () => {
    const on = await settledCase();
    const given = await check(volunteer, on, { isSolved: false, note: '墙上还有一半' });
    const told = await volunteer.call(cases.checkCase, given as never);
    expect(told).toMatchObject({ status: 'in_progress', round: 2 });
  });
});
