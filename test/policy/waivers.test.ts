import { describe, expect, it } from 'vitest';
import { finding, kernel, verdict } from '../support/fixture-report.ts';
import { KERNEL, ruled, WARNING } from '../support/ruled.ts';

const waiver = (rest = '', expires = '2026-11-22') =>
  `waivers: [{rule: codec-unsupported, reason: r, owner: o, expires: ${expires}${rest}}]`;
const CODEC_RULE = finding({ rule: 'codec-unsupported' });
const WAIVABLE = kernel({ verdicts: [verdict({ findings: [CODEC_RULE] })] });

describe('a waiver', () => {
  it('accepts on its last day, and stays visible', () => {
    const report = ruled(waiver(), { kernels: [WAIVABLE] });
    expect(report.gate).toEqual({ passed: true, failed: 0, warned: 0, waived: 3 });
    const [found] = report.kernels[0]?.verdicts[0]?.findings ?? [];
    expect(found?.waiver).toEqual({ reason: 'r', owner: 'o', expires: '2026-11-22' });
    expect(report.notices).toMatchObject([{ level: 'notice' }]);
  });

  it.each([
    [14, '2026-11-22', 'expires today, on 2026-11-22'],
    [14, '2026-11-23', 'expires tomorrow, on 2026-11-23'],
    [14, '2026-12-06', 'expires in 14 days, on 2026-12-06'],
    [0, '2026-11-22', 'expires today, on 2026-11-22'],
    [400, '2027-11-22', 'expires in 365 days, on 2027-11-22'],
  ])('is reported within %i days before its end: %s', (warnBeforeExpiry, expires, when) => {
    const report = ruled(waiver('', expires), { kernels: [WAIVABLE], warnBeforeExpiry });
    const message = `the waiver of codec-unsupported ${when}; owner: o`;
    expect(report.notices).toEqual([
      { path: 'p.yml', line: 1, column: 11, level: 'notice', message },
    ]);
    expect(report.gate).toMatchObject({ passed: true, waived: 3 });
  });

  it.each([
    [undefined, '2026-12-07'],
    [0, '2026-11-23'],
  ])('is not reported before: %s', (warnBeforeExpiry, expires) => {
    const run = {
      kernels: [WAIVABLE],
      ...(warnBeforeExpiry === undefined ? {} : { warnBeforeExpiry }),
    };
    expect(ruled(waiver('', expires), run)).not.toHaveProperty('notices');
  });

  it('expired holds no longer, and is reported', () => {
    const report = ruled(waiver('', '2026-11-21'), { kernels: [WAIVABLE] });
    expect(report.gate).toMatchObject({ passed: false, failed: 3, waived: 0 });
    expect(report.notices).toEqual([
      {
        path: 'p.yml',
        line: 1,
        column: 11,
        level: 'warning',
        message: 'the waiver of codec-unsupported expired on 2026-11-21; owner: o',
      },
    ]);
  });

  it.each([
    ['another rule', '', [KERNEL]],
    ['another release', ', targets: {xen: 4.13}', [WAIVABLE]],
    ['another boot path', ', targets: {boot: pv-dom0}', [WAIVABLE]],
    [
      'both not at once',
      ', targets: [{xen: 4.13, boot: pv-domu}, {xen: 4.14, boot: pv-dom0}]',
      [WAIVABLE],
    ],
  ])('that fits nothing is reported: %s', (_, rest, kernels) => {
    const report = ruled(waiver(rest), { kernels });
    expect(report.gate.waived).toBe(0);
    expect(report.notices).toMatchObject([
      { level: 'notice', message: expect.stringMatching(/unused.*owner: o/) },
    ]);
  });

  it('for no kernel that was checked is reported, too', () => {
    const report = ruled(waiver(', kernels: [other/*, vmlinux]'), { kernels: [WAIVABLE] });
    expect(report.gate.waived).toBe(0);
    expect(report.notices).toMatchObject([
      {
        level: 'notice',
        message:
          "the waiver of codec-unsupported names kernels that were not checked: no path or name matches 'other/*', 'vmlinux'; owner: o",
      },
    ]);
  });

  it('that names one kernel of the run and one that is gone reports the latter', () => {
    const run = { kernels: [WAIVABLE], warnBeforeExpiry: -1 };
    const report = ruled(waiver(', kernels: [build/vmlinuz, gone]'), run);
    expect(report.gate.waived).toBe(3);
    expect(report.notices).toMatchObject([
      { level: 'notice', message: expect.stringContaining("no path or name matches 'gone'") },
    ]);
  });

  it.each([
    ['its name', 'kernels: {cloud: build}\n', ', kernels: cloud'],
    ['its path', '', ', kernels: build/vmlinuz'],
    ['a pattern', '', ', kernels: [x, "**/vmlinuz*"]'],
  ])('finds a kernel by %s', (_, names, rest) => {
    expect(ruled(names + waiver(rest), { kernels: [WAIVABLE] }).gate.waived).toBe(3);
  });

  it('may be for one feature, and accepts no other', () => {
    const unknown = (feature: string) =>
      finding({ rule: 'unknown-feature', evidence: { feature, offset: 1 } });
    const named = kernel({ verdicts: [verdict({ findings: [unknown('old_name')] })] });
    const policy = (feature: string) =>
      `waivers: [{rule: unknown-feature, feature: ${feature}, reason: r, owner: o, expires: 2026-12-31}]`;
    expect(ruled(policy('old_name'), { kernels: [named] }).gate).toMatchObject({ waived: 3 });
    const other = ruled(policy('new_name'), { kernels: [named] });
    expect(other.gate).toMatchObject({ failed: 3, waived: 0 });
    expect(other.notices).toMatchObject([
      {
        message:
          'the waiver of unknown-feature of new_name is unused: it matches no finding; owner: o',
      },
    ]);
    const pointless = policy('x').replace('unknown-feature', 'cut-file');
    expect(() => ruled(pointless)).toThrow(
      "p.yml:1:37: findings of the rule 'cut-file' have no feature",
    );
  });

  it('of an error leaves a warning beside it', () => {
    const both = kernel({ verdicts: [verdict({ findings: [CODEC_RULE, WARNING] })] });
    expect(ruled(waiver(), { kernels: [both] }).gate).toMatchObject({
      failed: 0,
      warned: 3,
      waived: 0,
    });
  });
});
