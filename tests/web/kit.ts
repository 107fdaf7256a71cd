// A real browser on a real street: Chromium from npm, the built pages, the server of the test street.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sparticuz from '@sparticuz/chromium';
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll } from 'vitest';
import { sessionCookie } from '#kernel/http/caller.ts';
import { servePages } from '#kernel/http/pages.ts';
import { type TestStreet, testNow, testStreet } from '../kit/street.ts';

export const phone = { width: 390, height: 844 };
export const desk = { width: 1440, height: 900 };

/** A story in a browser takes a quarter of a minute, on a busy machine several. */
export const slow = { timeout: 240_000 };
/** So long one step may wait before it is said to be stuck. */
export const stepMsMax = 60_000;

const root = join(import.meta.dirname, '../..');
const dist = join(root, 'dist');

export interface WebStreet extends TestStreet {
  url: string;
  /** A browser of its own for one person; without a name, a stranger's. */
  visit(name: string | null, options?: VisitOptions): Promise<Visit>;
}

interface VisitOptions {
  viewport?: { width: number; height: number };
  mode?: 'elder';
  /** What the phone's clock shows; else the hour at which the test street begins. */
  at?: string;
  /** Whether the phone's clock goes on; else it stands. */
  runs?: boolean;
}

export interface Visit {
  context: BrowserContext;
  page: Page;
  /** What the console complained about: errors, refused by policy, uncaught. */
  complaints: string[];
  /** Opens an address of the street and waits until it is quiet and its type has come. */
  open(path: string): Promise<void>;
}

/** One street, one browser, for a test file; with further arguments of Chromium. */
export async function webStreet(launchArgs: readonly string[] = []): Promise<WebStreet> {
  await requireBuild();
  const street = await testStreet();
  await servePages(street.app, dist);
  const url = await street.app.listen({ port: 0, host: '127.0.0.1' });
  const browser = await launchBrowser(launchArgs);
  afterAll(() => browser.close());
  return { ...street, url, visit: (name, options) => visit(browser, street, url, name, options) };
}

async function visit(
  browser: Browser,
  street: TestStreet,
  url: string,
  name: string | null,
  options: VisitOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ viewport: options.viewport ?? phone, locale: 'zh-CN' });
  context.setDefaultTimeout(stepMsMax);
  // The browser lives in the hour of the street's stopped clock.
  const time = options.at ?? testNow;
  if (options.runs) await context.clock.install({ time });
  else await context.clock.setFixedTime(time);
  if (name) {
    const { token } = await street.as(name);
    await context.addCookies([
      { name: sessionCookie, value: token ?? '', url, httpOnly: true, sameSite: 'Lax' },
    ]);
  }
  if (options.mode) await context.addInitScript(() => localStorage.setItem('jia.mode', 'elder'));
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // A refused call is an ordinary answer; the page says so itself.
    const isAnswer = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isAnswer) complaints.push(message.text());
  });
  return {
    context,
    page,
    complaints,
    open: async (path) => {
      await page.goto(`${url}${path}`);
      await settle(page);
    },
  };
}

/**
 * Lets the street's clock go on as real time does, for phones that tell how long ago they read a code.
 * @returns how to stop it
 */
export function letTimePass({ clock }: TestStreet): () => void {
  let last = performance.now();
  const timer = setInterval(() => {
    const next = performance.now();
    clock.advance(next - last);
    last = next;
  }, 20);
  return () => clearInterval(timer);
}

/** Until the page shows its own content and the slices of its type have come. */
export async function settle(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('h1, h2, .jia-empty, .jia-failed') !== null);
  await page.waitForFunction(() => [...document.fonts].length > 1);
  await page.evaluate(() => document.fonts.ready);
}

/** A text that the page says; what was typed still stands in its field while a form closes. */
export const said = (page: Page, text: string) => page.getByText(text).and(page.locator(':not(textarea)'));

/** What axe finds against WCAG 2 A and AA, one line each; a toast fades in and out, so its contrast is no one figure. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run(
      { exclude: ['.adm-toast-mask'] },
      {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'],
      },
    ),
  );
  return results.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')}`),
  );
}

/** A picture for people, in test-results/. */
export async function picture(page: Page, name: string): Promise<void> {
  await mkdir(join(root, 'test-results'), { recursive: true });
  await page.screenshot({ path: join(root, 'test-results', `${name}.png`) });
}

/** Arguments of the packed Chromium that a serverless host needs and a test must not have. */
const unwanted = new Set([
  '--single-process',
  '--disable-web-security',
  '--allow-running-insecure-content',
  '--disable-site-isolation-trials',
]);

export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const args = sparticuz.args.filter((argument) => !unwanted.has(argument));
  try {
    return await chromium.launch({
      executablePath: await sparticuz.executablePath(),
      args: [...args, '--disable-background-networking', '--no-first-run', ...more],
      headless: true,
    });
  } catch (cause) {
    const hint =
      'Chromium did not start. It needs libnss3 and libnspr4 of the system, or those of its own package.';
    throw new Error(hint, { cause });
  }
}

/** The pages as they are served: built once when nobody has. `npm test` builds them first. */
async function requireBuild(): Promise<void> {
  if (existsSync(join(dist, 'index.html'))) return;
  await promisify(execFile)(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build'], {
    cwd: root,
  });
}
