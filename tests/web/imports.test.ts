// The clerk's half hour: drop the file, confirm, run, mend the rest; take a register out with consent.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { requestExport } from '#contract/exports/endpoints.ts';
import { sessionCookie } from '#kernel/http/caller.ts';
import { servePages } from '#kernel/http/pages.ts';
import { type Desk, testDesk } from '#kernel/imports/kit/desk.ts';
import { runImports } from '#kernel/imports/runner.ts';
import { testNow } from '../kit/street.ts';
import { faultsOf, launchBrowser, picture, settle, slow, stepMsMax } from './kit.ts';

const dist = join(import.meta.dirname, '../../dist');
const buffer = (text: string) => ({ name: '长椅台账.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

let desk: Desk;
let browser: Browser;
let url: string;

beforeAll(async () => {
  if (!existsSync(dist)) throw new Error('Build the web first: npx vite build.');
  desk = await testDesk();
  await servePages(desk.app, dist);
  url = await desk.app.listen({ port: 0, host: '127.0.0.1' });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await desk.app.close();
});
beforeEach(() =>
  desk.street.owner.query('delete from benches; delete from imports; delete from import_mappings'),
);

async function visit(name: string, path: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  context.setDefaultTimeout(stepMsMax);
  await context.clock.setFixedTime(testNow);
  const { token } = await desk.street.as(name);
  await context.addCookies([
    { name: sessionCookie, value: token ?? '', url, httpOnly: true, sameSite: 'Lax' },
  ]);
  const page = await context.newPage();
  await page.goto(`${url}${path}`);
  await settle(page);
  return page;
}

const good = Array.from(
  { length: 30 },
  (_, at) => `01261119084931${10_000 + at},${at + 1}号楼,王秀兰,13800001111,木`,
);
const file = [
  '梧桐街道长椅台账,,,,',
  '编 号,放在哪,管护人,手机,材质',
  ...good,
  '0199,=cmd|calc!A0,李,13800002222,木',
  '0200,5号楼,李,1.38E+10,铁',
].join('\n');

test('a file is dropped, mapped, previewed with red cells, run, and the rest handed back', slow, async () => {
  const page = await visit('李书记', '/a/imports');
  await page.getByText('长椅', { exact: true }).click();
  await page.setInputFiles('input[type=file]', buffer(file));
  await page.getByRole('columnheader', { name: '对应到' }).waitFor();
  await expect(page.getByText('必填的还没有对应：位置').isVisible()).resolves.toBe(true);
  await picture(page, 'import-mapping');
  expect(await faultsOf(page)).toEqual([]);

  await page.getByRole('combobox', { name: '对应到 放在哪' }).click();
  await page.getByTitle('位置（必填）').click();
  await page.getByRole('button', { name: '看预览' }).click();
  await page.getByText('这一格以“=”开头').waitFor();
  expect(await page.locator('.jia-import-fault').allTextContents()).toEqual(['=cmd|calc!A0', '1.38E+10']);
  await picture(page, 'import-preview');
  expect(await faultsOf(page)).toEqual([]);

  await page.getByRole('button', { name: '导入 30 行' }).click();
  await page.getByRole('progressbar', { name: '导入进度' }).waitFor();
  expect(await runImports(desk.kernel)).toBe(1);
  await page.getByText('导完了，写入 30 行').waitFor();
  await picture(page, 'import-result');
  const [result] = await Promise.all([
    page.waitForEvent('download'),
    page.getByText('下载未导入的行').click(),
  ]);
  expect(result.suggestedFilename()).toBe('长椅导入结果（未导入的行）.xlsx');
  expect(await desk.benches()).toHaveLength(30);

  await page.goto(`${url}/a/imports`);
  await page.getByRole('link', { name: '长椅台账.csv' }).waitFor();
  await picture(page, 'imports');
  expect(await faultsOf(page)).toEqual([]);
});

test(
  'a file that is no sheet is refused in a sentence, and another can be chosen at once',
  slow,
  async () => {
    const page = await visit('李书记', '/a/imports?register=benches');
    await page.setInputFiles('input[type=file]', {
      name: '台账.xlsx',
      mimeType: 'x/y',
      buffer: Buffer.from('<html></html>'),
    });
    await page.getByText('这个文件其实是网页，只是改了名字').waitFor();
    await page.setInputFiles('input[type=file]', buffer(file));
    await page.getByRole('columnheader', { name: '对应到' }).waitFor();
  },
);

test('an interrupted import is gone on with from its own page', slow, async () => {
  const clerk = await desk.as('李书记');
  const record = await clerk.upload(`编号,位置\n${good.join('\n')}`);
  await desk.street.owner.query(
    "update imports set status = 'failed', fault = 'import.fault', rows_total = 30",
  );
  const page = await visit('李书记', `/a/imports/${record.importId}`);
  await page.getByText('点“继续导入”接着做').waitFor();
  await page.getByRole('button', { name: '继续导入' }).click();
  await page.getByText('排队中，马上开始').waitFor();
  expect(await runImports(desk.kernel)).toBe(1);
  await page.getByText('导完了，写入 30 行').waitFor();
});

test('an unmasked export is consented to by another person and then downloaded', slow, async () => {
  const clerk = await desk.as('郑社工');
  await clerk.call(requestExport, {
    body: { register: 'benches', filter: {}, filterText: '全部长椅', reason: '冬季检修核对', masked: false },
  });
  const secretary = await visit('李书记', '/a/export-approvals');
  await secretary.getByRole('button', { name: '审批', exact: true }).click();
  await secretary.getByText('同意', { exact: true }).click();
  await secretary.getByLabel('审批意见').fill('已核实');
  await picture(secretary, 'export-approval');
  await secretary.getByRole('button', { name: '提交意见' }).click();
  await secretary.getByText('没有等您审批的导出').waitFor();

  const page = await visit('郑社工', '/a/exports');
  await picture(page, 'exports');
  expect(await faultsOf(page)).toEqual([]);
  const [sheet] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载' }).click(),
  ]);
  expect(sheet.suggestedFilename()).toMatch(/^长椅台账-2026-11-21\.xlsx$/);
  await page.getByText('已下载').waitFor();
});

test(
  'a masked export asks what for and comes at once; an unmasked one says that it waits',
  slow,
  async () => {
    const page = await visit('郑社工', '/a/exports');
    await page.getByRole('button', { name: '长椅台账' }).click();
    await page.getByText('用途至少写 4 个字').waitFor();
    await page.getByLabel('用途').fill('冬季检修核对');
    await picture(page, 'export-form');
    expect(await faultsOf(page)).toEqual([]);
    const submit = page.locator('form').getByRole('button', { name: '导出' });
    const [sheet] = await Promise.all([page.waitForEvent('download'), submit.click()]);
    expect(sheet.suggestedFilename()).toBe('长椅台账-2026-11-21.xlsx');

    await page.getByRole('button', { name: '长椅台账' }).click();
    await page.getByLabel('用途').fill('走访前电话联系');
    await page.getByText('不脱敏（要审批）').click();
    await submit.click();
    await page.getByRole('status').getByText('申请已交上去').waitFor();
    await picture(page, 'export-sent');
    await page.getByRole('button', { name: '知道了' }).click();
    await page.getByText('待审批').waitFor();
  },
);
