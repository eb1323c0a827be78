import { describe, expect, it } from 'vitest';
import { claimedPaths, missingClaims } from '../../src/xen/claims.ts';

const note = (type: number, value = '0x1000000', name = `type ${type}`) => ({
  type,
  name,
  value,
  offset: 0,
});

const ENTRY = note(1);
const VIRT_BASE = note(3);
const LOADER = note(8, 'generic');
const GUEST_VERSION = note(7, '2.6');
const PHYS32_ENTRY = note(18);
const XEN_GUEST = note(0, 'GUEST_OS=linux,XEN_VER=xen-3.0', '__xen_guest');
const supported = (value: string) => note(17, value);
const features = (value: string) => note(10, value);

const PV = ['pv-dom0', 'pv-domu'];
const PVH = ['pvh-dom0', 'pvh-domu'];
const ALL = ['pv-dom0', 'pvh-dom0', 'pv-domu', 'pvh-domu'];

it('says why a path is not claimed', () => {
  const noPvh = 'phys32-entry';
  const noDom0 = 'dom0';
  expect(missingClaims([ENTRY, supported('0x1')])).toEqual({
    'pv-dom0': noDom0,
    'pvh-dom0': noPvh,
    'pv-domu': null,
    'pvh-domu': noPvh,
    'pygrub-domu': null,
    'pvgrub-domu': null,
    'pvhgrub-domu': noPvh,
  });
  expect(missingClaims([PHYS32_ENTRY])['pv-domu']).toBe('entry');
});

describe('the boot paths that a kernel claims', () => {
  it.each([
    ['ENTRY', [ENTRY], PV],
    ['PHYS32_ENTRY', [PHYS32_ENTRY], PVH],
    ['both', [ENTRY, PHYS32_ENTRY], ALL],
    ['a __xen_guest section', [XEN_GUEST], PV],
    ['notes of PV without an entry', [VIRT_BASE], PV],
    ['notes of PV without an entry, but PHYS32_ENTRY', [VIRT_BASE, LOADER, PHYS32_ENTRY], PVH],
    ['no notes', [], []],
    ['only notes that no boot needs', [GUEST_VERSION], []],
    ['SUPPORTED_FEATURES with dom0', [ENTRY, supported('0x8801')], PV],
    [
      'SUPPORTED_FEATURES without dom0',
      [ENTRY, PHYS32_ENTRY, supported('0x8001')],
      ['pv-domu', 'pvh-domu'],
    ],
    ['dom0 in the second word only', [ENTRY, supported('0x1 0x800')], ['pv-domu']],
    ['an empty SUPPORTED_FEATURES', [ENTRY, supported('')], ['pv-domu']],
    ['dom0 by name', [ENTRY, supported('0x1'), features('a|dom0')], PV],
    ['dom0 by name, required', [ENTRY, supported('0x1'), features('!dom0|a')], PV],
    ['a name that only contains dom0', [ENTRY, supported('0x1'), features('dom01')], ['pv-domu']],
  ])('%s', (_, notes, paths) => {
    expect(claimedPaths(notes)).toEqual(paths);
  });
});

/** By their numbers in xen/include/public/elfnote.h. */
const ENTRIES: Readonly<Record<number, readonly string[]>> = { 1: PV, 18: PVH };
const FOR_PV_ALONE = [2, 3, 5, 6, 8];

it.each(Array.from({ length: 22 }, (_, type) => type))('note %i claims what it is for', (type) => {
  const alone = FOR_PV_ALONE.includes(type) ? PV : (ENTRIES[type] ?? []);
  expect(claimedPaths([note(type)])).toEqual(alone);
  if (type !== 1) expect(claimedPaths([note(type), PHYS32_ENTRY])).toEqual(expectedWithPvh(type));
});

/** SUPPORTED_FEATURES without the feature dom0 takes the paths of dom0 away. */
function expectedWithPvh(type: number): readonly string[] {
  return type === 17 ? ['pvh-domu'] : PVH;
}
