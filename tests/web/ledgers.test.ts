// The callback with its script, the three rates with the cases behind each number, what hangs, the five ledgers and
// the sheets for print.
import { beforeAll, expect, test } from 'vitest';
import { logCallback } from '#contract/cases/callback/endpoints.ts';
import * as cases from '#contract/cases/endpoints.ts';
import { caseAt } from '../kit/cases.ts';
import { orderInReview, reviewStage, signers } from '../kit/review.ts';
import { desk, faultsOf, phone, picture, said, slow, type WebStreet, webStreet } from './kit.ts';

let street: WebStreet;
let stage: ReturnType<typeof reviewStage>;
const started = webStreet().then((made) => {
  street = made;
  stage = reviewStage(made);
});
await started;

const opened: string[] = [];

beforeAll(async () => {
  for (const text of ['三号楼二层楼道的灯坏了好几天', '井盖松动，车过有响声']) {
    let on = await orderInReview(stage, { text });
    for (const name of signers) on = await stage.do(name, cases.reviewApprove, on, { instruction: '同意' });
    opened.push(on.caseId);
  }
  const working = await caseAt(stage, 'in_progress');
  await stage.do('许分管', cases.suspendCase, working, {
    plan: '列入老旧小区改造，明年五月开工',
    until: '2026-12-31T02:00:00.000Z',
    requesterTold: true,
  });
}, 120_000);

test(
  'the caller reads the script, sees the number for a purpose, and writes down what was said',
  slow,
  async () => {
    const { page, open, complaints } = await street.visit('柏回访', { viewport: desk });
    await open('/a/callbacks');
    await page.getByText('您好，我是梧桐街道回访员').waitFor();
    await page.getByText('没接通', { exact: true }).click();
    await page.getByRole('button', { name: '记下，下次再打' }).click();
    await page.getByText('记下了，换个时段再打').waitFor();
    await page.getByText('没接通 1 次').waitFor();
    await page.getByText('一直联系不上', { exact: true }).click();
    expect(await page.getByRole('button', { name: '记为联系不上' }).isDisabled()).toBe(true);

    await page.getByRole('button', { name: '看号码' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('电话回访');
    await page.getByRole('dialog').getByRole('button', { name: '看号码' }).click();
    await page.getByRole('link', { name: '13800138000' }).waitFor();

    await page.getByText('接通了', { exact: true }).click();
    for (const answer of ['联系过', '没有解决', '不满意'])
      await page.getByText(answer, { exact: true }).click();
    expect(await page.getByRole('button', { name: '记下，退回重办' }).isDisabled()).toBe(true);
    await page.getByText('解决了', { exact: true }).click();
    await page.getByText('满意', { exact: true }).click();
    await page.getByLabel('诉求人的原话').fill('灯亮了，还给换了新的');
    await picture(page, 'callback-desk');
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: '记下，办结' }).click();
    await page.getByText('记下了，已办结').waitFor();
    const seen = await Promise.all(opened.map((caseId) => stage.read('高主任', caseId)));
    expect(seen.map(({ status }) => status).toSorted()).toEqual(['closed', 'resolved']);
    expect(seen.find(({ status }) => status === 'closed')).toMatchObject({ satisfaction: 'satisfied' });

    const small = await street.visit('柏回访', { viewport: phone });
    await small.open('/a/callbacks');
    await small.page.getByText('等着回访').first().waitFor();
    await picture(small.page, 'callback-phone');
    expect(await faultsOf(small.page)).toEqual([]);
    expect(complaints).toEqual([]);
  },
);

test('each number of the rates opens its cases', slow, async () => {
  const open = (await Promise.all(opened.map((caseId) => stage.read('高主任', caseId)))).find(
    ({ status }) => status === 'resolved',
  );
  if (!open) throw new Error('both were closed');
  await stage.do('柏回访', logCallback as never, open, {
    outcome: 'reached',
    contacted: 'yes',
    solved: 'no',
    satisfaction: 'dissatisfied',
    words: '还是响',
  });
  const visit = await street.visit('高主任', { viewport: desk });
  await visit.open('/a/case-rates');
  await visit.page.getByRole('button', { name: /^解决了/ }).click();
  await visit.page.getByRole('heading', { name: '解决了 · 1 件' }).waitFor();
  await visit.page
    .getByRole('link', { name: /^20261121/ })
    .first()
    .waitFor();
  await picture(visit.page, 'rates');
  expect(await faultsOf(visit.page)).toEqual([]);
  expect(visit.complaints).toEqual([]);
});

test('what hangs is renewed with a plan, and its review moves', slow, async () => {
  const { page, open, complaints } = await street.visit('许分管', { viewport: desk });
  await open('/a/case-suspensions');
  await page.getByRole('button', { name: '续期' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('分步计划').fill('六月开工，先装临时扶手');
  await drawer.getByLabel('到哪一天').fill('2027-01-15');
  await drawer.getByRole('checkbox').check();
  await drawer.getByRole('button', { name: '挂账续期' }).click();
  await page.getByText('已记下：挂账续期').waitFor();
  await said(page, '六月开工，先装临时扶手').waitFor();
  await page.getByText('1 次').waitFor();
  await drawer.waitFor({ state: 'detached' });
  await picture(page, 'suspended');
  expect(await faultsOf(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('the five ledgers are read and exported', slow, async () => {
  const { page, open, complaints } = await street.visit('李书记', { viewport: desk });
  for (const [ledger, header] of [
    ['', '联系电话'],
    ['handling', '首次联系'],
    ['suspension', '分步计划'],
    ['callback', '诉求人原话'],
    ['signature', '签名摘要'],
  ]) {
    await open(`/a/case-ledgers?ledger=${ledger}`);
    await page
      .getByRole('columnheader', { name: header ?? '' })
      .first()
      .waitFor();
    await page
      .getByRole('link', { name: /^20261121/ })
      .first()
      .waitFor();
  }
  await page.getByRole('button', { name: '导出' }).waitFor();
  await picture(page, 'ledger-signature');
  expect(await faultsOf(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('ticked in the register, each case is one sheet of paper with a code back to it', slow, async () => {
  const { page, open, complaints } = await street.visit('李书记', { viewport: desk });
  await open('/a/cases');
  await page.getByRole('checkbox', { name: '选上 三号楼二层楼道的灯坏了好几天' }).check();
  await page.getByRole('checkbox', { name: '选上 井盖松动，车过有响声' }).check();
  await page.getByRole('button', { name: '打印承办单（2）' }).click();
  await page.getByRole('img', { name: '扫码打开这件事' }).nth(1).waitFor();
  await page.getByText('梧桐街道“接诉即办”诉求承办单').first().waitFor();
  await picture(page, 'sheets-screen');
  expect(await faultsOf(page)).toEqual([]);
  const paper = await page.pdf({ preferCSSPageSize: true });
  expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 658, height: 1000 });
  await picture(page, 'sheet-print');
  expect(await page.content()).not.toContain('13800138000');
  expect(complaints).toEqual([]);
});
