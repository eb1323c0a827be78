import { expect, test } from 'vitest';
import { jobSummary, MAX_SUMMARY } from '../../src/github/summary.ts';
import { finding, kernel, report, verdict } from '../support/fixture-report.ts';
import { HOSTILE_TEXTS } from '../support/hostile-text.ts';

const MIXED = kernel({
  verdicts: [
    verdict({ findings: [finding()] }),
    verdict({ releases: ['4.17.6', '4.18.5'] }),
    verdict({ boot: 'pvh-domu', releases: ['4.2.5'], status: 'unsupported', loads: false }),
  ],
});

test('the summary says the decision, what every release does, and why', () => {
  expect(jobSummary(report([MIXED], [{ path: 'gone', message: 'no such file' }]))).toBe(`\
## Xen boot gate

**✗ fails: 3 of 5 boots fail, 1 input not judged**

❌ <code>gone</code> was not judged: no such file

### <code>build/vmlinuz</code>

bzImage · zstd · x86_64 · &#50;3.8 KiB · Linux 6.12.94+deb13-amd64 (debian-kernel&#64;<!-- -->lists.debian.org)

| Boot path | Xen | Releases | Result | Why |
| --- | --- | ---: | --- | --- |
| pv-domu | 4.14.6–4.16.7 | 3 | ❌ fails | <code>unknown-codec</code> |
| pv-domu | 4.17.6–4.18.5 | 2 | ✅ boots |  |
| pvh-domu | 4.2.5 | 1 | ➖ no such boot path |  |

<details><summary>Xen notes of this kernel</summary>

| Type | Name | Value |
| ---: | --- | --- |
| 10 | <code>FEATURES</code> | <code>&#33;writable_page_tables&#124;pae_pgdir_above_4gb</code> |

</details>

### Why

❌ <code>unknown-codec</code> the payload is compressed with zstd, which this release does not know

**Fix:** Build the kernel with CONFIG_KERNEL_XZ.

<details><summary>Where: stage payload, 3 boots</summary>

- <code>build/vmlinuz</code>: pv-domu on Xen 4.14.6–4.16.7

Xen says <code>xc_dom_probe_bzimage_kernel unknown compression format</code>

See: <https://xenbits.xen.org/gitweb/?p=xen.git>

</details>
`);
});

test('a kernel that boots everywhere needs no reasons', () => {
  const text = jobSummary(report([kernel()]));
  expect(text).toContain('**✓ passes: all 3 boots of 1 kernel succeed**');
  expect(text).not.toContain('### Why');
});

test('a file that is no kernel is said to be none', () => {
  const nothing = kernel({ format: null, codec: null, arch: null, linuxVersion: null, notes: [] });
  expect(jobSummary(report([nothing]))).toContain('\nnot a kernel · &#50;3.8 KiB\n');
});

const LARGE = report([
  kernel({ path: 'chatty', notes: [{ type: 10, name: 'FEATURES', value: 'pae'.repeat(7000) }] }),
  ...Array.from({ length: 20 }, () => kernel({ path: 'fine' })),
  kernel({ path: 'broken', verdicts: [verdict({ findings: [finding()] })] }),
]);

test.each([
  { limit: 40_000, has: ['paepae', '✅ boots', 'Xen says', '| ❌ fails |'], lacks: ['left out'] },
  {
    limit: 15_000,
    has: ['✅ boots', '| ❌ fails |', 'Fix', 'left out'],
    lacks: ['paepae', 'Xen says'],
  },
  { limit: 2_000, has: ['| ❌ fails |', 'Fix', 'left out'], lacks: ['✅ boots', 'fine', 'chatty'] },
  {
    limit: 500,
    has: ['3 of 66 boots fail', 'left out'],
    lacks: ['| ❌ fails |', 'broken', 'Fix:'],
  },
])('what fits into $limit bytes', ({ limit, has, lacks }) => {
  const text = jobSummary(LARGE, limit);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit);
  for (const part of has) expect(text).toContain(part);
  for (const part of lacks) expect(text).not.toContain(part);
});

test('the runner takes the summary of any report', () => {
  const verdicts = [verdict({ findings: [finding({ message: '😀'.repeat(100) })] })];
  const many = Array.from({ length: 10_000 }, (_, n) => kernel({ path: `kernel-${n}`, verdicts }));
  const text = jobSummary(report(many));
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MAX_SUMMARY);
  expect(text).toContain('30000 of 30000 boots fail');
});

/** What the Markdown around the strangers' strings is made of, and nothing else may be. */
const OUR_TAGS = /<\/?(?:code|details|summary)>/g;

test.each(HOSTILE_TEXTS)('a hostile text stays text: %j', (text) => {
  const hostile = (value: string) =>
    report(
      [
        kernel({
          path: value,
          arch: value,
          linuxVersion: value,
          notes: [{ type: 1, name: value, value }],
          verdicts: [
            verdict({
              findings: [
                // Each line of Xen is one line: its quotes of the kernel hold no line feed.
                finding({
                  message: value,
                  xenSays: value.replaceAll('\n', ' '),
                  fix: value,
                  references: [value],
                }),
              ],
            }),
          ],
        }),
      ],
      [{ path: value, message: value }],
    );
  const summary = jobSummary(hostile(text)).replaceAll('<!-- -->', '');
  const harmless = jobSummary(hostile('harmless'));
  expect(summary.split('\n').length).toBe(harmless.split('\n').length);
  expect(summary.match(OUR_TAGS)).toEqual(harmless.match(OUR_TAGS));
  expect(summary.replace(OUR_TAGS, '').replace('> [!', '')).not.toMatch(/[<>`]/);
  expect(summary.match(/\|/g)).toEqual(harmless.match(/\|/g));
  expect(summary).not.toMatch(/[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|[^\P{Cc}\n]/u);
  expect(summary).not.toMatch(/https?:|www\.|]\(|@someone|\$\\/);
});
