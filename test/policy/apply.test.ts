import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/contract/report.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import { FAIL_ON } from '../../src/policy/policy.ts';
import { settle } from '../../src/policy/settings.ts';
import { parseBootList } from '../../src/programs/boot-list.ts';
import { CALENDAR } from '../support/builds.ts';
import { finding, kernel, verdict } from '../support/fixture-report.ts';
import { CODEC, KERNEL, type Run, ruled, verdicts, WARNING } from '../support/ruled.ts';

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

describe('products behind a finding', () => {
  const because = ['debian-12', 'xcp-ng-8.3'].map((product) => ({
    product,
    difference: 'no-domu-lzo',
    what: `${product} builds its toolstack without liblzo2`,
    certainty: 'shown' as const,
    from: null,
    evidence: [],
  }));
  const found = verdict({
    releases: ['debian-12', 'xcp-ng-8.3', '4.17.7'],
    findings: [finding({ because })],
  });
  const reasons = (policy: string) =>
    ruled(policy, { kernels: [kernel({ verdicts: [found] })] }).kernels.flatMap((one) =>
      one.verdicts.map(({ builds, findings }) => [
        builds.map(({ id }) => id).join(' '),
        findings.flatMap((one) => one.because?.map(({ product }) => product) ?? 'none').join(' '),
      ]),
    );

  it('stay with their builds where the policy separates these', () => {
    expect(
      reasons('targets: {ignored: {xen: [xcp-ng-8.3]}, allowed-to-fail: {xen: 4.17.7}}'),
    ).toEqual([
      ['debian-12', 'debian-12'],
      ['xcp-ng-8.3', 'xcp-ng-8.3'],
      ['4.17.7', 'none'],
    ]);
  });

  it('stay together where it does not', () => {
    const all = [['debian-12 xcp-ng-8.3 4.17.7', 'debian-12 xcp-ng-8.3']];
    expect(reasons('')).toEqual(all);
    expect(reasons('targets: {ignored: {boot: pv-domu}}')).toEqual(all);
  });
});

describe('the names of kernels', () => {
  it('are reported where no kernel has them', () => {
    const report = ruled('kernels:\n  a: build\n  gone: other\n  shadowed: build/vmlinuz');
    expect(report.kernels[0]?.name).toBe('a');
    expect(report.notices).toMatchObject([
      {
        line: 3,
        level: 'notice',
        message: "no checked kernel is at the paths of 'gone', 'shadowed'",
      },
    ]);
    expect(ruled('kernels: {a: build}')).not.toHaveProperty('notices');
  });

  it('are not listed without end', () => {
    const names = Array.from({ length: 30 }, (_, i) => `  n${i}: x${i}\n`).join('');
    const [notice] = ruled(`kernels:\n${names}`).notices ?? [];
    expect(notice?.message).toMatch(/'n0', .*'n9' and 20 more$/);
  });
});

describe('what is checked', () => {
  const asked = (policy: string, overrides = {}) =>
    settle(loadPolicy(policy, 'p.yml', CALENDAR), overrides, CALENDAR).targets.map(
      ({ builds, boot }) => [
        builds.map(({ release }) => release.minor).join(' '),
        boot === 'auto' ? boot : boot.map((named) => named.boot).join(),
      ],
    );

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

  it('is every release with some differences, and not with all that an untrusted user invents', () => {
    const one = ['every', 'every+no-pv32', 'every+no-dom0-gzip', 'every+no-dom0-bzip2'];
    const two = ['every+no-pv32+no-dom0-gzip', 'every+no-pv32+no-dom0-bzip2'];
    const three = ['every+no-dom0-gzip+no-dom0-bzip2', 'every+no-pv32+no-dom0-gzip+no-dom0-bzip2'];
    const policy = (xen: string[]) => `targets: {required: {xen: ${JSON.stringify(xen)}}}`;
    expect(() => asked(policy([...one, ...two, ...one]))).not.toThrow();
    expect(() => asked(policy([...one, ...two, ...three]))).toThrow(
      /^\d+ Xen releases requested, more than the limit of 1000$/,
    );
  });

  it('what the user asks for overrides the file', () => {
    const policy = 'targets: {required: {xen: 4.14, boot: pv-dom0}}\nfail-on: never';
    expect(asked(policy, { boot: parseBootList(['pv-domu']) })).toEqual([['4.14', 'pv-domu']]);
    expect(asked(policy, { builds: [] })).toEqual([['', 'pv-dom0']]);
    expect(ruled(policy).gate.passed).toBe(true);
    expect(ruled(policy, { failOn: 'fails' }).gate.passed).toBe(false);
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
    fc.record(
      {
        rule,
        targets: fc.array(someTargets, { minLength: 1, maxLength: 2 }),
        reason: fc.constant('r'),
        owner: fc.constant('o'),
        expires: fc.constant(expires),
      },
      { requiredKeys: ['rule', 'reason', 'owner', 'expires'] },
    );
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

  it('one kernel of the baseline accepts no more than one', () => {
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
        one.verdicts.flatMap((v) => v.builds.map(({ id }) => `${v.boot} ${id}`)).sort(),
      );
    fc.assert(
      fc.property(somePolicy, someKernels, (policy, kernels) => {
        expect(releases(ruled(JSON.stringify(policy), { kernels }))).toEqual(releases({ kernels }));
      }),
    );
  });
});
