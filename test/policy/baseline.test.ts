import { describe, expect, it } from 'vitest';
import type { Finding, KernelReport } from '../../src/contract/report.ts';
import { finding, kernel, verdict } from '../support/fixture-report.ts';
import { CODEC, ruled, verdicts } from '../support/ruled.ts';

describe('a baseline', () => {
  const at = (path: string, findings: Finding[] = [CODEC]) =>
    kernel({ path, verdicts: [verdict({ findings, releases: ['4.14.6'] })] });
  const newer = finding({ rule: 'unknown-feature' });

  it('lets what was there warn, and what is new fail', () => {
    const report = ruled('', { kernels: [at('k', [CODEC, newer])], before: [at('k')] });
    expect(verdicts(report)).toEqual(['pv-domu 4.14.6 fails unknown-codec known unknown-feature']);
    expect(report.gate.failed).toBe(1);
    const same = ruled('fail-on: warns', { kernels: [at('k')], before: [at('k')] });
    expect(same.gate).toEqual({ passed: true, failed: 0, warned: 1, waived: 0 });
  });

  it('knows a fault by what its rule says, not by the rule alone', () => {
    const names = (feature: string, offset: number) =>
      at('k', [finding({ rule: 'unknown-feature', evidence: { feature, offset } })]);
    const known = (then: KernelReport, now: KernelReport) =>
      ruled('', { kernels: [now], before: [then] }).gate.passed;
    expect(known(names('old_name', 1), names('old_name', 2))).toBe(true);
    expect(known(names('old_name', 1), names('new_name', 1))).toBe(false);
  });

  it('knows nothing of other releases and boot paths', () => {
    const report = ruled('', { before: [at('build/vmlinuz')] });
    expect(verdicts(report).slice(0, 2)).toEqual([
      'pv-domu 4.14.6 fails unknown-codec known',
      'pv-domu 4.15.5 4.16.7 fails unknown-codec',
    ]);
  });

  it('takes no room and no time for what an untrusted user lists over and over', () => {
    const findings = new Array<Finding>(10_000).fill(CODEC);
    const releases = new Array<string>(100_000).fill('4.14.6');
    const bombs = [
      [verdict({ findings, releases })],
      new Array(50_000).fill(verdict({ findings: [CODEC], releases: ['4.14.6'] })),
    ].map((all) => kernel({ path: 'k', verdicts: all }));
    for (const bomb of bombs) {
      const report = ruled('', { kernels: [at('k', [CODEC, newer])], before: [bomb] });
      expect(verdicts(report)).toEqual([
        'pv-domu 4.14.6 fails unknown-codec known unknown-feature',
      ]);
    }
  });

  it.each([
    ['the same path', '', ['k', 'x'], ['k', 'y'], 1],
    ['one then and one now', '', ['vmlinuz-6.12.95'], ['vmlinuz-6.12.94'], 1],
    ['two now', '', ['vmlinuz-6.12.95', 'x'], ['vmlinuz-6.12.94'], 0],
    ['two then', '', ['vmlinuz-6.12.95'], ['vmlinuz-6.12.94', 'x'], 0],
    ['the same name', 'kernels: {a: a, b: b}', ['a/95', 'b/95'], ['b/94', 'a/94'], 2],
    ['other names', 'kernels: {a: a, b: b}', ['a/95'], ['b/94'], 0],
    ['a name now only', 'kernels: {a: a}', ['a/95'], ['old'], 1],
    ['a name then only', 'kernels: {a: a}', ['new'], ['a/94'], 1],
    ['the same path under one name', 'kernels: {a: a}', ['a/x', 'a/y'], ['a/x', 'a/y'], 2],
    ['one name, of two now', 'kernels: {a: a}', ['a/95', 'a/95-cloud'], ['a/94'], 0],
    ['one name, of two then', 'kernels: {a: a}', ['a/95'], ['a/94', 'a/94-cloud'], 0],
    ['one name, of two both times', 'kernels: {a: a}', ['a/95', 'a/96'], ['a/94', 'a/95'], 1],
    ['one name, and one of two gone', 'kernels: {a: a}', ['a/95', 'a/x'], ['a/94', 'a/x'], 1],
  ])('matches kernels: %s', (_, policy, now, then, known) => {
    const paths = (list: string[]) => list.map((path) => at(path));
    const report = ruled(policy, { kernels: paths(now), before: paths(then) });
    expect(report.gate).toMatchObject({ warned: known, failed: now.length - known });
  });

  it.each([
    ['the other kernel of the name', ['a/1', 'a/2'], ['a/1', 'a/2'], 'a/2'],
    ['one that was beside it, and is gone', ['a/2'], ['a/1', 'a/2'], 'a/2'],
    ['one that has gone on, while it is new', ['a/2', 'a/3'], ['a/1', 'a/2'], 'a/3'],
  ])('accepts no kernel for what %s had', (_, now, then, failing) => {
    const report = ruled('kernels: {all: a}', {
      kernels: now.map((path) => at(path, path === failing ? [CODEC] : [])),
      before: then.map((path) => at(path, path === 'a/1' ? [CODEC] : [])),
    });
    expect(report.gate).toMatchObject({ passed: false, failed: 1 });
  });
});

describe('a baseline that has nothing to compare with', () => {
  const at = (path: string, findings = [CODEC]) =>
    kernel({ path, verdicts: [verdict({ findings })] });
  const BASELINE = '\nbaseline: before.json';

  it('is said to have nothing, where its policy names it', () => {
    const kernels = [at('a'), at('b'), at('c'), at('d'), at('e'), at('same'), at('fine', [])];
    expect(ruled(BASELINE, { kernels, before: [at('same')] }).notices).toEqual([
      {
        path: 'p.yml',
        line: 2,
        column: 11,
        level: 'notice',
        message:
          'no baseline kernel matches a, b, c and 3 more kernels: all its findings count as new, and lost boot paths are not reported',
      },
    ]);
  });

  it.each([
    [['same', 'x'], 'x of the baseline: the build may have lost it, unless another job checks it'],
    [
      ['u', 'same', 'v', 'w', 'x', 'y'],
      'u, v, w and 2 more kernels of the baseline: the build may have lost them, unless another job checks them',
    ],
  ])('names the kernels that are gone, and passes: %s', (then, reported) => {
    const before = then.map((path) => at(path));
    const report = ruled(BASELINE, { kernels: [at('same', [])], before });
    const place = { path: 'p.yml', line: 2, column: 11, level: 'notice' };
    expect(report.notices).toEqual([
      { ...place, message: `no checked kernel matches ${reported}` },
    ]);
    expect(report.gate.passed).toBe(true);
  });

  it('counts a kernel as gone whose name another one has now', () => {
    const kernels = [at('a/95'), at('a/x')];
    const policy = `kernels: {a: a}${BASELINE}`;
    expect(ruled(policy, { kernels, before: [at('a/94'), at('a/x')] }).notices).toMatchObject([
      { message: expect.stringContaining('no baseline kernel matches a/95: all its') },
      { message: expect.stringContaining('no checked kernel matches a/94 of') },
    ]);
  });

  it('compares many kernels in the time of one look at each', () => {
    const many = (letter: string) => Array.from({ length: 10_000 }, (_, i) => at(`${letter}${i}`));
    const { notices } = ruled(BASELINE, { kernels: many('n'), before: many('b') });
    expect(notices).toHaveLength(2);
  });

  it('reports that a baseline without a kernel knows none', () => {
    expect(ruled(BASELINE, { kernels: [at('a')], before: [] }).notices).toMatchObject([
      { message: expect.stringContaining('no baseline kernel matches a: all its') },
    ]);
  });

  it.each([
    ['every kernel is known', [at('a')], [at('a')]],
    ['it could not be read', [at('a')], null],
  ])('says nothing where %s', (_, kernels, before) => {
    expect(ruled(BASELINE, { kernels, before })).not.toHaveProperty('notices');
  });
});
