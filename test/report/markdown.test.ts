import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../src/report/markdown/markdown.ts';
import { finding, kernel, report, verdict } from '../support/fixture-report.ts';
import { hostileReport } from '../support/reports.ts';

const MIXED = kernel({
  verdicts: [
    verdict({ findings: [finding({ fix: 'Build it with `CONFIG_KERNEL_XZ=y`.' })] }),
    verdict({ releases: ['4.17.6', '4.18.5'] }),
    verdict({ boot: 'pvh-domu', releases: ['4.2.5'], status: 'unsupported', loads: false }),
  ],
});

describe('the Markdown report', () => {
  it('says the decision, what every release does, why, and what was checked', () => {
    const fine = kernel({ path: 'build/vmlinux', notes: [] });
    const mixed = report([MIXED, fine], [{ path: 'gone', message: 'no such file' }]);
    expect(renderMarkdown(mixed)).toBe(`\
## Xen boot gate

**✗ fails: 3 of 8 boots fail, 1 input not checked**

❌ <code>gone</code> was not checked: no such file

Result of each kernel on each Xen, by boot path, with 4 GiB of memory: ✅ boots, ⚠️ warns or is accepted by the policy, ❌ fails.

| Kernel | pv-domu |
| --- | --- |
| <code>build/vmlinuz</code> | ❌&nbsp;4.14.6–&#8288;4.16.7<br>✅&nbsp;4.17.6–&#8288;4.18.5 |
| <code>build/vmlinux</code> | ✅&nbsp;4.14.6–&#8288;4.16.7 |

<details>
<summary>Other targets: 1 without the boot path</summary>

| Kernel | pvh-domu |
| --- | --- |
| <code>build/vmlinuz</code> | ➖&nbsp;4.2.5 |

</details>

### Why

#### ❌ <code>unknown-codec</code> in 3 boots

the payload is compressed with zstd, which this release does not know

- **Where:** <code>build/vmlinuz</code>: pv-domu on Xen 4.14.6–4.16.7
- **Stage:** payload
- **Xen says:** <code>xc_dom_probe_bzimage_kernel unknown compression format</code>
- **Fix:** Build it with <code>CONFIG_KERNEL_XZ=y</code>&#46;<!-- -->

<details>
<summary>1 reference</summary>

- [xenbits.xen.org/gitweb/?p=xen.git](https://xenbits.xen.org/gitweb/?p=xen.git)

</details>

### Kernels

<details>
<summary><code>build/vmlinuz</code></summary>

bzImage · zstd · x86_64 · &#50;3.8 KiB · Linux 6.12.94+deb13-amd64 (debian-kernel&#64;<!-- -->lists.debian.org)

| Type | Name | Value |
| ---: | --- | --- |
| 10 | <code>FEATURES</code> | <code>&#33;writable_page_tables&#124;pae_pgdir_above_4gb</code> |

</details>

<details>
<summary><code>build/vmlinux</code></summary>

bzImage · zstd · x86_64 · &#50;3.8 KiB · Linux 6.12.94+deb13-amd64 (debian-kernel&#64;<!-- -->lists.debian.org)

</details>
`);
  });

  it('explains every cell that has no verdict', () => {
    const PV = ['pv-dom0', 'pv-domu'] as const;
    const findings = [finding()];
    const kernels = [
      kernel({ path: 'all', verdicts: [verdict(), verdict({ boot: 'pvh-domu', findings })] }),
      kernel({ path: 'pv', claims: PV, verdicts: [verdict()] }),
      kernel({ path: 'unknown', claims: null, verdicts: [verdict()] }),
    ];
    expect(renderMarkdown(report(kernels))).toContain(`❌ fails. \
“not claimed”: the kernel does not claim this boot path in its notes. \
“not checked”: the kernel is not checked on this boot path.

| Kernel | pvh-dom0 | pv-domu | pvh-domu |
| --- | --- | --- | --- |
| <code>all</code> | not&nbsp;checked | ✅&nbsp;4.14.6–&#8288;4.16.7 | ❌&nbsp;4.14.6–&#8288;4.16.7 |
| <code>pv</code> | not&nbsp;claimed | ✅&nbsp;4.14.6–&#8288;4.16.7 | not&nbsp;claimed |
| <code>unknown</code> | not&nbsp;checked | ✅&nbsp;4.14.6–&#8288;4.16.7 | not&nbsp;checked |
`);
    const old = { boot: 'pvh-domu', releases: ['4.2.5'], status: 'unsupported' } as const;
    const pvh = kernel({ path: 'pvh', verdicts: [verdict(), verdict(old)] });
    expect(renderMarkdown(report([...kernels.slice(0, 1), pvh]))).toMatch(
      /code>pvh<.code> \| ✅[^|]* \| – \|/,
    );
  });

  it('links rules to their pages, and names the line that a cause comes from', () => {
    const region = { file: 'config', line: 7, column: 1, endLine: 7, endColumn: 9 };
    const pages = 'https://github.com/o/r/blob/v1/docs/rules';
    const failing = report([kernel({ verdicts: [verdict({ findings: [finding()] })] })]);
    const text = renderMarkdown(failing, undefined, { pages, locate: () => region });
    expect(text).toContain(`❌ [<code>unknown-codec</code>](${pages}/unknown-codec.md) in 3 boots`);
    expect(text).toContain('- **From:** <code>config:7</code>\n');
  });

  it('gives no other project a reference for each of its comments', () => {
    const references = ['https://github.com/QubesOS/qubes-issues/issues/5980'];
    const failing = report([
      kernel({ verdicts: [verdict({ findings: [finding({ references })] })] }),
    ]);
    expect(renderMarkdown(failing)).toContain(
      '- [QubesOS/qubes-issues&#35;<!-- -->5980](https://redirect.github.com/QubesOS/qubes-issues/issues/5980)\n',
    );
  });

  it('needs no reasons for a kernel that boots everywhere', () => {
    const text = renderMarkdown(report([kernel()]));
    expect(text).toContain('**✓ passes: all 3 boots of 1 kernel succeed**');
    expect(text).not.toContain('### Why');
  });

  it('says of a file that is no kernel that it is none', () => {
    const facts = { format: null, codec: null, arch: null, linuxVersion: null, notes: [] };
    expect(renderMarkdown(report([kernel(facts)]))).toContain('\nnot a kernel · &#50;3.8 KiB\n');
  });

  it('folds what counts for nothing, and what may fail', () => {
    const findings = [finding()];
    const verdicts = [
      verdict({ boot: 'pv-dom0', role: 'ignored', findings }),
      verdict({ releases: ['4.12.4', '4.13.5'], role: 'allowed-to-fail', findings }),
      verdict({ releases: ['4.14.6'], role: 'allowed-to-fail' }),
      verdict({ releases: ['4.20.4'] }),
      verdict({ boot: 'pvh-domu', releases: ['4.2.5'], status: 'unsupported', role: 'ignored' }),
    ];
    const markdown = renderMarkdown(report([kernel({ verdicts })]));
    const [open = '', others = ''] = markdown.split('<details>');
    expect(open).toContain('| Kernel | pv-domu |\n| --- | --- |\n');
    expect(open).toContain('| ✅&nbsp;4.20.4 |');
    expect(open).not.toContain('4.14.6');
    expect(others).toContain(
      '<summary>Other targets: 3 allowed to fail, 3 ignored, 1 without the boot path</summary>',
    );
    expect(others).toContain(
      '⚠️&nbsp;4.12.4–&#8288;4.13.5&nbsp;(may&nbsp;fail)<br>✅&nbsp;4.14.6&nbsp;(may&nbsp;fail)',
    );
  });

  it('claims no release between two that has another role', () => {
    const verdicts = [
      verdict({ releases: ['4.14.6', '4.16.7'] }),
      verdict({ releases: ['4.15.5'], role: 'ignored' }),
    ];
    const [open = ''] = renderMarkdown(report([kernel({ verdicts })])).split('<details>');
    expect(open).toContain('| ✅&nbsp;4.14.6<br>✅&nbsp;4.16.7 |');
  });

  it('folds inputs that were not checked where they are many, and never buries the others', () => {
    const problems = Array.from({ length: 300 }, (_, i) => ({
      path: `gone-${i}`,
      message: 'gone',
    }));
    const of = report([MIXED], problems);
    const [open = '', folded = ''] = renderMarkdown(of).split('<details>');
    expect(open.match(/was not checked/g)).toHaveLength(8);
    expect(folded).toMatch(/^\n<summary>… and 292 more<\/summary>\n\n❌ <code>gone-8<\/code>/);
    const short = renderMarkdown(of, 4000);
    expect(short).toContain('\n… and 292 more\n');
    expect(short).toContain('Xen says');
  });

  it('names a dozen kernels of a cause, and counts the others', () => {
    const many = (count: number, minor: (i: number) => number) =>
      renderMarkdown(
        report(
          Array.from({ length: count }, (_, i) =>
            kernel({
              path: `k${i}`,
              verdicts: [verdict({ releases: [`4.${minor(i)}.0`], findings: [finding()] })],
            }),
          ),
        ),
      );
    expect(many(12, () => 17)).toContain(', <code>k11</code>: pv-domu on Xen 4.17.0\n');
    expect(many(14, () => 17)).toContain(', <code>k11</code> and 2 more kernels: pv-domu on');
    expect(
      many(13, (i) => i)
        .match(/\*\*Where:.*/g)
        ?.slice(11),
    ).toEqual([
      '**Where:** <code>k11</code>: pv-domu on Xen 4.11.0',
      '**Where:** … and 1 more group of kernels',
    ]);
  });

  it('has no empty table for a kernel that has to boot nowhere, but says that', () => {
    const text = renderMarkdown(report([kernel({ verdicts: [verdict({ role: 'ignored' })] })]));
    expect(text.match(/^\| Kernel/gm)).toHaveLength(1);
    expect(text).toContain('<summary>Other targets: 3 ignored</summary>');
    expect(text).toContain('❌ <code>build/vmlinuz</code> was not checked: no requested release');
  });
});

describe('a limit', () => {
  const LARGE = report([
    kernel({ path: 'chatty', notes: [{ type: 10, name: 'FEATURES', value: 'pae'.repeat(7000) }] }),
    ...Array.from({ length: 200 }, () => kernel({ path: 'fine' })),
    kernel({ path: 'broken', verdicts: [verdict({ findings: [finding()] })] }),
  ]);

  it.each([
    {
      limit: 100_000,
      has: ['paepae', '✅&nbsp;', 'Xen says', '| ❌&nbsp;'],
      lacks: ['is shortened'],
    },
    {
      limit: 20_000,
      has: ['✅&nbsp;', '| ❌&nbsp;', 'Where:', 'Xen says', 'Fix', 'is shortened'],
      lacks: ['paepae', '<details>', 'reference'],
    },
    {
      limit: 2_000,
      has: ['| ❌&nbsp;', 'Where:', 'Xen says', 'Fix', 'is shortened'],
      lacks: ['✅&nbsp;', '<code>fine', 'chatty'],
    },
    {
      limit: 700,
      has: ['| ❌&nbsp;', 'Fix', 'is shortened'],
      lacks: ['✅&nbsp;', '<code>fine', 'chatty', 'Xen says'],
    },
    {
      limit: 500,
      has: ['3 of 606 boots fail', 'is shortened', '| <code>unknown-codec</code> | 1 | 3 |'],
      lacks: ['❌&nbsp;', 'broken', 'Fix:'],
    },
  ])('of $limit bytes is kept', ({ limit, has, lacks }) => {
    const text = renderMarkdown(LARGE, limit);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit);
    for (const part of has) expect(text).toContain(part);
    for (const part of lacks) expect(text).not.toContain(part);
  });

  it('is kept by any report', () => {
    const verdicts = [verdict({ findings: [finding({ message: '😀'.repeat(100) })] })];
    const many = Array.from({ length: 10_000 }, (_, n) =>
      kernel({ path: `kernel-${n}`, verdicts }),
    );
    const text = renderMarkdown(report(many), 1024 * 1024);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1024 * 1024);
    expect(text).toContain('30000 of 30000 boots fail');
  });
});

describe('an untrusted user', () => {
  it('gets no lines, cells, tags or marks of their own', () => {
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
            notes: [{ type: 6, name: 'x', value: 'x' }],
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
