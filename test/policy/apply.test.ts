import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeReport } from '../../src/gate.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import { FAIL_ON, type FailOn } from '../../src/policy/policy.ts';
import { settle } from '../../src/policy/settings.ts';
import type { Finding, KernelReport, Report } from '../../src/report/report.ts';
import { finding, kernel, verdict } from '../support/fixture-report.ts';

const TODAY = '2026-11-22';

interface Run {
  readonly kernels?: readonly KernelReport[];
  readonly before?: readonly KernelReport[] | null;
  readonly failOn?: FailOn;
  readonly today?: string;
}

const CODEC = finding();
const WARNING = finding({ rule: 'not-relocatable', level: 'warning' });
/** Fails on three releases, warns on one, boots on one. */
const KERNEL = kernel({
  verdicts: [
    verdict({ findings: [CODEC] }),
    verdict({ boot: 'pvh-dom0', releases: ['4.17.7'], findings: [WARNING] }),
    verdict({ boot: 'pv-dom0', releases: ['4.17.7'] }),
  ],
});

/** The report of a run under a policy. */
function ruled(policy: string, run: Run = {}): Report {
  const { kernels = [KERNEL], before = null, failOn, today = TODAY } = run;
  const settings = settle(loadPolicy(policy, 'p.yml', today), { failOn }, today);
  return makeReport({ kernels, problems: [], before }, settings);
}

/** `pv-domu 4.14.6 fails: unknown-codec waived`, a line for each verdict. */
function verdicts({ kernels }: Report): string[] {
  const mark = ({ rule, waiver, known }: Finding) =>
    [rule, waiver && 'waived', known && 'known'].filter(Boolean).join(' ');
  return kernels.flatMap((one) =>
    one.verdicts.map(({ boot, releases, status, role, findings }) =>
      [boot, ...releases, status, role, ...findings.map(mark)].filter(Boolean).join(' '),
    ),
  );
}

const waiver = (rest = '', expires = '2026-11-22') =>
  `waivers: [{rule: codec-unsupported, reason: r, owner: o, expires: ${expires}${rest}}]`;
const CODEC_RULE = finding({ rule: 'codec-unsupported' });
const WAIVABLE = kernel({ verdicts: [verdict({ findings: [CODEC_RULE] })] });

describe('without a policy', () => {
  it('nothing is marked', () => {
    const report = ruled('');
    expect(report.kernels).toEqual([KERNEL]);
    expect(report.gate).toEqual({ passed: false, failed: 3, warned: 1, waived: 0 });
    expect(report).not.toHaveProperty('notices');
  });
});

describe('targets', () => {
  it('what is allowed to fail warns, whatever else is required', () => {
    const report = ruled('targets: {allowed-to-fail: {boot: pv-domu}}');
    expect(verdicts(report)).toEqual([
      'pv-domu 4.14.6 4.15.5 4.16.7 fails allowed-to-fail unknown-codec',
      'pvh-dom0 4.17.7 warns not-relocatable',
      'pv-dom0 4.17.7 boots',
    ]);
    expect(report.gate).toEqual({ passed: true, failed: 0, warned: 4, waived: 0 });
  });

  it('releases that count differently stand apart', () => {
    const report = ruled('targets: {allowed-to-fail: {xen: 4.14}, ignored: {xen: 4.15.5}}');
    expect(verdicts(report).slice(0, 3)).toEqual([
      'pv-domu 4.14.6 fails allowed-to-fail unknown-codec',
      'pv-domu 4.15.5 fails ignored unknown-codec',
      'pv-domu 4.16.7 fails unknown-codec',
    ]);
    expect(report.gate).toEqual({ passed: false, failed: 1, warned: 2, waived: 0 });
  });

  it('what is ignored before it is allowed counts for nothing', () => {
    const report = ruled('targets: {allowed-to-fail: {boot: pv-domu}, ignored: {boot: pv-domu}}');
    expect(report.gate).toEqual({ passed: true, failed: 0, warned: 1, waived: 0 });
  });

  it.each(FAIL_ON)('a kernel of which all is ignored was not checked (fail-on %s)', (failOn) => {
    const policy = 'targets: {ignored: {boot: [pv-dom0, pvh-dom0, pv-domu, pvh-domu]}}';
    expect(ruled(policy, { failOn }).gate.passed).toBe(false);
  });

  it('fail-on warns tolerates what is allowed to fail', () => {
    const policy = 'targets: {allowed-to-fail: {boot: [pv-domu, pvh-dom0]}}\nfail-on: warns';
    expect(ruled(policy).gate).toMatchObject({ passed: true, warned: 4 });
    expect(
      ruled('', {
        failOn: 'warns',
        kernels: [kernel({ verdicts: [verdict({ findings: [WARNING] })] })],
      }).gate.passed,
    ).toBe(false);
  });
});

describe('what is judged', () => {
  const asked = (policy: string, wishes = {}) =>
    settle(loadPolicy(policy, 'p.yml', TODAY), wishes, TODAY).targets.map(({ releases, boot }) => [
      releases.map(({ minor }) => minor).join(' '),
      String(boot),
    ]);

  it.each([
    ['', [['4.17 4.18 4.19 4.20 4.21 4.22', 'auto']]],
    ['targets: {required: {xen: 4.14}}', [['4.14', 'auto']]],
    [
      'targets: {required: [{xen: 4.14}, {xen: 4.15, boot: pv-dom0}], allowed-to-fail: {xen: 4.1}}',
      [
        ['4.14', 'auto'],
        ['4.15', 'pv-dom0'],
        ['4.1', 'auto'],
      ],
    ],
    ['targets: {required: {xen: 4.14}, ignored: {xen: all}}', [['4.14', 'auto']]],
  ])('%s', (policy, expected) => {
    expect(asked(policy)).toEqual(expected);
  });

  it('what the user asks for overrides the file', () => {
    const policy = 'targets: {required: {xen: 4.14, boot: pv-dom0}}\nfail-on: never';
    expect(asked(policy, { boot: ['pv-domu'] })).toEqual([['4.14', 'pv-domu']]);
    expect(asked(policy, { releases: [] })).toEqual([['', 'pv-dom0']]);
    expect(ruled(policy).gate.passed).toBe(true);
    expect(ruled(policy, { failOn: 'fails' }).gate.passed).toBe(false);
  });
});

describe('a waiver', () => {
  it('excuses on its last day, and stays visible', () => {
    const report = ruled(waiver(), { kernels: [WAIVABLE] });
    expect(report.gate).toEqual({ passed: true, failed: 0, warned: 0, waived: 3 });
    const [found] = report.kernels[0]?.verdicts[0]?.findings ?? [];
    expect(found?.waiver).toEqual({ reason: 'r', owner: 'o', expires: '2026-11-22' });
    expect(report).not.toHaveProperty('notices');
  });

  it('expired holds no longer, and is told', () => {
    const report = ruled(waiver('', '2026-11-21'), { kernels: [WAIVABLE] });
    expect(report.gate).toMatchObject({ passed: false, failed: 3, waived: 0 });
    expect(report.notices).toEqual([
      {
        path: 'p.yml',
        line: 1,
        column: 11,
        level: 'warning',
        message:
          'the waiver of codec-unsupported expired on 2026-11-21 and holds no longer; owner: o',
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
  ])('that fits nothing is told: %s', (_, rest, kernels) => {
    const report = ruled(waiver(rest), { kernels });
    expect(report.gate.waived).toBe(0);
    expect(report.notices).toMatchObject([
      { level: 'notice', message: expect.stringMatching(/not needed.*owner: o/) },
    ]);
  });

  it('for no kernel that was judged is told, too', () => {
    const report = ruled(waiver(', kernels: [other/*, vmlinux]'), { kernels: [WAIVABLE] });
    expect(report.gate.waived).toBe(0);
    expect(report.notices).toMatchObject([
      {
        level: 'notice',
        message:
          "the waiver of codec-unsupported excuses nothing: no kernel that was judged is 'other/*', 'vmlinux'; owner: o",
      },
    ]);
  });

  it.each([
    ['its name', 'kernels: {cloud: build}\n', ', kernels: cloud'],
    ['its path', '', ', kernels: build/vmlinuz'],
    ['a pattern', '', ', kernels: [x, "**/vmlinuz*"]'],
  ])('finds a kernel by %s', (_, names, rest) => {
    expect(ruled(names + waiver(rest), { kernels: [WAIVABLE] }).gate.waived).toBe(3);
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

  it('knows nothing of other releases and boot paths', () => {
    const report = ruled('', { before: [at('build/vmlinuz')] });
    expect(verdicts(report).slice(0, 2)).toEqual([
      'pv-domu 4.14.6 fails unknown-codec known',
      'pv-domu 4.15.5 4.16.7 fails unknown-codec',
    ]);
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
  ])('excuses no kernel for what %s had', (_, now, then, failing) => {
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
    expect(ruled(BASELINE, { kernels, before: [at('same'), at('x')] }).notices).toEqual([
      {
        path: 'p.yml',
        line: 2,
        column: 11,
        level: 'notice',
        message:
          'the baseline has nothing that is the same kernel as a, b, c and 2 more kernels: all that is found there counts as new',
      },
    ]);
  });

  it('tells that a baseline without a kernel knows none', () => {
    expect(ruled(BASELINE, { kernels: [at('a')], before: [] }).notices).toMatchObject([
      { message: expect.stringContaining('the same kernel as a: all') },
    ]);
  });

  it.each([
    ['every kernel is known', [at('a')], [at('a')]],
    ['nothing is found', [at('a', []), at('b', [])], [at('x')]],
    ['it could not be read', [at('a')], null],
  ])('says nothing where %s', (_, kernels, before) => {
    expect(ruled(BASELINE, { kernels, before })).not.toHaveProperty('notices');
  });
});

describe('laws', () => {
  const rule = fc.constantFrom('codec-unsupported', 'unknown-feature', 'not-relocatable');
  const someVerdict = fc
    .record({
      boot: fc.constantFrom('pv-dom0' as const, 'pv-domu' as const),
      releases: fc.subarray(['4.14.6', '4.15.5', '4.16.7'], { minLength: 1 }),
      findings: fc.array(
        fc
          .record({ rule, level: fc.constantFrom('error' as const, 'warning' as const) })
          .map(finding),
        { maxLength: 3 },
      ),
    })
    .map(verdict);
  const someKernels = fc.uniqueArray(
    fc
      .record({
        path: fc.constantFrom('a/k', 'b/k', 'c'),
        verdicts: fc.array(someVerdict, { minLength: 1, maxLength: 4 }),
      })
      .map(kernel),
    { minLength: 1, maxLength: 3, selector: ({ path }) => path },
  );
  const someTargets = fc.record({
    xen: fc.constantFrom('4.14.x', '4.15.5', '4.15.x,4.16.x'),
    boot: fc.constantFrom('pv-dom0', 'pv-domu', 'auto'),
  });
  const waiverUntil = (expires: string) =>
    fc.record({
      rule,
      targets: fc.array(someTargets, { maxLength: 2 }),
      reason: fc.constant('r'),
      owner: fc.constant('o'),
      expires: fc.constant(expires),
    });
  const somePolicy = fc.record({
    targets: fc.record({
      'allowed-to-fail': fc.array(someTargets, { maxLength: 2 }),
      ignored: fc.array(someTargets, { maxLength: 1 }),
    }),
    waivers: fc.array(waiverUntil('2027-01-31'), { maxLength: 2 }),
    'fail-on': fc.constantFrom(...FAIL_ON),
  });
  const passes = (policy: object, run: Run) => ruled(JSON.stringify(policy), run).gate.passed;

  it('one more waiver never fails what passed', () => {
    fc.assert(
      fc.property(somePolicy, waiverUntil('2027-01-31'), someKernels, (policy, more, kernels) => {
        const before = passes(policy, { kernels });
        const after = passes({ ...policy, waivers: [...policy.waivers, more] }, { kernels });
        expect(after || !before).toBe(true);
      }),
    );
  });

  it('an expired waiver changes nothing but the notices', () => {
    fc.assert(
      fc.property(somePolicy, waiverUntil('2026-11-21'), someKernels, (policy, more, kernels) => {
        const before = ruled(JSON.stringify(policy), { kernels });
        const longer = { ...policy, waivers: [...policy.waivers, more] };
        const { notices = [], ...after } = ruled(JSON.stringify(longer), { kernels });
        expect({ ...after, notices: undefined }).toEqual({ ...before, notices: undefined });
        expect(notices).toHaveLength((before.notices?.length ?? 0) + 1);
      }),
    );
  });

  it('one more target that may fail never fails what passed', () => {
    fc.assert(
      fc.property(somePolicy, someTargets, someKernels, (policy, more, kernels) => {
        const { targets } = policy;
        const longer = [...targets['allowed-to-fail'], more];
        const before = passes(policy, { kernels });
        const after = passes(
          { ...policy, targets: { ...targets, 'allowed-to-fail': longer } },
          { kernels },
        );
        expect(after || !before).toBe(true);
      }),
    );
  });

  it('against itself as the baseline nothing fails that was checked', () => {
    fc.assert(
      fc.property(someKernels, fc.constantFrom(...FAIL_ON), (kernels, failOn) => {
        expect(ruled('', { kernels, before: kernels, failOn }).gate.passed).toBe(true);
      }),
    );
  });

  it('one kernel of the baseline excuses no more than one', () => {
    const names = fc.constantFrom('', 'kernels: {all: [a, b]}', 'kernels: {a: a, b: b}');
    const somePaths = fc.uniqueArray(fc.constantFrom('a/1', 'a/2', 'a/3', 'b/1', 'b/2', 'c'));
    fc.assert(
      fc.property(names, somePaths, somePaths, (policy, now, then) => {
        const at = (path: string) =>
          kernel({ path, verdicts: [verdict({ findings: [CODEC], releases: ['4.14.6'] })] });
        const { gate } = ruled(policy, { kernels: now.map(at), before: then.map(at) });
        expect(gate.warned).toBeLessThanOrEqual(then.length);
        expect(gate.warned).toBeGreaterThanOrEqual(
          now.filter((path) => then.includes(path)).length,
        );
      }),
    );
  });

  it('no release gets lost or counted twice', () => {
    const releases = ({ kernels }: Pick<Report, 'kernels'>) =>
      kernels.map((one) =>
        one.verdicts.flatMap((v) => v.releases.map((r) => `${v.boot} ${r}`)).sort(),
      );
    fc.assert(
      fc.property(somePolicy, someKernels, (policy, kernels) => {
        expect(releases(ruled(JSON.stringify(policy), { kernels }))).toEqual(releases({ kernels }));
      }),
    );
  });
});
