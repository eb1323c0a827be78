import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { bytesSource } from '../../src/bytes/bytes.ts';
import type { Report } from '../../src/contract/report.ts';
import { makeReport } from '../../src/gate/gate.ts';
import { checkSource } from '../../src/gate/kernel-report.ts';
import { NO_POLICY } from '../../src/policy/policy.ts';
import { settle } from '../../src/policy/settings.ts';
import { parseBootList } from '../../src/programs/boot-list.ts';
import { CLAIMED_PATHS } from '../../src/programs/boot-path.ts';
import { CALENDAR, EVERY_BUILD } from '../support/builds.ts';
import { renderHtml } from '../support/rendered.ts';
import { slimmedKernel } from '../support/slimmed-kernels.ts';

const TODAY = '2026-11-23';
export const KERNELS = [
  'vmlinuz-5.10.0-32-686-pae.img',
  'vmlinuz-6.1.0-50-amd64.img',
  'vmlinuz-6.12.94+deb13-amd64.img',
  'vmlinuz-6.12.94+deb13-amd64.lz4.img',
];

let browser: Browser;
/** Four kernels on every release and boot path; there once the tests run. */
export let report: Report;

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: inject('chromium'),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
  const settings = settle(
    NO_POLICY,
    { builds: EVERY_BUILD, boot: parseBootList(CLAIMED_PATHS) },
    CALENDAR,
  );
  const kernels = await Promise.all(
    KERNELS.map((name) => checkSource(bytesSource(slimmedKernel(name)), name, settings)),
  );
  report = makeReport({ kernels, problems: [], before: [] }, settings);
});

afterAll(() => browser?.close());

/** Opens a page, and makes sure that it asks for nothing, says nothing and breaks nowhere. */
export async function open(shown: Report, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options);
  await context.route('**', (route) => {
    trouble.push(`asks for ${route.request().url()}`);
    return route.abort();
  });
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on('pageerror', ({ message }) => trouble.push(message));
  page.on('console', (message) => trouble.push(message.text()));
  page.on('dialog', (dialog) => trouble.push(dialog.message()));
  page.on('close', () => expect(trouble).toEqual([]));
  await page.setContent(renderHtml(shown, TODAY), { waitUntil: 'load' });
  await page.locator('#map').waitFor();
  expect(trouble).toEqual([]);
  return page;
}

export async function close(page: Page): Promise<void> {
  await page.close();
  await page.context().close();
}

export const visible = (page: Page, selector: string) => page.locator(`${selector}:visible`);
