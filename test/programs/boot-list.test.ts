import { describe, expect, it } from 'vitest';
import { parseBootList, wayOn } from '../../src/programs/boot-list.ts';
import { wayId, wayLabel } from '../../src/programs/boot-way.ts';
import { findGrubRelease, GRUB_RELEASES } from '../../src/programs/grub/releases.ts';
import { FAMILIES } from '../../src/programs/xen/products/index.ts';
import { builds } from '../support/builds.ts';

const NEWEST = GRUB_RELEASES.at(-1)?.version;

function ids(...names: string[]): string {
  const list = parseBootList(names);
  return list === 'auto' ? list : list.map(wayId).join(' ');
}

describe('a list of boot paths', () => {
  it.each([
    [[], 'auto'],
    [['auto'], 'auto'],
    [['pvh-domu', 'pv-dom0', 'pvh-domu'], 'pv-dom0 pvh-domu'],
    [['pvgrub-domu', 'pygrub-domu'], 'pygrub-domu pvgrub-domu'],
    [['pvgrub-domu@2.12', 'pvgrub-domu@2.06'], 'pvgrub-domu@2.06 pvgrub-domu@2.12'],
    [['pvgrub-domu@2.02~beta2', 'pvgrub-domu@2.02-beta2'], 'pvgrub-domu@2.02-beta2'],
    [['pvgrub-domu@2.02', 'pvgrub-domu@2.02~beta3'], 'pvgrub-domu@2.02-beta3 pvgrub-domu@2.02'],
    [['pvhgrub-domu@2.06', 'pvgrub-domu@2.14'], 'pvgrub-domu@2.14 pvhgrub-domu@2.06'],
  ])('%j is %s', (names, expected) => {
    expect(ids(...names)).toBe(expected);
  });

  it('has every release of GRUB for @all, each once', () => {
    const all = GRUB_RELEASES.map(({ version }) => `pvgrub-domu@${version}`).join(' ');
    expect(ids('pvgrub-domu@all', 'pvgrub-domu@2.06')).toBe(all);
  });

  it('leaves releases out of @all that do not have the path', () => {
    expect(ids('pvhgrub-domu@all')).toBe(
      'pvhgrub-domu@2.04 pvhgrub-domu@2.06 pvhgrub-domu@2.12 pvhgrub-domu@2.14',
    );
    expect(ids('pvhgrub-domu@2.02')).toBe('pvhgrub-domu@2.02');
  });

  it.each([
    ['grub', "'grub' is no boot path: write pvgrub-domu or pvhgrub-domu"],
    ['grub@2.06', "'grub' is no boot path: write pvgrub-domu@2.06 or pvhgrub-domu@2.06"],
    ['2.06', "'2.06' is no boot path: write pvgrub-domu@2.06 or pvhgrub-domu@2.06"],
    ['pvgrub', "unknown boot path 'pvgrub': did you mean pvgrub-domu?"],
    ['pvgrub-domu@2.07', "unknown release of GRUB '2.07': did you mean 2.06?"],
    ['pvgrub-domu@2.6', "unknown release of GRUB '2.6': did you mean 2.06?"],
    ['pvgrub-domu@2.02-beta', "unknown release of GRUB '2.02-beta': did you mean 2.02"],
    [
      'pvgrub-domu@2.06-13+deb12u1',
      "unknown release of GRUB '2.06-13+deb12u1': did you mean 2.06?",
    ],
    ['pvgrub-domu@', "unknown release of GRUB '': it is one of 2.14, 2.12, "],
    [
      'pv-domu@2.06',
      "'pv-domu@2.06' cannot have a release of GRUB: only pvgrub-domu or pvhgrub-domu can",
    ],
    ['auto@2.06', "'auto@2.06' cannot have a release of GRUB"],
    ['pv-domu pvh-domu', "'pv-domu pvh-domu' lacks a comma between its boot paths"],
    [
      'pv-domu, pvh-domu',
      "'pv-domu, pvh-domu' is several boot paths: write [pv-domu, pvh-domu], a list",
    ],
  ])('%s is answered', (name, answer) => {
    expect(() => parseBootList([name])).toThrow(answer);
  });

  it('does not mix what is named with auto', () => {
    expect(() => parseBootList(['auto', 'pv-domu'])).toThrow("'auto' or a list, not both");
  });
});

describe('a boot path on a build of Xen', () => {
  const label = (name: string, xen: string) => {
    const [named] = parseBootList([name]);
    const [build] = builds(xen);
    if (named === undefined || typeof named === 'string' || build === undefined) throw new Error();
    return wayLabel(wayOn(named, build));
  };

  it.each([
    ['pv-domu', 'debian-12', 'pv-domu'],
    ['pvgrub-domu', 'debian-12', 'pvgrub-domu · GRUB 2.06'],
    ['pvgrub-domu', 'debian-13', 'pvgrub-domu · GRUB 2.12'],
    ['pvhgrub-domu', 'debian-12', 'pvhgrub-domu · GRUB 2.06'],
    ['pvgrub-domu@2.14', 'debian-12', 'pvgrub-domu · GRUB 2.14'],
    ['pvgrub-domu', '4.17.7', `pvgrub-domu · GRUB ${NEWEST}`],
    ['pvgrub-domu', 'qubes-4.2', `pvgrub-domu · GRUB ${NEWEST}`],
  ])('%s on %s is %s', (name, xen, expected) => {
    expect(label(name, xen)).toBe(expected);
  });

  it('every GRUB of a product is a known release', () => {
    for (const { id, guests } of FAMILIES.flatMap(({ products }) => products)) {
      if (guests.grub !== null) expect(findGrubRelease(guests.grub)?.version, id).toBe(guests.grub);
    }
  });
});
