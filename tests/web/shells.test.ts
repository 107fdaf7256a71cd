// What every shell promises: readable type, large type, a way in, an open door without a network.
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { desk, faultsOf, settle, type WebStreet, webStreet } from './kit.ts';

let street: WebStreet;
beforeAll(async () => {
  street = await webStreet();
});

test('Chinese is drawn as characters, not as boxes, and the dot is narrow', async () => {
  const { page, open, context } = await street.visit(null);
  await open('/');
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    if (!pen) throw new Error('no canvas');
    pen.font = `40px ${getComputedStyle(document.body).fontFamily}`;
    const picture = (text: string) => {
      pen.clearRect(0, 0, 60, 60);
      pen.fillText(text, 4, 44);
      return pen.getImageData(0, 0, 60, 60).data.join();
    };
    const widthOf = (text: string) => {
      const span = document.createElement('span');
      span.style.cssText = 'position:absolute;font-size:40px;white-space:nowrap';
      span.textContent = text;
      document.body.append(span);
      const { width } = span.getBoundingClientRect();
      span.remove();
      return width;
    };
    return {
      home: picture('居'),
      people: picture('民'),
      missing: picture('\u{10FFFD}'),
      square: widthOf('居民'),
      dot: widthOf('居·民') - widthOf('居民'),
    };
  });
  expect(drawn.home).not.toBe(drawn.people);
  expect([drawn.home, drawn.people]).not.toContain(drawn.missing);
  expect(drawn.square).toBeCloseTo(80, 0);
  expect(drawn.dot).toBeLessThan(24);
  await context.close();
});

test('a stranger is shown the way in, and a wrong number says what is wrong', async () => {
  const { page, open, context, complaints } = await street.visit(null);
  await open('/m/mine');
  await page.getByLabel('手机号').fill('1380000123');
  await page.getByRole('button', { name: '登录' }).click();
  expect(await page.getByText('手机号要11位，现在是10位').count()).toBe(1);
  expect(await faultsOf(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});

test('a resident signs in with the code from the message and stays on the page asked for', async () => {
  const { page, open, context, complaints } = await street.visit(null);
  await open('/m/mine');
  await page.getByLabel('手机号').fill('19912345678');
  await page.getByRole('button', { name: '发验证码' }).click();
  await page.getByText(/秒后可再发/).waitFor();
  await street.react();
  const code = /\d{6}/.exec(street.messages.at(-1)?.text ?? '')?.[0] ?? '';
  await page.getByLabel('验证码').fill(code);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('button', { name: '退出登录' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/m/mine');
  expect(complaints).toEqual([]);
  await context.close();
});

test('a confirmation of the phone kit is shown, and in the elder version it stays until tapped', async () => {
  const { page, open, context } = await street.visit('陈居民');
  await open('/m/mine');
  await page.getByRole('button', { name: /长辈版/ }).click();
  const toast = page.locator('.adm-toast-main');
  await toast.waitFor();
  expect(await toast.textContent()).toContain('已换成长辈版');
  await page.getByRole('button', { name: /返回标准版/ }).waitFor();
  await toast.click();
  await toast.waitFor({ state: 'hidden' });
  await context.close();
});

const elderPages = ['/m', '/m/mine', '/g/mine'];

test.each(elderPages)(
  'elder version of %s: large type, large targets, contrast, nothing pops up',
  async (path) => {
    const { page, open, context } = await street.visit('赵楼长', { mode: 'elder' });
    await open(path);
    const measured = await page.evaluate(measureElder);
    expect(measured.texts).toBeGreaterThan(3);
    expect(measured.small).toEqual([]);
    expect(measured.tight).toEqual([]);
    expect(measured.targets).toBeGreaterThan(1);
    expect(measured.cramped).toEqual([]);
    expect(await page.locator('dialog[open], .adm-toast-main, .adm-modal').count()).toBe(0);
    expect(await faultsOf(page)).toEqual([]);
    await context.close();
  },
);

/** Runs in the page: texts under 18 px, lines under 1.3, targets under 60 px. */
function measureElder() {
  const seen = (element: Element) => {
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && getComputedStyle(element).visibility !== 'hidden';
  };
  const small: string[] = [];
  const tight: string[] = [];
  let texts = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!element || !node.textContent?.trim() || element.closest('script, noscript') || !seen(element))
      continue;
    texts += 1;
    const style = getComputedStyle(element);
    const size = Number.parseFloat(style.fontSize);
    if (size < 18) small.push(`${node.textContent}: ${size}`);
    if (Number.parseFloat(style.lineHeight) / size < 1.29)
      tight.push(`${node.textContent}: ${style.lineHeight}`);
  }
  const controls = [...document.querySelectorAll('a, button, input')].filter(seen);
  const cramped = controls.flatMap((control) => {
    const { width, height } = control.getBoundingClientRect();
    return width >= 60 && height >= 60 ? [] : [`${control.textContent}: ${width}×${height}`];
  });
  return { texts, small, tight, targets: controls.length, cramped };
}

test.each([...elderPages, '/', '/m/unknown'])(
  '%s at 320 px with text twice as large does not scroll sideways',
  async (path) => {
    const { page, open, context } = await street.visit('陈居民', { viewport: { width: 320, height: 640 } });
    await open(path);
    expect(await overflowAt(page, 2)).toBe(0);
    await context.close();
  },
);

/** Scales every text as phones do, and returns by how many px the page is then too wide. */
async function overflowAt(page: Page, factor: number): Promise<number> {
  return await page.evaluate((scale) => {
    const sized = [...document.querySelectorAll<HTMLElement>('body *')].map(
      (element) => [element, Number.parseFloat(getComputedStyle(element).fontSize)] as const,
    );
    for (const [element, size] of sized) element.style.fontSize = `${size * scale}px`;
    return document.documentElement.scrollWidth - document.documentElement.clientWidth;
  }, factor);
}

test.each([
  ['/m', '陈居民', '12345'],
  ['/g/mine', '赵楼长', '退出登录'],
  ['/a/account', '沈派单', '派单员'],
])('%s opens without a network after one visit', async (path, name, word) => {
  const { page, open, context } = await street.visit(name);
  await open(path);
  await page.evaluate(() => navigator.serviceWorker.ready);

  await context.setOffline(true);
  await page.reload();
  await settle(page);
  expect(await page.getByText('当前离线').count()).toBe(1);
  expect(await page.getByText(word).filter({ visible: true }).count()).toBeGreaterThan(0);
  await context.close();
});

test('every part of the desk keeps to WCAG AA, also the kit’s own', async () => {
  const { page, open, context, complaints } = await street.visit('周网格', { viewport: desk });
  await open('/a/examples');
  expect(await page.locator('[data-example]').count()).toBeGreaterThan(40);
  expect(await faultsOf(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});
