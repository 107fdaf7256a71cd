// The four levels at the desk and on a phone: what was changed is marked, several are signed at once, each with its
// outcome, and the signatures can be verified.
import { beforeAll, expect, test } from 'vitest';
import * as cases from '#contract/cases/endpoints.ts';
import { tellFirst } from '#contract/cases/review/endpoints.ts';
import { orderInReview, reviewStage } from '../kit/review.ts';
import { desk, faultsOf, phone, picture, slow, type WebStreet, webStreet } from './kit.ts';

let street: WebStreet;
let stage: ReturnType<typeof reviewStage>;
const started = webStreet().then((made) => {
  street = made;
  stage = reviewStage(made);
});
await started;

const texts = [
  '三号楼二层楼道的灯坏了好几天，晚上上下楼看不见',
  '垃圾桶满了两天没人清',
  '井盖松动，车过有响声',
];
const opened: string[] = [];

beforeAll(async () => {
  for (const text of texts) {
    const on = await orderInReview(stage, { text });
    opened.push(on.caseId);
    const once = await stage.do('何经办', cases.reviewApprove, on, { instruction: '情况属实' });
    const result = { result: '已上门调解，物业21日11:50修好，并检查了全楼12盏灯' };
    await stage.do('李书记', cases.reviewApprove, once, text === texts[0] ? result : {});
  }
}, 120_000);

test('a leader on a phone signs two together and reads what became of each', slow, async () => {
  const { page, open, complaints } = await street.visit('许分管', { viewport: phone });
  await open('/a/case-review');
  await page.getByText('待我签').first().waitFor();
  // One of the two goes on while the list is open: its signature must be refused, the other's not.
  await picture(page, 'review-phone-list');
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: '选上可批量的 2 件' }).click();
  await page.getByRole('button', { name: '同意这 2 件' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('写批示').fill('同意，盯住回访');
  await picture(page, 'review-phone-batch');
  expect(await faultsOf(page)).toEqual([]);
  const third = await stage.read('许分管', opened[2] ?? '');
  await stage.do('许分管', cases.reviewApprove, third);
  await dialog.getByRole('button', { name: '同意并签名' }).click();
  await page.getByText('签好 1 件，1 件没签成').waitFor();
  await page.getByText('刚刚有改动，请打开再看一遍').waitFor();
  await picture(page, 'review-phone-outcomes');
  expect(await faultsOf(page)).toEqual([]);
  expect((await stage.read('许分管', opened[1] ?? '')).signatures.at(-1)).toMatchObject({
    signer: '许分管',
    way: 'batch',
    instruction: '同意，盯住回访',
  });
  expect(complaints).toEqual([]);
});

test('an amended answer is read by itself, marked, and signed with an instruction', slow, async () => {
  const small = await street.visit('许分管', { viewport: phone });
  await small.open(`/a/case-review?case=${opened[0]}`);
  await small.page.locator('ins').first().waitFor();
  await picture(small.page, 'review-phone-one');
  expect(await faultsOf(small.page)).toEqual([]);

  const { page, open, complaints } = await street.visit('许分管', { viewport: desk });
  await open('/a/case-review');
  await page.getByText(/李书记改了 \d 处/).waitFor();
  expect(await page.locator('ins').allTextContents()).not.toEqual([]);
  expect(await page.getByRole('checkbox').first().isDisabled()).toBe(true);
  await page.getByRole('button', { name: '写批示' }).click();
  await page.getByLabel('写批示').last().fill('答复写清了时间');
  await page.getByRole('button', { name: '验一验' }).click();
  await page.getByText('2 个签名都对得上').waitFor();
  await picture(page, 'review-desk');
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: '同意并签名' }).click();
  await page.getByText(/^签好了：/).waitFor();
  expect((await stage.read('许分管', opened[0] ?? '')).signatures.at(-1)).toMatchObject({
    level: 3,
    instruction: '答复写清了时间',
  });
  expect(complaints).toEqual([]);
});

test('a signature over words that were altered is called that on the page of the case', slow, async () => {
  await street.owner.query(`update cases set result = '什么都没做' where id = $1`, [opened[1]]);
  const { page, open } = await street.visit('高主任', { viewport: desk });
  await open(`/a/cases/${opened[1]}`);
  await page.getByRole('button', { name: '验一验' }).click();
  await page.getByText('签后内容被改过').first().waitFor();
  await page.getByText('答复变了').first().waitFor();
  await picture(page, 'review-altered');
  expect(await faultsOf(page)).toEqual([]);
});

test(
  'an emergency is told first from the page of the case, and stands in a list until it is signed',
  slow,
  async () => {
    const on = await orderInReview(stage, { text: '一层闻到燃气味', urgency: 'critical' });
    const clerk = await street.visit('郑社工', { viewport: desk });
    await clerk.open(`/a/cases/${on.caseId}`);
    await clerk.page.getByRole('button', { name: '先办后签' }).click();
    await clerk.page.getByRole('dialog').getByLabel('原因').fill('燃气已关，先告诉住户');
    await clerk.page.getByRole('dialog').getByRole('button', { name: '先办后签' }).click();
    await clerk.page.getByText('已记下：先办后签').waitFor();
    expect(
      await stage.refused('郑社工', tellFirst, await stage.read('郑社工', on.caseId), { reason: '再来' }),
    ).toMatchObject({ code: 'case.told_before' });
    const chief = await street.visit('高主任', { viewport: phone });
    await chief.open('/a/case-review?which=told_first');
    await chief.page.getByRole('button', { name: /燃气味/ }).click();
    await chief.page.getByText(/已先告诉居民：燃气已关/).waitFor();
    await picture(chief.page, 'review-told-first');
    expect(await faultsOf(chief.page)).toEqual([]);
  },
);
