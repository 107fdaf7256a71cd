// Many orders at once: each is as whole as one that came alone, bad rows come back, a cut is mended, people hear once.
import { beforeAll, describe, expect, it } from 'vitest';
import * as cases from '#contract/cases/endpoints.ts';
import { getImport, readResult, runImport } from '#contract/imports/endpoints.ts';
import { listNotifications } from '#contract/notifications/endpoints.ts';
import { batchRows, runImports } from '#kernel/imports/runner.ts';
import { importSheet, uploadSheet } from '../kit/imports.ts';
import { flowStage } from '../kit/stage.ts';

const stage = await flowStage();
const { street } = stage;
const dispatcher = await stage.as('沈派单');

const header = '工单编号,诉求标题,工单类型,市民诉求,事发地点,姓名,联系电话,办理期限,办结时间';
const line = (number: number, more: { text?: string; finished?: string; due?: string } = {}) =>
  [
    `012611${String(number).padStart(13, '0')}`,
    `第${number}件`,
    '求助',
    more.text ?? `第${number}件：楼道灯不亮`,
    '北廊社区',
    `诉求人${number}`,
    `1390000${String(number).padStart(4, '0')}`,
    more.due ?? '2026-11-27 18:00',
    more.finished ?? '',
  ].join(',');
const sheet = (rows: readonly string[]) => [header, ...rows].join('\r\n');
const numbers = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);

const one = async (query: string, values: unknown[] = []) =>
  (await street.owner.query(query, values)).rows[0];
const found = async (number: number) => {
  const row = await one('select id from cases where external_number = $1', [
    `012611${String(number).padStart(13, '0')}`,
  ]);
  return await dispatcher.call(cases.getCase, { params: { caseId: row.id } });
};

describe('a batch', () => {
  beforeAll(async () => {
    const rows = numbers(1, 50).map((number) => line(number));
    rows[9] = line(10, { text: '家里燃气泄漏，味道很大' });
    rows[19] = line(20, { finished: '2026-11-20 10:00:00' });
    rows[29] = line(30, { due: '' });
    expect((await importSheet(street, dispatcher, 'hotline', sheet(rows))).counts).toMatchObject({
      created: 50,
      failed: 0,
    });
  });

  it('gives each order its number in the order of the sheet, its clocks, its caller and its line', async () => {
    const [first, last] = [await found(1), await found(50)];
    expect(Number(last.number.slice(9)) - Number(first.number.slice(9))).toBe(49);
    expect(first).toMatchObject({
      status: 'registered',
      version: 2,
      dueAt: '2026-11-27T10:00:00.000Z',
      requesters: [{ name: '诉***', phone: '139****0001' }],
      timeline: [{ seq: 1, name: 'open', actor: '沈派单', role: 'dispatcher' }],
    });
    expect(first.timers.map(({ timer }) => timer)).toEqual(expect.arrayContaining(['dispatch', 'total']));
    const search = { search: '第37件', limit: 5 };
    const { items } = await dispatcher.call(cases.listCases, { query: search });
    expect(items.map(({ title }) => title)).toEqual(['第37件']);
  });

  it('is counted by the same rules as the steps that are replayed', async () => {
    const { rows } = await street.owner.query(
      `select c.version, c.steps, count(s.*)::int as lines, max(e.seq)::int as told
        from cases c join case_steps s using (street_id) join (select subject_id, count(*) as seq from events
          where subject_module = 'cases' group by subject_id) e on e.subject_id = c.id::text
        where s.case_id = c.id and c.kind = 'hotline_order' group by c.id, c.version, c.steps`,
    );
    expect(rows).toHaveLength(50);
    for (const row of rows) {
      expect(row.lines).toBe(row.steps);
      expect(row.told).toBe(row.steps);
      expect(row.version).toBe(row.steps + 1);
    }
  });

  it('sounds the alarm, keeps what is finished elsewhere apart, and counts a date where none came', async () => {
    const danger = await found(10);
    expect(danger).toMatchObject({ urgency: 'critical' });
    expect(danger.timeline.map(({ name }) => name)).toEqual(['open', 'alarm']);
    const finished = await found(20);
    expect(finished).toMatchObject({ status: 'transferred' });
    expect(finished.timers.filter(({ stoppedAt }) => stoppedAt === null)).toEqual([]);
    expect((await found(30)).dueAt).not.toBeNull();
  });

  it('is told once to who dispatches, the danger by itself', async () => {
    await street.react();
    const of = async (name: string) =>
      (await (await stage.as(name)).call(listNotifications, { query: { limit: 100 } })).items;
    const secretary = await of('李书记');
    expect(secretary.map(({ notice, title }) => [notice, title])).toContainEqual([
      'orders_opened',
      '导入了48件热线工单，请派遣',
    ]);
    expect(secretary.filter(({ notice }) => notice === 'to_dispatch')).toHaveLength(1);
    expect((await of('冯值班')).map(({ notice }) => notice)).toContain('critical');
    // Who imported knows it.
    expect((await of('沈派单')).map(({ notice }) => notice)).not.toContain('orders_opened');
  });
});

describe('a bad row among good ones', () => {
  it('comes back with its reason, and the others of its batch go through', async () => {
    const clerk = await stage.as('李书记');
    const rows = numbers(1001, 20).map((number) => line(number));
    rows[5] = line(1006).replace('北廊社区', '南塘社区');
    const record = await importSheet(street, clerk, 'hotline', sheet(rows));
    expect(record.counts).toMatchObject({ created: 19, failed: 1 });
    const answer = await clerk.send({
      method: 'GET',
      url: readResult.path.replace(':importId', record.importId),
    });
    expect(answer.statusCode).toBe(200);
    expect(answer.rawPayload.byteLength).toBeGreaterThan(1000);
    const { count } = await one(
      "select count(*)::int as count from cases where external_number like '0126110000000001%'",
    );
    expect(count).toBe(19);
  });
});

describe('an import that was cut off', () => {
  it('goes on behind its last batch: nothing twice, nothing missing, and nothing the second time', async () => {
    const rows = numbers(2001, batchRows * 2 + 50).map((number) => line(number));
    const record = await uploadSheet(dispatcher, 'hotline', sheet(rows));
    const params = { importId: record.importId };
    await dispatcher.call(runImport, { params, body: { version: record.version } });
    await runImports(street.kernel, () => true);
    const cut = await dispatcher.call(getImport, { params });
    expect(cut).toMatchObject({ status: 'running', rowsDone: batchRows });
    await runImports(street.kernel);
    expect(await dispatcher.call(getImport, { params })).toMatchObject({
      status: 'finished',
      counts: { created: rows.length, failed: 0 },
    });
    const { cases: written, numbers: taken } = await one(
      `select count(*)::int as cases, count(distinct number)::int as numbers
        from cases where external_number between '0126110000000002001' and '0126110000000002450'`,
    );
    expect([written, taken]).toEqual([rows.length, rows.length]);
    expect((await importSheet(street, dispatcher, 'hotline', sheet(rows))).counts).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: rows.length,
    });
  });
});
