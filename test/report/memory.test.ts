import picocolors from 'picocolors';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/contract/report.ts';
import { pageParts } from '../../src/report/html/page.ts';
import { renderMarkdown } from '../../src/report/markdown/markdown.ts';
import { sarifParts } from '../../src/report/sarif/sarif.ts';
import { renderText } from '../../src/report/text/text.ts';
import { CALENDAR } from '../support/builds.ts';
import { finding, kernel, report, verdict } from '../support/fixture-report.ts';

const MIB = 2 ** 20;
const OLD = ['4.4.4', '4.5.5', '4.6.6'];
const NEW = ['4.7.6', '4.8.5'];

/** Needs 64 MiB as a guest before 4.7, 65 MiB since; 128 MiB as dom0. */
const NEEDS = report([
  kernel({
    verdicts: [
      verdict({ releases: OLD, needsMemory: 64 * MIB }),
      verdict({ releases: NEW, needsMemory: 65 * MIB }),
      verdict({ boot: 'pv-dom0', releases: NEW, needsMemory: 128 * MIB }),
    ],
  }),
]);

/** Two targets of a policy, which differ in the memory of the guest. */
const TWICE = report([
  kernel({
    verdicts: [
      verdict({ releases: NEW, memory: 32 * MIB, needsMemory: 65 * MIB, findings: [finding()] }),
      verdict({ releases: NEW, memory: 256 * MIB, needsMemory: 65 * MIB }),
    ],
  }),
]);

const text = (of: Report) =>
  renderText(of, { width: 80, colors: picocolors.createColors(false), more: () => '' });
const page = (of: Report) => [...pageParts(of, CALENDAR)].join('').replaceAll(/&#?\w+;/g, ' ');

describe('the least memory', () => {
  it('is in the text behind the releases', () => {
    expect(text(NEEDS)).toContain(`
  pv-dom0   4.7.6–4.8.5 ✓   needs 128 MiB
  pv-domu   4.4.4–4.8.5 ✓   needs 64 MiB (4.4.4–4.6.6)   or 65 MiB (4.7.6–4.8.5)
`);
  });

  it('is in a cell of the table in Markdown, with what that means', () => {
    const markdown = renderMarkdown(NEEDS).replaceAll('&nbsp;', ' ').replaceAll('&#8288;', '');
    expect(markdown).toContain('<br>needs 64 MiB (4.4.4–4.6.6)<br>or 65 MiB (4.7.6–4.8.5) |');
    expect(markdown).toContain('“needs”: the least memory with which it loads.');
  });

  it('is beside the kernel on the page', () => {
    expect(page(NEEDS)).toContain(
      'needs 128 MiB as pv-dom0, 64 MiB (4.4.4–4.6.6) or 65 MiB (4.7.6–4.8.5) as pv-domu',
    );
  });

  it('is a property of the kernel in SARIF', () => {
    const [run] = JSON.parse([...sarifParts(NEEDS, { category: 'c' })].join('')).runs;
    expect(run.artifacts[0].properties.memory).toEqual([
      'pv-dom0: checked with 4 GiB, needs 128 MiB',
      'pv-domu: checked with 4 GiB, needs 64 MiB (4.4.4–4.6.6) or 65 MiB (4.7.6–4.8.5)',
    ]);
  });

  it('of many sizes is a range', () => {
    const verdicts = OLD.concat(NEW).map((release, i) =>
      verdict({ releases: [release], needsMemory: (64 + i) * MIB }),
    );
    expect(text(report([kernel({ verdicts })]))).toContain('✓   needs 64 MiB to 68 MiB\n');
  });
});

describe('the memory that was assumed', () => {
  it('is said once', () => {
    expect(text(NEEDS)).toContain('succeed\n  assuming 4 GiB of memory\n\n');
    expect(renderMarkdown(NEEDS)).toContain('by boot path, with 4 GiB of memory: ✅');
    expect(page(NEEDS)).toContain(', with 4 GiB of memory, checked on');
  });

  it('may differ between dom0 and guests', () => {
    const verdicts = [
      verdict({ memory: 256 * MIB }),
      verdict({ memory: 1536 * MIB, boot: 'pvh-dom0' }),
    ];
    const assumed = 'assuming 1536 MiB of memory for dom0, 256 MiB for a guest\n';
    expect(text(report([kernel({ verdicts })]))).toContain(assumed);
  });

  it('distinguishes two verdicts on one release', () => {
    expect(text(TWICE)).toContain(`
  pv-domu with 32 MiB   4.7.6–4.8.5 ✗   needs 65 MiB
  pv-domu with 256 MiB  4.7.6–4.8.5 ✓   needs 65 MiB
`);
    expect(text(TWICE)).toContain('  where     pv-domu with 32 MiB on Xen 4.7.6–4.8.5\n');
    expect(renderMarkdown(TWICE).replaceAll('&nbsp;', ' ')).toContain(
      '| with 32 MiB:<br>❌ 4.7.6–&#8288;4.8.5<br>needs 65 MiB<br>with 256 MiB:<br>✅ ',
    );
    const label = (size: string) => `pv-domu <span class="which">with ${size}</span></th>`;
    expect(page(TWICE)).toContain(`${label('32 MiB')}<td class="fails"`);
    expect(page(TWICE)).toContain(`${label('256 MiB')}<td class="boots"`);
  });
});
