import picocolors from 'picocolors';
import { describe, expect, it } from 'vitest';
import { publishKernel } from '../../src/contract/published.ts';
import { annotationsOf } from '../../src/github/publish/annotations.ts';
import { matrixOutput } from '../../src/github/publish/matrix.ts';
import { pageParts } from '../../src/report/html/page.ts';
import { renderMarkdown } from '../../src/report/markdown/markdown.ts';
import { sarifParts } from '../../src/report/sarif/sarif.ts';
import { renderText } from '../../src/report/text/text.ts';
import { CALENDAR } from '../support/builds.ts';
import { runCli } from '../support/cli.ts';
import { finding, kernel, report, verdict } from '../support/fixture-report.ts';

const REFUSED = finding({ xenSays: 'not xen image' });
const AT_START = finding({ rule: 'pvh-only-kernel', stage: 'start', evidence: {}, xenSays: null });

/** One kernel behind several releases of GRUB, and without one. */
const REPORT = report([
  kernel({
    verdicts: [
      verdict({ boot: 'pv-domu', findings: [finding({ xenSays: 'from the toolstack' })] }),
      verdict({ boot: 'pvgrub-domu', grub: '2.02-beta2' }),
      verdict({ boot: 'pvgrub-domu', grub: '2.06', findings: [REFUSED] }),
      verdict({ boot: 'pvgrub-domu', grub: '2.12', findings: [REFUSED] }),
      verdict({ boot: 'pvhgrub-domu', grub: '2.06', findings: [AT_START] }),
    ],
  }),
]);

const text = renderText(REPORT, {
  width: 80,
  colors: picocolors.createColors(false),
  more: () => '',
});

describe('verdicts behind GRUB', () => {
  it('have a row for each release', () => {
    expect(text.match(/^ {2}pv\S*grub.*? {2}/gm)).toEqual([
      '  pvgrub-domu · GRUB 2.02-beta2  ',
      '  pvgrub-domu · GRUB 2.06  ',
      '  pvgrub-domu · GRUB 2.12  ',
      '  pvhgrub-domu · GRUB 2.06  ',
    ]);
    const columns = /^\| Kernel.*$/m.exec(renderMarkdown(REPORT))?.[0];
    expect(columns).toBe(
      '| Kernel | pv-domu | pvgrub-domu · GRUB 2.02-beta2 | pvgrub-domu · GRUB 2.06 | pvgrub-domu · GRUB 2.12 | pvhgrub-domu · GRUB 2.06 |',
    );
    const page = [...pageParts(REPORT, CALENDAR)].join('');
    expect(page).toContain(
      '<tr class="boot" data-boot="pvgrub-domu@2.06"><th scope="row">pvgrub-domu · GRUB 2.06</th>',
    );
    expect(page).toContain('<option value="pvgrub-domu@2.12">pvgrub-domu · GRUB 2.12</option>');
  });

  it('quote the program that prints', () => {
    expect(text).toContain('  GRUB says not xen image\n');
    expect(text).toContain('  Xen says  from the toolstack\n');
    // What GRUB has loaded runs on Xen.
    expect(text).toContain('  Xen says  nothing\n');
    expect(renderMarkdown(REPORT)).toContain('**GRUB says:** <code>not xen image</code>');
    expect([...pageParts(REPORT, CALENDAR)].join('')).toContain('<h4>GRUB prints</h4>');
    const messages = annotationsOf(REPORT, '/').map(({ message }) => message);
    expect(messages.filter((one) => one.includes('GRUB says: not xen image'))).toHaveLength(1);
  });

  it('name the releases of GRUB of a cause together', () => {
    expect(text).toContain('  where     pvgrub-domu · GRUB 2.06 and 2.12 on Xen 4.14.6–4.16.7\n');
  });

  it('depend on the release of GRUB, not of Xen', () => {
    const other = report([
      kernel({
        verdicts: ['2.06', '2.12'].map((grub) =>
          verdict({ boot: 'pvgrub-domu', grub, findings: [finding({ xenSays: `a ${grub}` })] }),
        ),
      }),
    ]);
    expect(renderMarkdown(other)).toContain("**GRUB says,** depending on GRUB's release:");
  });

  it('have the release as data', () => {
    const [first, second] = publishKernel(REPORT.kernels[0] ?? kernel()).verdicts;
    expect(first).not.toHaveProperty('grub');
    expect(second).toMatchObject({ boot: 'pvgrub-domu', grub: '2.02-beta2' });
    expect(Object.keys(second ?? {}).slice(0, 3)).toEqual(['boot', 'grub', 'releases']);
    const entries: { boot: string; grub?: string }[] = JSON.parse(matrixOutput(REPORT) ?? '');
    expect(entries.slice(0, 5).map(({ boot, grub }) => `${boot} ${grub}`)).toEqual([
      'pv-domu undefined',
      'pvgrub-domu 2.02-beta2',
      'pvgrub-domu 2.06',
      'pvgrub-domu 2.12',
      'pvhgrub-domu 2.06',
    ]);
  });

  it('are alerts of their own, each once', () => {
    const log = JSON.parse([...sarifParts(REPORT, { category: 'test' })].join(''));
    const results: { ruleId: string; partialFingerprints: Record<string, string> }[] =
      log.runs[0].results;
    const prints = results.map(({ partialFingerprints: all }) => Object.values(all)[0]);
    expect(results.map(({ ruleId }) => ruleId).sort()).toEqual([
      'pvh-only-kernel',
      'unknown-codec',
      'unknown-codec',
    ]);
    expect(prints.every((print) => print?.endsWith(':1'))).toBe(true);
    expect(new Set(prints).size).toBe(3);
  });
});

describe('a product whose GRUB is not known', () => {
  const check = async (xen: string, boot: string, ...more: string[]) => {
    const argv = ['check', 'test/kernels/vmlinuz-6.1.0-50-amd64.img', '--xen', xen, '--boot', boot];
    return (await runCli([...argv, ...more], { columns: 200 })).stdout;
  };
  const REMARK =
    'pvgrub-domu: the GRUB of XCP-ng 8.3 is not known, so the newest stands for it: 2.14';

  it('has the newest, and every output says so', async () => {
    expect(await check('xcp-ng-8.3,debian-12', 'pvgrub-domu')).toContain(`  ${REMARK}\n`);
    for (const format of ['markdown', 'html']) {
      expect(await check('xcp-ng-8.3', 'pvgrub-domu', '--format', format)).toContain(REMARK);
    }
  });

  it('is no remark where the release was asked for, or is known', async () => {
    for (const [xen, boot] of [
      ['xcp-ng-8.3', 'pvgrub-domu@all'],
      ['debian-12', 'pvgrub-domu'],
      ['4.17', 'pvgrub-domu'],
      ['xcp-ng-8.3', 'pv-domu'],
    ] as const) {
      expect(await check(xen, boot)).not.toContain('is not known');
    }
  });
});
