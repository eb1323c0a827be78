import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../src/contract/outcome.ts';
import { publishKernel } from '../../src/contract/published.ts';
import { applyPolicy } from '../../src/policy/apply.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import { CALENDAR } from '../support/builds.ts';
import { finding, kernel, verdict } from '../support/fixture-report.ts';

const FAILS = { boot: 'pvgrub-domu', findings: [finding()] } as const;

/** The same kernel behind three releases of GRUB, on a release of Xen and on a product with a GRUB. */
const KERNEL = kernel({
  verdicts: [
    verdict({ ...FAILS, grub: '2.06', releases: ['4.17.7', 'debian-12'] }),
    verdict({ ...FAILS, grub: '2.12', releases: ['4.17.7'] }),
    verdict({ ...FAILS, grub: '2.14', releases: ['4.17.7'] }),
  ],
});

/** What counts how: `2.06 debian-12`, by the outcome. */
function outcomes(policy: string, baseline: readonly ReturnType<typeof publishKernel>[] | null) {
  const settings = {
    policy: loadPolicy(policy, 'p.yml', CALENDAR),
    today: CALENDAR.today,
    warnBeforeExpiry: 14,
  };
  const { kernels } = applyPolicy(settings, [KERNEL], baseline);
  const verdicts = kernels.flatMap((one) => one.verdicts);
  return (outcome: string) =>
    verdicts
      .filter((one) => outcomeOf(one) === outcome)
      .flatMap(({ grub, builds }) => builds.map(({ id }) => `${grub} ${id}`));
}

describe('a policy for boot paths of GRUB', () => {
  it.each([
    ['pvgrub-domu@2.12', ['2.12 4.17.7']],
    ['[pvgrub-domu@2.06, pvgrub-domu@2.14]', ['2.06 4.17.7', '2.06 debian-12', '2.14 4.17.7']],
    ['pvgrub-domu@all', ['2.06 4.17.7', '2.06 debian-12', '2.12 4.17.7', '2.14 4.17.7']],
    // The newest, and of a product its own: what the same words ask for.
    ['pvgrub-domu', ['2.06 debian-12', '2.14 4.17.7']],
    ['pvhgrub-domu@all', []],
    ['pv-domu', []],
  ])('means the releases that it asks for: %s', (boot, expected) => {
    const policy = `targets: {allowed-to-fail: {boot: ${boot}}}`;
    expect(outcomes(policy, null)('allowed-to-fail').sort()).toEqual(expected);
    const waiver = `waivers: {rule: unknown-codec, targets: {boot: ${boot}}, reason: r, owner: o, expires: 2027-01-31}`;
    expect(outcomes(waiver, null)('waived').sort()).toEqual(expected);
  });

  it('means all of them where no boot path is named', () => {
    const policy = 'targets: {ignored: {guest-memory: 4GiB}}';
    expect(outcomes(policy, null)('ignored')).toHaveLength(4);
  });

  it('compares with the baseline of the same release', () => {
    const before = publishKernel(kernel({ verdicts: KERNEL.verdicts.slice(0, 1) }));
    const of = outcomes('baseline: b.json', [before]);
    expect(of('known')).toEqual(['2.06 4.17.7', '2.06 debian-12']);
    expect(of('fails')).toEqual(['2.12 4.17.7', '2.14 4.17.7']);
  });

  it.each([
    ['pvgrub-domu@2.07', "1:27: unknown release of GRUB '2.07': did you mean 2.06?"],
    ['pv-domu@2.06', "1:27: 'pv-domu@2.06' cannot have a release of GRUB"],
    ['pvgrub', "1:27: unknown boot path 'pvgrub': did you mean pvgrub-domu?"],
  ])('answers a mistake with its place: %s', (boot, answer) => {
    const text = `targets: {ignored: {boot: ${boot}}}`;
    expect(() => loadPolicy(text, 'p.yml', CALENDAR)).toThrow(answer);
  });
});
