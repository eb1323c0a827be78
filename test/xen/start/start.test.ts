import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../src/bytes/bytes.ts';
import { openKernel } from '../../../src/kernel/open.ts';
import type { XenPath } from '../../../src/programs/boot-path.ts';
import { checkKernel } from '../../../src/xen/check-kernel.ts';
import { builds } from '../../support/builds.ts';
import {
  buildElf,
  type ElfSpec,
  loadSegment,
  type Note,
  noteSection,
  noteSegment,
  notes,
} from '../../support/elf-builder.ts';

const PHYSICAL = 0x100_0000;
const BASE = 0xffff_ffff_8000_0000n;

/** A kernel of 2 MiB at 16 MiB, with `list` for notes. */
function kernelFile(list: readonly Note[], spec: ElfSpec = {}): Uint8Array {
  return buildElf({
    entry: PHYSICAL,
    segments: [
      loadSegment(new Uint8Array(16), { paddr: PHYSICAL, memSize: 0x20_0000 }),
      ...(list.length > 0 ? [noteSegment(notes(list, { bits: spec.bits ?? 64 }))] : []),
    ],
    sections: [{ type: 1, name: '.text', data: new Uint8Array(4) }],
    ...spec,
  });
}

/** What one release does with a file: whether it loads, and the findings. */
async function boot(file: Uint8Array, path: XenPath, version: string) {
  const kernel = await openKernel(bytesSource(file));
  const release = builds(version);
  const [verdict] = await kernel.examine(() => checkKernel(kernel, path, release));
  return { loads: verdict?.loads, rules: verdict?.refusals.map(({ rule }) => rule) };
}

const ENTRY = { type: 1, value: BASE + BigInt(PHYSICAL) };
const HYPERCALL_PAGE = { type: 2, value: BASE + BigInt(PHYSICAL) + 0x1000n };
const VIRT_BASE = { type: 3, value: BASE };
const XEN_VERSION = { type: 5, value: 'xen-3.0' };
const LINUX = { type: 6, value: 'linux' };
const LOADER = { type: 8, value: 'generic' };
const PAE = { type: 9, value: 'yes' };
const FEATURES = { type: 10, value: '!writable_page_tables' };
const HV_START_LOW = { type: 12, value: 0xffff_8000_0000_0000n };
const PHYS32_ENTRY = { type: 18, value: BigInt(PHYSICAL) };
const RELOC = {
  type: 19,
  value: Uint8Array.of(0, 0, 0x20, 0, 0, 0, 0, 1, 0xff, 0xff, 0xff, 0x3f),
};
const supported = (bits: number) => ({ type: 17, value: Uint8Array.of(bits, bits >> 8, 0, 0) });

const LINUX_PV = [LINUX, XEN_VERSION, VIRT_BASE, ENTRY, FEATURES, PAE, HYPERCALL_PAGE, LOADER];
/** Linux 6.13 and later without CONFIG_XEN_PV. */
const LINUX_PVH = [LINUX, XEN_VERSION, LOADER, PHYS32_ENTRY, RELOC];

describe('a kernel for PVH only', () => {
  const file = kernelFile([...LINUX_PVH, supported(0x8800)]);

  it.each(['pv-dom0', 'pv-domu'] as const)('loads on %s and dies', async (path) => {
    expect(await boot(file, path, '4.17.7')).toEqual({ loads: true, rules: ['pvh-only-kernel'] });
  });

  it('and with HYPERCALL_PAGE, as before 6.13, is refused: the page is nowhere', async () => {
    const older = kernelFile([...LINUX_PVH, HYPERCALL_PAGE]);
    expect(await boot(older, 'pv-dom0', '4.17.7')).toEqual({
      loads: false,
      rules: ['hypercall-page-outside-image'],
    });
    expect(await boot(older, 'pv-domu', '4.17.7')).toEqual({
      loads: false,
      rules: ['hypercall-page-outside-guest'],
    });
  });

  it.each(['pvh-dom0', 'pvh-domu'] as const)('boots on %s', async (path) => {
    expect(await boot(file, path, '4.22.0')).toEqual({ loads: true, rules: [] });
  });

  it('that says nothing else of itself dies where PV takes it', async () => {
    const solo = kernelFile([PHYS32_ENTRY]);
    expect(await boot(solo, 'pv-domu', '4.12.4')).toEqual({
      loads: true,
      rules: ['pvh-only-kernel'],
    });
    expect(await boot(solo, 'pvh-domu', '4.12.4')).toEqual({ loads: true, rules: [] });
  });

  it('and for PV of another system without ENTRY is no such kernel', async () => {
    const both = kernelFile([{ type: 6, value: 'Mini-OS' }, XEN_VERSION, LOADER, PHYS32_ENTRY]);
    expect(await boot(both, 'pv-domu', '4.17.7')).toEqual({ loads: true, rules: [] });
  });
});

describe('PHYS32_ENTRY without the code for Xen PVH', () => {
  it('shows in Linux 6.5 and later', async () => {
    const file = kernelFile([...LINUX_PV, PHYS32_ENTRY, RELOC, supported(0x0801)]);
    expect(await boot(file, 'pvh-domu', '4.17.7')).toEqual({
      loads: true,
      rules: ['phys32-entry-without-pvh'],
    });
    expect(await boot(file, 'pv-domu', '4.17.7')).toEqual({ loads: true, rules: [] });
  });

  it('does not show in Linux 4.11 to 4.16, which did not know the bit', async () => {
    const file = kernelFile([...LINUX_PV, HV_START_LOW, PHYS32_ENTRY, supported(0x0801)]);
    expect(await boot(file, 'pvh-domu', '4.17.7')).toEqual({ loads: true, rules: [] });
  });

  it('is no matter for kernels that are not Linux', async () => {
    const freebsd = [{ type: 6, value: 'FreeBSD' }, XEN_VERSION, LOADER, PHYS32_ENTRY];
    expect(await boot(kernelFile(freebsd), 'pvh-domu', '4.17.7')).toEqual({
      loads: true,
      rules: [],
    });
  });
});

describe('what is no fault', () => {
  it.each([
    ['no HYPERCALL_PAGE', LINUX_PV.filter((note) => note !== HYPERCALL_PAGE)],
    ['note types that are unknown', [...LINUX_PV, { type: 99, value: 1n }, { type: 0, value: 1n }]],
    [
      'another GUEST_OS with the generic loader',
      [{ type: 6, value: 'robux' }, ...LINUX_PV.slice(1)],
    ],
    [
      'notes of others between',
      [...LINUX_PV.slice(0, 2), { owner: 'GNU', type: 3, value: 7n }, ...LINUX_PV.slice(2)],
    ],
  ])('%s', async (_what, list) => {
    const file = kernelFile(list);
    for (const version of ['4.1.6.1', '4.8.5', '4.15.7', '4.22.0']) {
      for (const path of ['pv-dom0', 'pv-domu'] as const) {
        expect(await boot(file, path, version), `${path} ${version}`).toEqual({
          loads: true,
          rules: [],
        });
      }
    }
  });
});

it('a PVH dom0 that cannot be moved is warned of, from where Xen would move it', async () => {
  const file = kernelFile([...LINUX_PVH.filter((note) => note !== RELOC), supported(0x8800)]);
  expect(await boot(file, 'pvh-dom0', '4.18.6')).toEqual({ loads: true, rules: [] });
  expect(await boot(file, 'pvh-dom0', '4.19.0')).toEqual({
    loads: true,
    rules: ['not-relocatable'],
  });
});

it('the toolstack takes a 32-bit ELF file without notes for firmware', async () => {
  const firmware = kernelFile([], { bits: 32, machine: 3 });
  expect(await boot(firmware, 'pvh-domu', '4.17.7')).toEqual({
    loads: true,
    rules: ['taken-for-firmware'],
  });
  expect(await boot(firmware, 'pv-domu', '4.17.7')).toEqual({
    loads: false,
    rules: ['no-xen-notes'],
  });
});

describe('notes that Xen does not reach', () => {
  const padded = (list: readonly Note[]) => notes(list, { align: 8 });
  const property = { owner: 'GNU', type: 5, value: new Uint8Array(12) };

  it('are behind a note that is padded to 8 bytes', async () => {
    const segment = noteSegment(padded([...LINUX_PV.slice(0, 4), property, ...LINUX_PV.slice(4)]), {
      align: 8,
    });
    const load = loadSegment(new Uint8Array(16), { paddr: PHYSICAL, memSize: 0x20_0000 });
    const file = buildElf({ entry: PHYSICAL, segments: [load, segment] });
    const { rules } = await boot(file, 'pv-dom0', '4.22.0');
    expect(rules).toContain('notes-lost');
  });

  it('are in a section while the segments have others', async () => {
    const file = kernelFile(LINUX_PV, { sections: [noteSection(notes([PHYS32_ENTRY]))] });
    expect(await boot(file, 'pv-dom0', '4.22.0')).toEqual({ loads: true, rules: ['notes-lost'] });
  });

  it('are none where the same notes are in a segment and in a section', async () => {
    const data = notes(LINUX_PV);
    const load = loadSegment(new Uint8Array(16), { paddr: PHYSICAL, memSize: 0x20_0000 });
    const at = 0x200;
    const file = buildElf({
      entry: PHYSICAL,
      segments: [load, noteSegment(data, { offset: at })],
      sections: [noteSection(data, { offset: at })],
    });
    expect(await boot(file, 'pv-dom0', '4.22.0')).toEqual({ loads: true, rules: [] });
  });
});
