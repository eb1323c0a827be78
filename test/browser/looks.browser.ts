import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, it } from 'vitest';
import { CLAIMED_PATHS } from '../../src/programs/boot-path.ts';
import { close, KERNELS, open, report, visible } from './open-page.ts';

/** What axe looks for by itself, and what came with WCAG 2.2. */
const GUIDELINES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

describe('the page on screens, on paper and to who cannot see it', () => {
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
    const cut = await page
      .locator('tr.series th')
      .evaluateAll((heads) => heads.filter((head) => head.scrollWidth > head.clientWidth));
    expect(cut).toEqual([]);
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
    expect(await visible(page, 'tr.boot').count()).toBe(CLAIMED_PATHS.length * KERNELS.length);
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
    const axe = () => new AxeBuilder({ page }).withTags(GUIDELINES);
    const found = await axe().analyze();
    expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    await page.locator('td.fails a:visible').first().click();
    const inDialog = await axe().include('dialog').analyze();
    expect(inDialog.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    await close(page);
  });
});
