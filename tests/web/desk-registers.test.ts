// The desk of organisations, posts, audit and calendar in a browser: it works, it is accessible, it keeps the typing.
import { beforeAll, describe, expect, test } from 'vitest';
import { correctOrganisation, registerOrganisation } from '#contract/organisations/endpoints.ts';
import { findAreaByCode } from '#modules/territory/index.ts';
import { streetId } from '../kit/people.ts';
import { desk, faultsOf, settle, slow, type Visit, type WebStreet, webStreet } from './kit.ts';

let street: WebStreet;
let areaId: string;

beforeAll(async () => {
  street = await webStreet();
  const here = await street.kernel.streets.byId(streetId);
  if (!here) throw new Error('no street');
  const context = street.kernel.systemContext(here, street.kernel.db);
  areaId = (await findAreaByCode(context, '990101001001001'))?.areaId ?? '';
}, 120_000);

const register = async (name: string) =>
  await (await street.as('郑社工')).call(registerOrganisation, {
    body: { kind: 'merchant', name, areaId, industry: '餐饮', address: '东门1号' },
  });

async function visitDesk(name: string, path: string): Promise<Visit> {
  const visit = await street.visit(name, { viewport: desk });
  visit.page.setDefaultTimeout(15_000);
  await visit.open(path);
  return visit;
}

describe('two people correct one organisation', () => {
  test('the second is told what changed, loses no typing, and saves', slow, async () => {
    const shop = await register('两人改的早点铺');
    const { page, complaints, context } = await visitDesk(
      '郑社工',
      `/a/organisations/${shop.organisationId}`,
    );
    await page.getByRole('button', { name: '修改' }).click();
    await page.getByLabel('简称').fill('早点铺');
    await page.getByLabel('地址').fill('西门2号');

    await (await street.as('李书记')).call(correctOrganisation, {
      params: { organisationId: shop.organisationId },
      body: {
        kind: 'merchant',
        name: shop.name,
        areaId,
        industry: '零售',
        address: '南门3号',
        version: shop.version,
      },
    });
    await page.getByRole('button', { name: '保存', exact: true }).click();

    await page.getByText('李书记').waitFor();
    expect(await page.getByLabel('简称').inputValue()).toBe('早点铺');
    expect(await page.getByLabel('地址').inputValue()).toBe('西门2号');
    expect(await page.getByLabel('行业').inputValue()).toBe('零售');
    const conflict = page.locator('.jia-conflict');
    expect(await conflict.count()).toBe(1);
    expect(await conflict.innerText()).toContain('南门3号');

    await conflict.getByRole('button', { name: '用现在的' }).click();
    expect(await page.getByLabel('地址').inputValue()).toBe('南门3号');
    await page.getByRole('button', { name: '按上面的选择保存' }).click();
    await page.locator('dd', { hasText: '早点铺' }).first().waitFor();
    const { rows } = await street.owner.query(
      'select short_name, industry, address, version from organisations where id = $1',
      [shop.organisationId],
    );
    expect(rows).toEqual([{ short_name: '早点铺', industry: '零售', address: '南门3号', version: 3 }]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('every page of these registers', () => {
  test.each([
    ['郑社工', '/a/organisations'],
    ['郑社工', '/a/premises'],
    ['安全员', '/a/posts'],
    ['系统员', '/a/accounts'],
    ['系统员', '/a/calendar'],
    ['系统员', '/a/system'],
    ['审计员', '/a/audit'],
    ['审计员', '/a/audit-access'],
    ['审计员', '/a/audit-chain'],
  ])('%s at %s meets an accessible page without complaints', slow, async (name, path) => {
    const { page, complaints, context } = await visitDesk(name, path);
    await page.waitForLoadState('networkidle');
    await settle(page);
    expect(await faultsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test.each([
    ['审计员', ['审计', '账号']],
    ['安全员', ['基础数据', '任职', '账号']],
  ])('%s sees only the places of the own office: %j', slow, async (name, places) => {
    const { page, context } = await visitDesk(name, '/a/account');
    expect(await page.locator('.jia-desk-menu .jia-desk-place').allInnerTexts()).toEqual(places);
    await context.close();
  });
});

test('the auditor verifies the trail and reads who did what', slow, async () => {
  await register('留痕小店');
  await street.seal();
  const { page, context } = await visitDesk('审计员', '/a/audit-chain');
  await page.getByRole('button', { name: '核验全部记录' }).click();
  await page.getByText('条记录都接得上').waitFor();
  await page.goto(`${street.url}/a/audit?noun=organisation`);
  await page.getByRole('button', { name: '登记了单位' }).first().click();
  await page.getByText('内容与校验值一致').waitFor();
  await context.close();
});

test('the missing year is announced until its notice is pasted and published', slow, async () => {
  const { page, context } = await visitDesk('系统员', '/a/calendar');
  await page.getByText('2027年的放假安排还没有公布').waitFor();
  await page.getByRole('button', { name: '发布放假安排' }).click();
  await page
    .getByLabel('把国务院办公厅的放假通知整段粘贴到这里')
    .fill(`一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日至11日放假调休，共7天。2月13日（周六）、2月14日（周日）上班。
三、清明节：4月3日（周六）至5日（周一）放假，共3天。
四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。5月8日（周六）上班。
五、端午节：6月9日（周三）放假，共1天。
六、中秋节：9月15日（周三）放假，共1天。
七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。10月9日（周六）上班。`);
  await page.getByRole('button', { name: '先看看' }).click();
  await page.getByText('2027-02-05 至 2027-02-11，7 天').waitFor();
  await page.getByLabel('通知文号').fill('国办发明电〔2026〕7号');
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByText('2027年的放假安排还没有公布').waitFor({ state: 'detached' });
  await context.close();
});
