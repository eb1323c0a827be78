import { describe, expect, it } from 'vitest';
import { NO_POLICY, type TargetFilter } from '../../src/policy/policy.ts';
import { parseDays, settle } from '../../src/policy/settings.ts';
import { BOOT_PATHS } from '../../src/programs/boot-path.ts';
import { UsageError } from '../../src/text/usage-error.ts';
import { DEFAULT_MACHINE } from '../../src/xen/machine.ts';
import { build, builds, CALENDAR, idsOf } from '../support/builds.ts';

const NEWEST = build('4.22.0');
/** Builds that differ in nothing but their names: a million of them can be asked for. */
const many = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ ...NEWEST, id: `4.22.0+${at}` }));

const filter = (changes: Partial<TargetFilter>): TargetFilter => ({
  builds: null,
  binaries: [],
  boot: null,
  among: BOOT_PATHS,
  dom0Memory: null,
  guestMemory: null,
  ...changes,
});
const requiring = (...required: readonly TargetFilter[]) => ({
  ...NO_POLICY,
  targets: { ...NO_POLICY.targets, required },
});

describe('a run', () => {
  it('without a policy checks the supported releases on the paths that a kernel claims', () => {
    const { targets, ...settings } = settle(NO_POLICY, {}, CALENDAR);
    const limits = { failOn: 'fails', warnBeforeExpiry: 14, ...CALENDAR };
    expect(settings).toEqual({ policy: NO_POLICY, ...limits });
    expect(targets.map((one) => ({ ...one, builds: idsOf(one.builds) }))).toEqual([
      {
        builds: idsOf(builds('supported')),
        boot: 'auto',
        among: BOOT_PATHS,
        machine: DEFAULT_MACHINE,
      },
    ]);
  });

  it('checks a thousand builds, each counted once with one memory, and no more', () => {
    const most = many(1000);
    const targets = (list: readonly TargetFilter[]) =>
      settle(requiring(...list), {}, CALENDAR).targets;
    expect(targets([filter({ builds: most })])).toHaveLength(1);
    expect(targets([filter({ builds: most }), filter({ builds: most })])).toHaveLength(2);
    const refused = new UsageError('1001 Xen releases requested, more than the limit of 1000');
    expect(() => targets([filter({ builds: many(1001) })])).toThrow(refused);
    for (const key of ['dom0Memory', 'guestMemory'] as const) {
      const other = filter({ builds: [NEWEST], [key]: 2 ** 30 });
      expect(() => targets([filter({ builds: [...many(999), NEWEST] }), other])).toThrow(refused);
    }
  });
});

it.each([
  ['0', 0],
  ['14', 14],
  ['0007', 7],
  ['3650', 3650],
  ['3651', null],
  ['9999', null],
  ['00001', null],
  ['', null],
  ['-1', null],
  ['1.5', null],
  ['1e3', null],
  [' 1', null],
])('%j is %j days', (text, days) => {
  expect(parseDays(text)).toBe(days);
});
