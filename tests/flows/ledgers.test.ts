// The long-term ledger, the standard ledgers and their sheets, and the sheets for print.
import { describe, expect, it } from 'vitest';
import * as callback from '#contract/cases/callback/endpoints.ts';
import * as cases from '#contract/cases/endpoints.ts';
import * as ledger from '#contract/cases/ledgers/endpoints.ts';
import { openDownload, readExport, requestExport } from '#contract/exports/endpoints.ts';
import { listAreas } from '#contract/territory/endpoints.ts';
import { maskPhones } from '#modules/cases/ledgers/phones.ts';
import { caseAt, openCase } from '../kit/cases.ts';
import { orderInReview, reviewStage, signers } from '../kit/review.ts';
import { sheetOf } from '../kit/sheets.ts';
import { testNow, testStreet } from '../kit/street.ts';

const street = await testStreet();
const stage = reviewStage(street);
const plan = {
  plan: '列入老旧小区改造，明年五月开工',
  until: '2026-12-31T02:00:00.000Z',
  requesterTold: true,
};

const suspended = async () =>
  await stage.do('许分管', cases.suspendCase, await caseAt(stage, 'in_progress'), plan);

describe('the long-term ledger', () => {
  it('shows the plan, its date and who approved it; a renewal is counted', async () => {
    const on = await suspended();
    const caller = await stage.as('许分管');
    const find = async () =>
      (await caller.call(ledger.listSuspended)).items.find(({ caseId }) => caseId === on.caseId);
    expect(await find()).toMatchObject({
      plan: plan.plan,
      until: plan.until,
      by: '许分管',
      renewals: 0,
      canRenew: true,
      canResume: true,
    });
    const renewed = { plan: '六月开工', until: '2027-01-15T02:00:00.000Z', requesterTold: true };
    await stage.do('许分管', ledger.renewSuspension, on, renewed);
    expect(await find()).toMatchObject({ plan: '六月开工', until: renewed.until, renewals: 1 });
    const seen = await stage.read('许分管', on.caseId);
    expect(seen.status).toBe('suspended');
    expect(seen.timers.find(({ timer }) => timer === 'hang_review')?.dueAt).toBe(renewed.until);
  });

  it('is not renewed by a chief, for too long, or when nothing hangs', async () => {
    const on = await suspended();
    expect(await stage.refused('李书记', ledger.renewSuspension, on, plan)).toMatchObject({
      code: 'case.level_too_low',
    });
    expect(
      await stage.refused('许分管', ledger.renewSuspension, on, {
        ...plan,
        until: '2027-03-01T02:00:00.000Z',
      }),
    ).toMatchObject({ code: 'case.suspend_too_long' });
    const working = await caseAt(stage, 'in_progress');
    expect(await stage.refused('许分管', ledger.renewSuspension, working, plan)).toMatchObject({
      code: 'case.not_suspended',
    });
    expect((await (await stage.as('马书记')).call(ledger.listSuspended)).items).toEqual([]);
  });

  it('lists apart what was closed apart, and that is never solved', async () => {
    const on = await suspended();
    await stage.do('高主任', cases.closeSpecial, on, { closureType: 'special', reason: '房屋已拆除' });
    const { items } = await (await stage.as('高主任')).call(ledger.listSuspended, {
      query: { which: 'special' },
    });
    expect(items).toMatchObject([{ caseId: on.caseId, closure: 'special', plan: '房屋已拆除' }]);
    expect((await stage.read('高主任', on.caseId)).solved).toBeNull();
    const rates = await (await stage.as('高主任')).call(callback.readRates, {
      query: { from: '2026-11-01', to: '2026-11-30' },
    });
    expect(rates.counts.solved).toBe(0);
  });
});

describe('the standard ledgers', () => {
  it('say of each case what happened, masked, newest first', async () => {
    let on = await orderInReview(stage);
    for (const name of signers) on = await stage.do(name, cases.reviewApprove, on, { instruction: '同意' });
    await stage.do('柏回访', callback.logCallback as never, on, {
      outcome: 'reached',
      contacted: 'yes',
      solved: 'yes',
      satisfaction: 'very',
      words: '灯亮了',
    });
    const caller = await stage.as('李书记');
    const read = async (name: ledger.Ledger) => {
      const page = await caller.call(ledger.readLedger, { params: { ledger: name }, query: { limit: 200 } });
      const own = page.items.filter(({ caseId }) => caseId === on.caseId);
      return own.map(({ cells }) =>
        Object.fromEntries(page.columns.map((header, index) => [header, cells[index]])),
      );
    };
    expect(await read('intake')).toMatchObject([{ 诉求人: '杨**', 联系电话: '138****8000', 状态: '已结案' }]);
    expect(await read('handling')).toMatchObject([
      { 派单时间: '2026-11-21 10:00', 是否超期: '否', 办理结果: '已上门调解，物业近期修好' },
    ]);
    expect(await read('callback')).toMatchObject([
      { 回访人: '柏回访', 解决情况: '解决了', 诉求人原话: '灯亮了' },
    ]);
    const signatures = await read('signature');
    expect(signatures).toHaveLength(4);
    expect(signatures.map((row) => row.签字人).toSorted()).toEqual([...signers].toSorted());
    await suspended();
    const hung = await caller.call(ledger.readLedger, { params: { ledger: 'suspension' } });
    expect(hung.items.length).toBeGreaterThan(0);
  });

  it('keep to dates and places', async () => {
    await orderInReview(stage);
    const caller = await stage.as('李书记');
    const none = await caller.call(ledger.readLedger, {
      params: { ledger: 'intake' },
      query: { from: '2026-10-01', to: '2026-10-31' },
    });
    expect(none.items).toEqual([]);
    const other = await (await stage.as('马书记')).call(ledger.readLedger, { params: { ledger: 'intake' } });
    expect(other.items).toEqual([]);
  });

  it('page without a gap or a repetition', async () => {
    for (let n = 0; n < 3; n += 1) await openCase(stage);
    const caller = await stage.as('李书记');
    const whole = await caller.call(ledger.readLedger, {
      params: { ledger: 'intake' },
      query: { limit: 200 },
    });
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: 2, ...(cursor ? { cursor } : {}) };
      const page = await caller.call(ledger.readLedger, { params: { ledger: 'intake' }, query });
      paged.push(...page.items.map(({ rowId }) => rowId));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(paged).toEqual(whole.items.map(({ rowId }) => rowId));
    expect(whole.total).toBe(paged.length);
  });
});

describe('exports', () => {
  async function taken(register: string, filter: object, filterText: string) {
    const caller = await stage.as('郑社工');
    const { exportId } = await caller.call(requestExport, {
      body: { register, filter, filterText, reason: '月度归档', masked: true } as never,
    });
    const { ticket } = await caller.call(openDownload, { params: { exportId } });
    return await sheetOf(caller, readExport, { params: { exportId }, query: { ticket } });
  }

  it('write Chinese headers, the filter in the heading, and no clear phone', async () => {
    await orderInReview(stage, { text: '请回电13912345678，楼上漏水' });
    const sheet = await taken('case_intake_ledger', { from: '2026-11-01' }, '2026年11月');
    expect(sheet.getCell('A1').value).toBe('来件台账');
    expect(sheet.getCell('A2').value).toContain('范围：2026年11月');
    expect((sheet.getRow(3).values as unknown[]).slice(1, 8)).toEqual([
      '编号',
      '事项',
      '责任单位',
      '期限',
      '状态',
      '销账日期',
      '收到时间',
    ]);
    const register = await taken('cases', { status: 'under_review' }, '审核中');
    const text = JSON.stringify(register.getSheetValues());
    expect(text).toContain('139****5678');
    expect(text).not.toMatch(/13912345678|13800138000/);
  });

  it('leave out other days and other places, on the page as in the file', async () => {
    const on = await orderInReview(stage, { text: '台账里要查得到的这一件' });
    const { items } = await (await stage.as('郑社工')).call(listAreas, { query: { limit: 200 } });
    const [here, elsewhere] = ['一', '二'].map(
      (_, index) => items.filter(({ level }) => level === 'grid')[index],
    );
    const seen = async (filter: object) => {
      const read = await (await stage.as('郑社工')).call(ledger.readLedger, {
        params: { ledger: 'intake' },
        query: { limit: 200, ...filter } as never,
      });
      const file = await taken('case_intake_ledger', filter, '选的范围');
      const inFile = JSON.stringify(file.getSheetValues()).includes(on.number);
      const onPage = read.items.some(({ caseId }) => caseId === on.caseId);
      expect(inFile).toBe(onPage);
      return onPage;
    };
    const community = stage.communityId;
    expect(await seen({ areaId: community, from: '2026-11-21', to: '2026-11-21' })).toBe(true);
    expect(await seen({ areaId: community, to: '2026-11-20' })).toBe(false);
    const grids = await Promise.all(
      [here, elsewhere].flatMap((grid) => (grid ? [seen({ areaId: grid.areaId })] : [])),
    );
    expect(grids.filter(Boolean).length).toBeLessThan(2);
  });

  it('a grid worker may not export', async () => {
    expect(
      await (await stage.as('周网格')).refusal(requestExport, {
        body: { register: 'cases', reason: '看看', masked: true },
      }),
    ).toMatchObject({ status: 403 });
  });
});

describe('the printed sheets', () => {
  it('are refused whole when one case is out of reach', async () => {
    const own = await openCase(stage);
    const ids = own.caseId as never;
    const sheets = await (await stage.as('李书记')).call(ledger.readSheets, { query: { ids } });
    expect(sheets).toMatchObject({
      printedBy: '李书记',
      printedAt: testNow,
      cases: [{ caseId: own.caseId }],
    });
    expect(await (await stage.as('马书记')).refusal(ledger.readSheets, { query: { ids } })).toMatchObject({
      status: 403,
    });
  });

  it('are fifty at most', async () => {
    const many = Array.from({ length: 51 }, () => crypto.randomUUID()).join(',');
    expect(
      await (await stage.as('李书记')).refusal(ledger.readSheets, { query: { ids: many as never } }),
    ).toMatchObject({ status: 400 });
  });
});

it('numbers inside a text are masked, longer digits are not', () => {
  expect(maskPhones('请打139 1234 5678或010-87654321，单号20261121001234567')).toBe(
    '请打139****5678或010****4321，单号20261121001234567',
  );
});
