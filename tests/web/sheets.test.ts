// The sheet of paper: it fits one page, a long answer runs over whole, and each page says whose it is.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import * as cases from '#contract/cases/endpoints.ts';
import { orderInReview, reviewStage, signers } from '../kit/review.ts';
import { desk, slow, type WebStreet, webStreet } from './kit.ts';

let street: WebStreet;
let stage: ReturnType<typeof reviewStage>;
const started = webStreet().then((made) => {
  street = made;
  stage = reviewStage(made);
});
await started;

const long = '社区和物业当天上门，查明是管井阀门老化，当场更换并试水两小时不再渗漏。'
  .repeat(110)
  .slice(0, 3900);
let short = '';
let running = '';

beforeAll(async () => {
  const signed = async (text: string, result: string | null) => {
    let on = await orderInReview(stage, { text });
    for (const [index, name] of signers.entries()) {
      const amended = index === 0 && result ? { result } : {};
      on = await stage.do(name, cases.reviewApprove, on, { instruction: '同意，盯住回访', ...amended });
    }
    return on.caseId;
  };
  short = await signed('三号楼二层楼道的灯坏了好几天', null);
  running = await signed('管井渗水', long);
}, 120_000);

async function printed(ids: readonly string[], name: string): Promise<number> {
  const { page, open, complaints } = await street.visit('李书记', { viewport: desk });
  await open(`/a/case-sheets?ids=${ids.join(',')}`);
  await page
    .getByRole('img', { name: '扫码打开这件事' })
    .nth(ids.length - 1)
    .waitFor();
  await page.getByText('签名摘要').first().waitFor();
  const paper = await page.pdf({ preferCSSPageSize: true });
  await mkdir(join(import.meta.dirname, '../../test-results'), { recursive: true });
  await writeFile(join(import.meta.dirname, `../../test-results/${name}.pdf`), paper);
  expect(complaints).toEqual([]);
  const feet = await page.evaluate(() =>
    document.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)),
  );
  for (const part of ['counter(page)', 'counter(pages)', '打印人 李书记'])
    expect(feet.join('\n')).toContain(part);
  return paper.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

test('an ordinary case with four signatures fits one page', slow, async () => {
  expect(await printed([short], 'sheet-one')).toBe(1);
});

test('a long answer runs over, and the next case begins a page of its own', slow, async () => {
  expect(await printed([running, short], 'sheet-long')).toBe(4);
});
