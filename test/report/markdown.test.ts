import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { hostileReport, sampleReport } from '../support/reports.ts';

describe('the Markdown report', () => {
  it('has the decision, a table, and the causes behind folds', () => {
    expect(renderMarkdown(sampleReport())).toBe(`\
**✗ fails: 14 of 32 boots fail, 1 of 32 boots warns, 1 input not judged**

| kernel | pv-dom0 | pvh-domu |
| --- | --- | --- |
| <code>boot/vmlinuz-6.1</code><br>bzImage · zstd · x86_64 · 8.0 MiB · Linux 6.1.0 | 4.0–4.1&nbsp;✗<br>4.2.0&nbsp;✓ | 4.9.4&nbsp;n/a<br>4.10.0&nbsp;✗<br>4.10.1&nbsp;!<br>4.10.2–4.10.4&nbsp;✓ |
| <code>vmlinux</code><br>ELF · x86_64 · 512 B | 4.0–4.1&nbsp;✓ |  |

<details>
<summary>✗ <code>unknown-feature</code> in 13 boots</summary>

FEATURES names "a_feature", which this release does not know.

- <code>boot/vmlinuz-6.1</code>: pv-dom0 on Xen 4.0–4.1
- Xen says nothing
- Fix: Keep the name out of FEATURES.
- <https://example.org/commit>

</details>

<details>
<summary>✗ <code>not-a-kernel</code> in 1 boot</summary>

It is none.

- <code>boot/vmlinuz-6.1</code>: pvh-domu on Xen 4.10.0
- Xen says <code>ELF: not an ELF binary</code>
- Fix: Ship one.
- <https://example.org/commit>

</details>

<details>
<summary>! <code>old-thing</code> in 1 boot</summary>

It is old.

- <code>boot/vmlinuz-6.1</code>: pvh-domu on Xen 4.10.1
- Xen says nothing
- Fix: Renew it.
- <https://example.org/commit>

</details>

Not judged:

- <code>lost</code>: no such file
`);
  });

  it('keeps the code spans of a fix', () => {
    const report = sampleReport();
    const markdown = renderMarkdown({
      ...report,
      kernels: report.kernels.map((kernel) => ({
        ...kernel,
        verdicts: kernel.verdicts.map((verdict) => ({
          ...verdict,
          findings: verdict.findings.map((finding) => ({ ...finding, fix: 'Set `A=y` at last.' })),
        })),
      })),
    });
    expect(markdown).toContain('- Fix: Set <code>A=y</code>&#32;at last.\n');
  });

  it('has the same lines, cells and tags whatever a stranger wrote', () => {
    const skeleton = (markdown: string) =>
      markdown.split('\n').map((line) => ({
        cells: line.split('|').length,
        tags: line.match(/<[^!][^>]*>/g),
        marks: line.replace(/&#?\w+;/g, '').match(/[`*[\]\\@#]/g),
      }));
    fc.assert(
      fc.property(hostileReport(), (report) => {
        const tame = {
          ...report,
          kernels: report.kernels.map((kernel) => ({
            ...kernel,
            path: kernel.path === '' ? '' : 'x',
            linuxVersion: 'x',
            verdicts: kernel.verdicts.map((verdict) => ({
              ...verdict,
              findings: verdict.findings.map((f) => ({ ...f, message: 'x', xenSays: 'x' })),
            })),
          })),
          problems: [{ path: 'x', message: 'x' }],
        };
        expect(skeleton(renderMarkdown(report))).toEqual(skeleton(renderMarkdown(tame)));
      }),
    );
  });
});
