// 12345 work orders as cities export them, through the import wizard: opened, repeated, changed, refused, kept.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as cases from '#contract/cases/endpoints.ts';
import { readOriginal } from '#contract/cases/orders/endpoints.ts';
import { readResult } from '#contract/imports/endpoints.ts';
import { importSheet, uploadSheet } from '../kit/imports.ts';
import { sheetOf } from '../kit/sheets.ts';
import { flowStage } from '../kit/stage.ts';

const stage = await flowStage();
const { street } = stage;
const dispatcher = await stage.as('沈派单');

const sample = readFileSync(new URL('./hotline/export-gb18030.csv', import.meta.url));
const csv = (header: string, ...rows: string[]) => [header, ...rows].join('\r\n');
const imported = async (sheet: string | Uint8Array, fileName?: string) =>
  await importSheet(street, dispatcher, 'hotline', sheet, fileName);

const found = async (number: string) => {
  const { items } = await dispatcher.call(cases.listCases, { query: { search: number, limit: 200 } });
  const row = items[0];
  if (!row) throw new Error(`no case ${number}`);
  return await dispatcher.call(cases.getCase, { params: { caseId: row.caseId } });
};
const stepNames = (record: Awaited<ReturnType<typeof found>>) => record.timeline.map(({ name }) => name);
const notesOf = (record: Awaited<ReturnType<typeof found>>) =>
  record.timeline.flatMap(({ note }) => note ?? []);
const original = async (name: string, caseId: string) =>
  (await (await stage.as(name)).call(readOriginal, { params: { caseId } })).original;

describe('the sample of a city', () => {
  it('is understood without a question: encoding, headers, dates, 19 digits', async () => {
    const record = await uploadSheet(dispatcher, 'hotline', sample);
    expect(record.headers[0]).toBe('工单编号');
    expect(Object.keys(record.mapping).sort()).toEqual(
      [
        'orderNo',
        'receivedAt',
        'title',
        'category',
        'text',
        'location',
        'unit',
        'completedAt',
        'reply',
      ].sort(),
    );
  });

  it('opens each order once and keeps what the city wrote', async () => {
    const { counts } = await imported(sample);
    expect(counts).toMatchObject({ created: 4, duplicate: 1, failed: 0 });
    const heap = await found('0126111908493182401');
    expect(heap).toMatchObject({
      kind: 'hotline_order',
      status: 'registered',
      title: '楼道堆物影响通行',
      matter: { name: '楼道堆物' },
      placeText: '帅府社区12号楼',
      reportedAt: '2026-11-19T00:49:31.000Z',
    });
    // An Excel date serial is 11:00 of the wall in China.
    expect((await found('0126111911000000004')).reportedAt).toBe('2026-11-19T03:00:00.000Z');
    // Finished in the hotline's own system: kept for the history, in nobody's hands.
    expect((await found('0126111910450012003')).status).toBe('transferred');
  });

  it('changes nothing the second time', async () => {
    const again = await imported(sample);
    expect(again.counts).toMatchObject({ unchanged: 4, duplicate: 1, created: 0, updated: 0, failed: 0 });
  });
});

/** Headers of a grid platform: brackets, blanks, a deadline, the caller, a column nobody knows. */
const header =
  '12345工单编号, 受理日期 ,工单标题,反映内容,事发地址,（办结时限）,姓名,联系电话,当前阶段,网格员工号';
const order = (
  number: string,
  more: Partial<Record<'text' | 'place' | 'due' | 'name' | 'phone' | 'status', string>> = {},
) =>
  [
    `="${number}"`,
    '2026-11-20 09:00',
    '路灯不亮',
    `"${more.text ?? '小区西门路灯不亮三天，请尽快修。'}"`,
    more.place ?? '梧桐里1号院1号楼2单元',
    more.due ?? '2026-11-27',
    more.name ?? '贺小满',
    more.phone ?? '13900001111/010-60001234',
    more.status ?? '待派遣',
    'WG-77',
  ].join(',');

describe('an order', () => {
  it('brings its own number and its own date, its place and its caller', async () => {
    await imported(csv(header, order('0126112009000000001')));
    const lamp = await found('0126112009000000001');
    expect(lamp).toMatchObject({
      externalNumber: '0126112009000000001',
      // The last day ends at midnight, where the sheet names no hour.
      dueAt: '2026-11-27T16:00:00.000Z',
      requesters: [{ name: '贺**', phone: '139****1111', hidden: false }],
    });
    expect(lamp.area?.path).toBe(
      '/990101001/990101001001/990101001001001/990101001001001E01/990101001001001E01B01/990101001001001E01B01U2/',
    );
  });

  it('shows every cell on the case page: the caller masked, unknown columns to intake only', async () => {
    const { caseId } = await found('0126112009000000001');
    const seen = await original('沈派单', caseId);
    const value = (column: string) => seen?.cells.find((cell) => cell.column === column)?.value;
    expect(value('callerPhone')).toBe('139****1111/010****1234');
    expect(value('callerName')).toBe('贺**');
    expect(seen?.cells.find((cell) => cell.header === '网格员工号')?.value).toBe('WG-77');
    expect(JSON.stringify(await original('龚督查', caseId))).not.toContain('WG-77');
  });

  it('that asks to stay unknown shows the unit nothing of the caller', async () => {
    await imported(csv(header, order('0126112009000000002', { name: '保密', phone: '13900002222' })));
    const { caseId, requesters } = await found('0126112009000000002');
    expect(requesters).toMatchObject([{ hidden: true }]);
    expect(JSON.stringify(await original('龚督查', caseId))).not.toMatch(/2222|保密/);
  });

  it('without a date is counted from its receipt by its danger, not by what the sheet calls it', async () => {
    const plain = order('0126112009000000003', { due: '' });
    const danger = order('0126112009000000004', { due: '', text: '楼道里有燃气泄漏的味道' });
    await imported(csv(header, plain, danger));
    const [calm, urgent] = [await found('0126112009000000003'), await found('0126112009000000004')];
    expect(urgent).toMatchObject({ urgency: 'critical' });
    expect(stepNames(urgent)).toContain('alarm');
    expect(Date.parse(urgent.dueAt ?? '')).toBeLessThan(Date.parse(calm.dueAt ?? ''));
  });

  it('that is void in the hotline is kept and given to nobody', async () => {
    await imported(csv(header, order('0126112009000000005', { status: '[作废]' })));
    expect((await found('0126112009000000005')).status).toBe('transferred');
  });
});

describe('a changed row', () => {
  const number = '0126112009000000010';

  it('is a line in the timeline, an event, and the new date', async () => {
    await imported(csv(header, order(number)));
    const before = await found(number);
    const changed = order(number, {
      due: '2026-11-25 12:00',
      phone: '13900003333',
      text: '路灯不亮，且有老人摔倒。',
    });
    expect((await imported(csv(header, changed))).counts).toMatchObject({ updated: 1, created: 0 });
    const after = await found(number);
    expect(after).toMatchObject({
      caseId: before.caseId,
      dueAt: '2026-11-25T04:00:00.000Z',
      text: '路灯不亮，且有老人摔倒。',
    });
    expect(after.version).toBeGreaterThan(before.version);
    expect(after.timeline.at(-1)).toMatchObject({ name: 'external_update' });
    const note = notesOf(after).at(-1) ?? '';
    expect(note).toContain('办理期限由“2026-11-27”改为“2026-11-25 12:00”');
    // The new number is not written where everybody reads.
    expect(note).not.toContain('3333');
    expect((await original('沈派单', after.caseId))?.changes.map(({ column }) => column)).toContain(
      'callerPhone',
    );
  });

  it('changes nothing when it comes again', async () => {
    const again = order(number, {
      due: '2026-11-25 12:00',
      phone: '13900003333',
      text: '路灯不亮，且有老人摔倒。',
    });
    const before = await found(number);
    expect((await imported(csv(header, again))).counts).toMatchObject({ unchanged: 1, updated: 0 });
    expect((await found(number)).version).toBe(before.version);
  });

  it('that names a danger alarms at once', async () => {
    await imported(csv(header, order(number, { due: '2026-11-25 12:00', text: '有人要跳楼自杀' })));
    const after = await found(number);
    expect(after.urgency).toBe('critical');
    expect(after.timeline.at(-1)).toMatchObject({ name: 'alarm' });
  });

  it('leaves alone what a person typed here for the same number', async () => {
    const typed = await dispatcher.call(cases.openCase, {
      body: {
        kind: 'hotline_order',
        channel: 'hotline',
        text: '值班员手记：路灯坏了',
        areaId: stage.entranceId,
        externalNumber: '0126112009000000011',
        dueAt: '2026-11-28T04:00:00.000Z',
      } as never,
    });
    expect((await imported(csv(header, order('0126112009000000011')))).counts).toMatchObject({ updated: 1 });
    const after = await found('0126112009000000011');
    expect(after).toMatchObject({
      caseId: typed.caseId,
      text: '值班员手记：路灯坏了',
      dueAt: '2026-11-27T16:00:00.000Z',
    });
    expect(notesOf(after).at(-1)).toContain('没有动');
  });
});

describe('one number twice in a file', () => {
  it('with another text is one case, told in its timeline, and stays so when imported again', async () => {
    const number = '0126112009000000020';
    const sheet = csv(header, order(number, { text: '路灯不亮' }), order(number, { text: '路灯忽明忽暗' }));
    expect((await imported(sheet)).counts).toMatchObject({ created: 1, updated: 1 });
    const lamp = await found(number);
    expect(lamp.text).toBe('路灯忽明忽暗');
    expect(notesOf(lamp).at(-1)).toContain('出现了两次');
    expect((await imported(sheet)).counts).toMatchObject({ unchanged: 2, updated: 0, created: 0 });
  });
});

describe('bad rows', () => {
  it('come back with their reasons; remarks are passed over, the others go through', async () => {
    const sheet = csv(
      header,
      order('1.26112E+17'),
      order('0126112009000000031', { due: '2026-11-19' }),
      order('0126112009000000032').replace('2026-11-20 09:00', '2026-13-40'),
      order('').replace('=""', ''),
      order('0126112009000000033'),
      '合计,5',
    );
    const record = await imported(sheet);
    expect(record.counts).toMatchObject({ created: 1, failed: 4 });
    const book = await sheetOf(dispatcher, readResult, { params: { importId: record.importId } });
    const lines: string[] = [];
    book.eachRow((row) => lines.push(JSON.stringify(row.values)));
    const refused = lines.filter((line) => line.includes('小区西门路灯不亮三天'));
    expect(refused).toHaveLength(4);
    // Nothing is dropped: columns nobody knows come back with the row.
    expect(refused.every((line) => line.includes('WG-77'))).toBe(true);
    expect(refused.join()).toContain('早于受理时间');
  });

  it('are refused to who takes in only one community', async () => {
    const clerk = await stage.as('郑社工');
    const outside = order('0126112009000000041', { place: '梧桐里以外的大街' });
    const record = await importSheet(
      street,
      clerk,
      'hotline',
      csv(header, outside, order('0126112009000000042')),
    );
    expect(record.counts).toMatchObject({ created: 1, failed: 1 });
  });
});
