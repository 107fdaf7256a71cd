import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  decideExport,
  listExports,
  listExportsToDecide,
  openDownload,
  readExport,
  requestExport,
} from '#contract/exports/endpoints.ts';
import type { ExportRecord } from '#contract/exports/records.ts';
import { type Desk, type Person, testDesk } from '#kernel/imports/kit/desk.ts';
import { testNow } from '../../../tests/kit/street.ts';

const desk: Desk = await testDesk();
const clerk = await desk.as('郑社工');
const secretary = await desk.as('李书记');

beforeEach(async () => {
  desk.street.clock.set(testNow);
  await desk.street.owner.query(`delete from exports; delete from benches;
    insert into benches values (990101001, '0126111908493182401', '=cmd', null, '13800001111', 'wood', null, 3),
      (990101001, '0126111908493182402', '4号楼', null, null, 'iron', null, 1)`);
});

const asked = (masked: boolean, more: object = {}) => ({
  body: { register: 'benches', filter: {}, filterText: '全部长椅', reason: '冬季检修核对', masked, ...more },
});
const of = ({ exportId }: ExportRecord) => ({ params: { exportId } });
const decision = (record: ExportRecord, approve: boolean) => ({
  ...of(record),
  body: { approve, reason: '已核实', version: record.version },
});

async function fetched(person: Person, record: ExportRecord) {
  const { ticket } = await person.call(openDownload, of(record));
  return await person.sheet(readExport, { ...of(record), query: { ticket } });
}

describe('who may export', () => {
  test('a grid worker may not; a reason must be given; a filter must be known', async () => {
    expect(await (await desk.as('周网格')).refusal(requestExport, asked(true))).toMatchObject({
      status: 403,
    });
    expect(await clerk.refusal(requestExport, asked(true, { reason: '' }))).toMatchObject({ status: 400 });
    expect(await clerk.refusal(requestExport, asked(true, { filter: { kind: 'gold' } }))).toMatchObject({
      code: 'export.filter_invalid',
    });
    expect(await clerk.refusal(requestExport, asked(true, { register: 'trees' }))).toMatchObject({
      code: 'export.unknown_register',
    });
  });

  test('only the requester downloads, only with the ticket', async () => {
    const record = await clerk.call(requestExport, asked(true));
    expect(await secretary.refusal(openDownload, of(record))).toMatchObject({ status: 404 });
    const { ticket } = await clerk.call(openDownload, of(record));
    expect(await secretary.refusal(readExport, { ...of(record), query: { ticket } })).toMatchObject({
      status: 404,
    });
    expect(await clerk.refusal(readExport, { ...of(record), query: { ticket: 'guessed' } })).toMatchObject({
      code: 'export.ticket_invalid',
    });
    desk.street.clock.advance(11 * 60_000);
    expect(await clerk.refusal(readExport, { ...of(record), query: { ticket } })).toMatchObject({
      code: 'export.ticket_invalid',
    });
  });
});

describe('a masked export', () => {
  test('is there at once: masked phones, long numbers as text, no formula, watermark', async () => {
    const record = await clerk.call(requestExport, asked(true));
    expect(record).toMatchObject({ status: 'ready', can: { download: true } });
    const sheet = await fetched(clerk, record);
    expect((sheet.getRow(3).values as unknown[]).slice(1)).toEqual(['编号', '位置', '联系电话', '次数']);
    expect((sheet.getRow(4).values as unknown[]).slice(1)).toEqual([
      '0126111908493182401',
      '=cmd',
      '138****1111',
      3,
    ]);
    expect(sheet.getCell('B4').formula).toBeUndefined();
    expect(sheet.getCell('A6').value).toBe('筛选：全部长椅　用途：冬季检修核对　经办人：');
    expect(sheet.getCell('A7').value).toMatch(/^郑社工 2026-11-21 \d\d:\d\d 导出 已脱敏$/);
  });

  test('holds the filtered rows only', async () => {
    const sheet = await fetched(
      clerk,
      await clerk.call(requestExport, asked(true, { filter: { kind: 'iron' } })),
    );
    expect(sheet.getCell('A4').value).toBe('0126111908493182402');
    expect(sheet.getCell('A5').value).toMatch(/^筛选/);
  });

  test('can be taken again within a day, then no more', async () => {
    const record = await clerk.call(requestExport, asked(true));
    await fetched(clerk, record);
    await fetched(clerk, record);
    desk.street.clock.advance(25 * 3_600_000);
    const nextDay = await desk.as('郑社工');
    expect(await nextDay.refusal(openDownload, of(record))).toMatchObject({ code: 'export.expired' });
  });
});

describe('an unmasked export', () => {
  test('waits for another person who answers for the area', async () => {
    const record = await clerk.call(requestExport, asked(false));
    expect(record).toMatchObject({ status: 'waiting', can: { download: 'export.waiting' } });
    expect(await clerk.refusal(openDownload, of(record))).toMatchObject({ code: 'export.waiting' });
    expect(await clerk.refusal(decideExport, decision(record, true))).toMatchObject({ status: 403 });
    expect(await (await desk.as('马书记')).refusal(decideExport, decision(record, true))).toMatchObject({
      status: 404,
    });
    expect(await (await desk.as('文科长')).refusal(decideExport, decision(record, true))).toMatchObject({
      status: 404,
    });
    expect((await (await desk.as('马书记')).call(listExportsToDecide)).items).toEqual([]);
  });

  test('is never approved by its requester', async () => {
    const record = await secretary.call(requestExport, asked(false));
    expect(await secretary.refusal(decideExport, decision(record, true))).toMatchObject({
      status: 403,
      code: 'export.own_request',
    });
    expect((await secretary.call(listExportsToDecide)).items).toEqual([]);
  });

  test('approved, it is downloaded once, with the approver in the watermark', async () => {
    const record = await clerk.call(requestExport, asked(false));
    const [waiting] = (await secretary.call(listExportsToDecide)).items;
    expect(waiting).toMatchObject({
      exportId: record.exportId,
      reason: '冬季检修核对',
      can: { decide: true },
    });
    await secretary.call(decideExport, decision(record, true));
    expect(await secretary.refusal(decideExport, decision({ ...record, version: 2 }, false))).toMatchObject({
      code: 'export.not_waiting',
    });

    const sheet = await fetched(clerk, record);
    expect(sheet.getCell('C4').value).toBe('13800001111');
    expect(sheet.getCell('A7').value).toContain('未脱敏 批准人 李书记');
    expect(await clerk.refusal(openDownload, of(record))).toMatchObject({
      code: 'export.downloaded',
      detail: expect.stringContaining('只能下载一次'),
    });
    expect((await clerk.call(listExports)).items[0]).toMatchObject({ status: 'downloaded' });
  });

  test('two downloads at one moment: one gets it', async () => {
    const record = await clerk.call(requestExport, asked(false));
    await secretary.call(decideExport, decision(record, true));
    const both = await Promise.allSettled([
      clerk.call(openDownload, of(record)),
      clerk.call(openDownload, of(record)),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('refused, the requester reads why', async () => {
    const record = await clerk.call(requestExport, asked(false));
    await secretary.call(decideExport, decision(record, false));
    expect(await clerk.refusal(openDownload, of(record))).toMatchObject({
      code: 'export.refused',
      detail: expect.stringContaining('已核实'),
    });
  });

  test('approved and not fetched for a day, it is closed', async () => {
    const record = await clerk.call(requestExport, asked(false));
    await secretary.call(decideExport, decision(record, true));
    desk.street.clock.advance(25 * 3_600_000);
    const nextDay = await desk.as('郑社工');
    expect(await nextDay.refusal(openDownload, of(record))).toMatchObject({ code: 'export.expired' });
  });
});

test('asking, deciding and downloading stand in the trail with the reason', async () => {
  const record = await clerk.call(requestExport, asked(false));
  await secretary.call(decideExport, decision(record, true));
  await fetched(clerk, record);
  const { rows } = await desk.street.owner.query(
    'select name, actor_name, data from events where subject_id = $1 order by name',
    [record.exportId],
  );
  expect(rows).toMatchObject([
    { name: 'export.decided', actor_name: '李书记', data: { approved: true } },
    { name: 'export.downloaded', actor_name: '郑社工' },
    {
      name: 'export.made',
      actor_name: '郑社工',
      data: { register: 'benches', masked: false, reason: '冬季检修核对' },
    },
  ]);
});

test('an unknown export and a broken cursor are refused, not crashed on', async () => {
  expect(await clerk.refusal(openDownload, { params: { exportId: randomUUID() } })).toMatchObject({
    code: 'export.not_found',
  });
  expect(await clerk.refusal(listExports, { query: { cursor: 'x' } })).toMatchObject({ status: 400 });
});
