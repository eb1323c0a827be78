import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { makeReport } from '../../src/gate.ts';
import { bytesSource } from '../../src/kernel/bytes.ts';
import { judgeSource } from '../../src/kernel-report.ts';
import { NO_POLICY } from '../../src/policy/policy.ts';
import { settle } from '../../src/policy/settings.ts';
import { renderHtml } from '../../src/report/html/page.ts';
import type { Report } from '../../src/report/report.ts';
import { BOOT_PATHS } from '../../src/xen/boot-path.ts';
import { RELEASES } from '../../src/xen/releases.ts';
import { HOSTILE_TEXTS } from '../support/hostile-text.ts';
import { withText } from '../support/reports.ts';
import { slimmedKernel } from '../support/slimmed-kernels.ts';

const TODAY = '2026-11-23';
const KERNELS = [
  'vmlinuz-5.10.0-32-686-pae.img',
  'vmlinuz-6.1.0-50-amd64.img',
  'vmlinuz-6.12.94+deb13-amd64.img',
  'vmlinuz-6.12.94+deb13-amd64.lz4.img',
];

let browser: Browser;
let report: Report;

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: inject('chromium'),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
  const settings = settle(NO_POLICY, { releases: RELEASES, boot: BOOT_PATHS }, TODAY);
  const kernels = await Promise.all(
    KERNELS.map((name) => judgeSource(bytesSource(slimmedKernel(name)), name, settings)),
  );
  report = makeReport({ kernels, problems: [], before: [] }, settings);
});

afterAll(() => browser?.close());

/** Opens a page, and makes sure that it asks for nothing, says nothing and breaks nowhere. */
async function open(shown: Report, options: BrowserContextOptions = {}): Promise<Page> {
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

async function close(page: Page): Promise<void> {
  await page.close();
  await page.context().close();
}

const visible = (page: Page, selector: string) => page.locator(`${selector}:visible`);

describe('the page in a browser', () => {
  it('folds and unfolds a kernel', async () => {
    const page = await open(report);
    expect(await visible(page, 'tr.boot').count()).toBe(0);
    expect(await visible(page, 'tr.worst').count()).toBe(KERNELS.length);
    const button = page.getByRole('button', { name: 'vmlinuz-6.1.0-50-amd64.img' });
    await button.click();
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    expect(await visible(page, 'tr.boot').count()).toBe(BOOT_PATHS.length);
    await page.getByRole('button', { name: 'Unfold all' }).click();
    expect(await visible(page, 'tr.boot').count()).toBe(BOOT_PATHS.length * KERNELS.length);
    await close(page);
  });

  it('shows the reason of a cell, with the keyboard alone', async () => {
    const page = await open(report);
    const cells = page.locator('td.fails a:visible');
    await cells.first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await dialog.getByRole('heading', { level: 2 }).textContent()).toMatch(
      /^pv-dom0, .*on Xen 4.0–\S+: fails$/,
    );
    // Which one it is of, and where in the boot it strikes.
    expect(await dialog.textContent()).toContain('vmlinuz-6.1.0-50-amd64.img');
    expect(await dialog.locator('[aria-current=step]').textContent()).toBe('payload');
    expect(await dialog.getByText('Fix').count()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    expect(await dialog.isVisible()).toBe(false);
    await close(page);
  });

  it('tells of a cell only what Xen says there', async () => {
    const page = await open(report);
    const old = page.locator('tbody', { hasText: 'vmlinuz-6.12.94+deb13-amd64.lz4.img' });
    await old.locator('td.fails a:visible').first().click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.textContent()).toContain('unknown compression format');
    expect(await dialog.textContent()).not.toContain('Decoding failed');
    await dialog.getByRole('button', { name: 'Close' }).click();
    expect(await dialog.isVisible()).toBe(false);
    await close(page);
  });

  it('says which of several things Xen prints where it prints them', async () => {
    const page = await open(report);
    const rule = page.locator('[data-rule=lz4-decoder-broken]');
    expect(await rule.getByText('Xen prints').first().textContent()).toBe(
      'Xen prints, depending on the boot path and the release',
    );
    await page.locator('td.fails a[data-why$=":0"]:visible').first().click();
    const heading = page.getByRole('dialog').getByText('Xen prints').first();
    expect(await heading.innerText()).toBe('Xen prints');
    await close(page);
  });

  it('goes back from a reason by the way back, and leaves none behind', async () => {
    const page = await open(report);
    const dialog = page.getByRole('dialog');
    const cell = page.locator('td.fails a:visible').first();
    await cell.click();
    expect(await page.evaluate('location.hash')).toBe(await cell.getAttribute('href'));
    await page.evaluate('history.back()');
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.evaluate('location.hash')).toBe('');
    await cell.click();
    await page.keyboard.press('Escape');
    await page.waitForFunction('location.hash === ""');
    expect(await cell.evaluate((link) => link.matches(':focus'))).toBe(true);
    await close(page);
  });

  it('marks the reason that its address leads to', async () => {
    const page = await open(report);
    const cell = page.locator('td.fails a:visible').last();
    await cell.click();
    const hash = await page.evaluate('location.hash');
    await page.keyboard.press('Escape');
    await page.waitForFunction('location.hash === ""');
    await page.evaluate(`location.hash = '${hash}'`);
    const reason = page.locator(`article${hash}`);
    await page.waitForFunction(`document.querySelector('${hash}').getBoundingClientRect().y < 720`);
    expect(
      await reason.evaluate(
        (one) => one.ownerDocument.defaultView?.getComputedStyle(one).borderLeftWidth,
      ),
    ).toBe('3px');
    await close(page);
  });

  it('lets the keyboard pass by the map', async () => {
    const page = await open(report);
    await page.getByRole('button', { name: 'Unfold all' }).focus();
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip the map' });
    expect((await skip.boundingBox())?.height).toBeGreaterThan(10);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const next = await page
      .locator(':focus')
      .evaluate((focused) => focused.closest('.rule') !== null);
    expect(next).toBe(true);
    await close(page);
  });

  it('narrows the map by name, boot path, result, reason and releases', async () => {
    const page = await open(report);
    const shown = () => page.locator('#shown').textContent();
    const tool = (name: string) => page.locator(`#tools [name=${name}]`);
    expect(await shown()).toBe('4 of 4 kernels');
    await tool('kernel').fill('6.12');
    expect(await shown()).toBe('2 of 4 kernels');
    await tool('rule').selectOption('lz4-decoder-broken');
    expect(await shown()).toBe('1 of 4 kernels');
    await tool('rule').selectOption('');
    await tool('kernel').fill('');
    await tool('boot').selectOption('pvh-domu');
    expect(await visible(page, 'tr.boot').count()).toBe(4);
    await tool('result').selectOption('boots');
    expect(await shown()).toBe('1 of 4 kernels');
    await tool('result').selectOption('');
    const width = async () => (await page.locator('tr.releases th').last().boundingBox())?.width;
    const narrow = await width();
    await tool('releases').selectOption('supported');
    expect(await visible(page, 'tr.releases th').count()).toBe(7);
    expect(await width()).toBeGreaterThan(2 * (narrow ?? 0));
    await tool('releases').selectOption('');
    expect(await visible(page, 'tr.releases th').count()).toBe(RELEASES.length + 1);
    expect(await width()).toBe(narrow);
    await close(page);
  });

  it('says that no kernel is left, and shows all again', async () => {
    const page = await open(report);
    const none = page.getByText('No kernel is like that.');
    expect(await none.isVisible()).toBe(false);
    await page.getByRole('searchbox').fill('no such name');
    expect(await none.isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByText('4 of 4 kernels').waitFor();
    expect(await none.isVisible()).toBe(false);
    await close(page);
  });

  it('offers no choice where there is none', async () => {
    const of = (kernels: Report['kernels']) => open({ ...report, kernels });
    const [first] = report.kernels;
    if (first === undefined) throw new Error('there is no kernel');
    const one = await of([first]);
    expect(await one.locator('#tools label').allTextContents()).toEqual([
      expect.stringMatching(/^Boot path/),
      expect.stringMatching(/^Releases/),
    ]);
    await close(one);
    const verdict = { ...first.verdicts[0], releases: ['4.17.6'], status: 'boots', findings: [] };
    const none = await of([{ ...first, verdicts: [verdict] } as typeof first]);
    expect(await none.locator('#tools').count()).toBe(0);
    expect(await none.getByText('Click').count()).toBe(0);
    await close(none);
  });

  it('has all 134 releases side by side on a screen and on paper', async () => {
    const page = await open(report);
    const map = page.locator('.scroll', { has: page.locator('#map') });
    const hidden = () => map.evaluate((scroll) => scroll.scrollWidth - scroll.clientWidth);
    expect(await hidden()).toBeLessThanOrEqual(1);
    await page.emulateMedia({ media: 'print' });
    // A4 at 96 dots per inch, without margins of 1 cm.
    await page.setViewportSize({ width: 718, height: 1000 });
    const right = (selector: string) =>
      page.locator(selector).evaluate((part) => part.getBoundingClientRect().right);
    expect(await right('#map')).toBeLessThanOrEqual(718);
    expect(await right('svg[role=img]')).toBeLessThanOrEqual(718);
    await close(page);
  });

  it('keeps the releases in sight above many kernels', async () => {
    const kernels = Array.from({ length: 8 }, () => report.kernels).flat();
    const page = await open({ ...report, kernels });
    const map = page.locator('.scroll', { has: page.locator('#map') });
    await map.evaluate((scroll) => {
      scroll.scrollTop = scroll.scrollHeight;
      scroll.scrollIntoView({ block: 'end' });
    });
    const head = await page.locator('tr.series').boundingBox();
    expect(head?.y).toBeGreaterThanOrEqual(0);
    const shown = await page
      .locator('tr.series th')
      .last()
      .evaluate((head) => {
        const { left, top } = head.getBoundingClientRect();
        return head.ownerDocument.elementFromPoint(left + 8, top + 10)?.textContent;
      });
    expect(shown).toBe('4.22');
    await close(page);
  });

  it('starts with the newest releases where not all have room', async () => {
    const page = await open(report, { viewport: { width: 360, height: 740 } });
    await page.locator('svg[role=img]').scrollIntoViewIfNeeded();
    for (const selector of ['tr.series th:last-child', 'path.today']) {
      const box = await page.locator(selector).boundingBox();
      expect((box?.x ?? 1000) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
    }
    await close(page);
  });

  it('says more than colours do', async () => {
    const page = await open(report, { forcedColors: 'active' });
    await page.getByRole('button', { name: 'Unfold all' }).click();
    const edges = (status: string) =>
      page
        .locator(`td.${status}:visible`)
        .first()
        .evaluate((cell) => {
          const style = cell.ownerDocument.defaultView?.getComputedStyle(cell);
          return [style?.borderTopWidth, style?.borderBottomWidth];
        });
    expect(await edges('boots')).toEqual(['1px', '1px']);
    expect(await edges('warns')).toEqual(['4px', '1px']);
    expect(await edges('fails')).toEqual(['1px', '4px']);
    await close(page);
  });

  it('can be read without scripts', async () => {
    const page = await open(report, { javaScriptEnabled: false });
    expect(await visible(page, 'tr.boot').count()).toBe(BOOT_PATHS.length * KERNELS.length);
    expect(await visible(page, '#tools').count()).toBe(0);
    expect(await visible(page, '.rule').count()).toBeGreaterThan(2);
    await close(page);
  });

  it('fits a phone, but for what scrolls in its own place', async () => {
    const page = await open(report, { viewport: { width: 360, height: 740 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    await close(page);
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds, %s', async (colorScheme) => {
    const page = await open(report, { colorScheme });
    await page.getByRole('button', { name: 'Unfold all' }).click();
    const found = await new AxeBuilder({ page }).analyze();
    expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    await page.locator('td.fails a:visible').first().click();
    const inDialog = await new AxeBuilder({ page }).include('dialog').analyze();
    expect(inDialog.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    await close(page);
  });

  it('is harmless whatever a stranger writes', async () => {
    for (const text of HOSTILE_TEXTS) {
      const page = await open(withText(text));
      await page.locator('td.fails a:visible').first().click();
      expect(await page.locator('dialog img, dialog script').count()).toBe(0);
      await close(page);
    }
  });
});
