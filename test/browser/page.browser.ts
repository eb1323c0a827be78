import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/contract/report.ts';
import { CLAIMED_PATHS } from '../../src/programs/boot-path.ts';
import { CALENDAR } from '../support/builds.ts';
import { HOSTILE_TEXTS } from '../support/hostile-text.ts';
import { withText } from '../support/reports.ts';
import { close, KERNELS, open, report, visible } from './open-page.ts';

describe('the page in a browser', () => {
  it('folds and unfolds a kernel', async () => {
    const page = await open(report);
    expect(await visible(page, 'tr.boot').count()).toBe(0);
    expect(await visible(page, 'tr.worst').count()).toBe(KERNELS.length);
    const button = page.getByRole('button', { name: 'vmlinuz-6.1.0-50-amd64.img' });
    await button.click();
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    expect(await visible(page, 'tr.boot').count()).toBe(CLAIMED_PATHS.length);
    await page.getByRole('button', { name: 'Unfold all' }).click();
    expect(await visible(page, 'tr.boot').count()).toBe(CLAIMED_PATHS.length * KERNELS.length);
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

  it('shows for a cell only what Xen says there', async () => {
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
    // Only the 32-bit kernel fails on a release that is shown.
    await tool('boot').selectOption('pv-domu');
    await tool('result').selectOption('fails');
    expect(await shown()).toBe('1 of 4 kernels');
    await tool('result').selectOption('');
    await tool('releases').selectOption('');
    expect(await visible(page, 'tr.releases th').count()).toBe(CALENDAR.releases.length + 1);
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
    const builds = first.verdicts.flatMap((verdict) => verdict.builds).slice(0, 1);
    const verdict = { ...first.verdicts[0], builds, status: 'boots', findings: [] };
    const none = await of([{ ...first, verdicts: [verdict] } as typeof first]);
    expect(await none.locator('#tools').count()).toBe(0);
    expect(await none.getByText('Click').count()).toBe(0);
    await close(none);
  });

  it('is harmless whatever an untrusted user writes', async () => {
    for (const text of HOSTILE_TEXTS) {
      const page = await open(withText(text));
      await page.locator('td.fails a:visible').first().click();
      expect(await page.locator('dialog img, dialog script').count()).toBe(0);
      await close(page);
    }
  });
});
