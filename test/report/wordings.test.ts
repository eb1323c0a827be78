import picocolors from 'picocolors';
import { describe, expect, it } from 'vitest';
import type { VerdictReport } from '../../src/contract/report.ts';
import { annotationsOf } from '../../src/github/publish/annotations.ts';
import { renderMarkdown } from '../../src/report/markdown/markdown.ts';
import { renderText } from '../../src/report/text/text.ts';
import { finding, kernel, report, verdict } from '../support/fixture-report.ts';

/** One cause, on a boot path and a release each, with what Xen prints there. */
function reportOf(
  ...says: [boot: VerdictReport['boot'], release: string, xenSays: string | null][]
) {
  const verdicts = says.map(([boot, release, xenSays]) =>
    verdict({ boot, releases: [release], findings: [finding({ xenSays })] }),
  );
  return report([kernel({ verdicts })]);
}

function text(of: ReturnType<typeof reportOf>): string {
  const options = { width: 80, colors: picocolors.createColors(false), more: () => '' };
  const lines = renderText(of, options).split('\n');
  const first = lines.findIndex((line) => line.startsWith('  Xen says'));
  return lines
    .slice(
      first,
      lines.findIndex((line) => line.startsWith('  fix')),
    )
    .join('\n');
}

describe('what Xen says', () => {
  it('is one wording where it is the same everywhere, however many lines it has', () => {
    const same = reportOf(
      ['pv-dom0', '4.1.0', 'first\nsecond'],
      ['pv-domu', '4.2.0', 'first\nsecond'],
    );
    expect(text(same)).toBe('  Xen says  first\n            second');
    expect(renderMarkdown(same)).toContain(
      '\n- **Xen says:** <code>first</code>, <code>second</code>\n',
    );
    expect(annotationsOf(same, '/')[0]?.message).toContain('\nXen says: first / second\n');
  });

  it('is distinguished by what decides, silence included', () => {
    const releases = reportOf(['pv-dom0', '4.1.0', null], ['pv-dom0', '4.2.0', 'first\nsecond']);
    expect(text(releases)).toBe(`\
  Xen says  depending on the release:
            - nothing
            - first
              second`);
    expect(renderMarkdown(releases)).toContain(
      '\n- **Xen says,** depending on the release: nothing; or <code>first</code>, <code>second</code>\n',
    );
    expect(annotationsOf(releases, '/')[0]?.message).toContain(
      '\nXen says, depending on the release:\n- nothing\n- first / second\nFix: ',
    );
    const boots = reportOf(['pv-dom0', '4.1.0', 'a'], ['pv-domu', '4.1.0', 'b']);
    expect(text(boots)).toContain('depending on the boot path:');
    const both = reportOf(['pv-dom0', '4.1.0', 'a'], ['pv-domu', '4.2.0', 'b']);
    expect(text(both)).toContain('depending on the boot path and the release:');
    const other = reportOf(['pv-dom0', '4.1.0', 'c']).kernels;
    expect(text({ ...both, kernels: [...both.kernels, ...other] })).toContain(
      'depending on the kernel, the boot path and the release:',
    );
  });

  it.each([
    [3, null],
    [4, '… and 1 more wording'],
    [5, '… and 2 more wordings'],
  ])('of %i wordings, three are shown', (count, more) => {
    const many = reportOf(
      ...Array.from({ length: count }, (_, i): ['pv-dom0', string, string] => [
        'pv-dom0',
        `4.17.${i}`,
        `wording ${i}`,
      ]),
    );
    const lines = ['wording 0', 'wording 1', 'wording 2', ...(more === null ? [] : [more])];
    expect(text(many).split('\n').slice(1)).toEqual(lines.map((line) => `            - ${line}`));
    const annotation = annotationsOf(many, '/')[0]?.message ?? '';
    expect(annotation.match(/^- .*/gm)).toEqual(lines.map((line) => `- ${line}`));
    expect(renderMarkdown(many).includes(`; ${more}\n`)).toBe(more !== null);
  });
});
