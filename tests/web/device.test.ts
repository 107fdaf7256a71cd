// What a phone remembers: the words of a form, and commands given without a network.
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { beforeAll, expect, test } from 'vitest';
import type {} from './device/harness.tsx';
import { type Visit, type WebStreet, webStreet } from './kit.ts';

let street: WebStreet;
let harness: string;

beforeAll(async () => {
  street = await webStreet();
  harness = await bundle(join(import.meta.dirname, 'device/harness.tsx'));
});

async function bundle(entry: string): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, lib: { entry, formats: ['iife'], name: 'unused' }, minify: false },
  })) as Rolldown.RolldownOutput[];
  const chunk = built[0]?.output[0];
  if (!chunk) throw new Error('The harness was not built.');
  return chunk.code;
}

/** The entry page of the street with the harness in it. */
async function openHarness({ page, open }: Visit): Promise<void> {
  await open('/');
  await page.evaluate(harness);
}

test('what is typed survives closing the page, until it is sent or thrown away', async () => {
  const visit = await street.visit('赵楼长');
  const { page, context } = visit;
  await openHarness(visit);
  await page.evaluate(() => window.harness.showDraft());
  await page.locator('textarea').fill('三单元二楼灯坏了');
  await page.getByText('new saved').waitFor();

  await openHarness(visit);
  await page.evaluate(() => window.harness.showDraft());
  await page.getByText('restored saved').waitFor();
  expect(await page.locator('textarea').inputValue()).toBe('三单元二楼灯坏了');

  await page.getByRole('button', { name: 'discard' }).click();
  await page.getByText('new unsaved').waitFor();
  expect(await page.evaluate(() => window.harness.drafts())).toEqual([]);
  await context.close();
});

test('signing out leaves no draft behind', async () => {
  const visit = await street.visit('赵楼长');
  const { page, context } = visit;
  await openHarness(visit);
  await page.evaluate(() => window.harness.showDraft());
  await page.locator('textarea').fill('家里没人');
  await page.getByText('new saved').waitFor();
  expect(await page.evaluate(() => window.harness.drafts())).toEqual(['家里没人']);
  await page.evaluate(() => window.harness.forget());
  expect(await page.evaluate(() => window.harness.drafts())).toEqual([]);
  await context.close();
});

test('commands given without a network survive a reload and leave once, in order, when it returns', async () => {
  const visit = await street.visit('赵楼长');
  const { page, context } = visit;
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/people/mine/notice'))
      sent.push(String(request.headers()['idempotency-key']));
  });
  await openHarness(visit);
  await context.setOffline(true);
  await page.evaluate(async () => {
    await window.harness.give('zhao', '1');
    await window.harness.give('zhao', '2');
  });
  const { waiting } = await page.evaluate(() => window.harness.state('zhao'));
  expect(waiting).toHaveLength(2);

  sent.length = 0;
  await context.setOffline(false);
  await openHarness(visit);
  await page.evaluate(() => window.harness.keepSending('zhao'));
  // A queue that has not been read yet looks empty, so what left is asked, not what waits. A reload may cut a
  // sending short; it is sent again under the same key, which the server answers once.
  const keys = waiting.map((line) => line.split(' ')[1]);
  await expect.poll(() => [...new Set(sent)], { timeout: 30_000 }).toEqual(keys);
  await page.waitForFunction(() => window.harness.state('zhao').waiting.length === 0);
  await context.close();
});
