import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../src/bytes/bytes.ts';
import { openKernel } from '../../../src/kernel/open.ts';
import type { XenPath } from '../../../src/programs/boot-path.ts';
import { checkKernel } from '../../../src/xen/check-kernel.ts';
import { builds } from '../../support/builds.ts';
import { buildElf, loadSegment, noteSegment, notes } from '../../support/elf-builder.ts';

/** What builds of Xen do with a kernel: their names, whether it loads, the rules, and Xen's words. */
async function boot(file: Uint8Array, path: XenPath, xen: string) {
  const kernel = await openKernel(bytesSource(file));
  return kernel.examine(() =>
    checkKernel(kernel, path, builds(xen)).flatMap(({ builds, loads, refusals }) =>
      builds.map(({ id }) => [
        id,
        loads || refusals.map(({ rule, xenSays }) => `${rule}: ${xenSays}`).join(),
      ]),
    ),
  );
}

/** A 32-bit PV kernel with a PAE_MODE note of this text. */
function i386(pae: string): Uint8Array {
  const list = [
    { type: 6, value: 'linux' },
    { type: 5, value: 'xen-3.0' },
    { type: 3, value: 0xc000_0000 },
    { type: 9, value: pae },
  ];
  return buildElf({
    bits: 32,
    machine: 3,
    entry: 0xc010_0000,
    segments: [
      loadSegment(new Uint8Array(16), { vaddr: 0xc010_0000, paddr: 0x10_0000, memSize: 0x1000 }),
      noteSegment(notes(list, { bits: 32 })),
    ],
    sections: [{ type: 1, name: '.text', data: new Uint8Array(4) }],
  });
}

const pv32 = readFileSync('test/cases/pv32.elf');
const MISMATCH = 'Mismatch between Xen and DOM0 kernel';
const MISSING = 'Found 32-bit PV kernel, but CONFIG_PV32 missing';
const NOT_SWITCHED = 'Dom0 failed to switch to compat: -95';
const NO_LOW_MEMORY = "xc_dom_boot_mem_init: can't allocate low memory for domain";
const notOffered = (type: string) =>
  `xc_dom_compat_check: guest type xen-3.0-${type} not supported by xen kernel, sorry`;

describe('a 32-bit PV kernel', () => {
  it.each<[xen: string, dom0: string, domU: string]>([
    ['4.13.5+no-pv32', NOT_SWITCHED, NO_LOW_MEMORY],
    ['4.14.2+no-pv32', NOT_SWITCHED, NO_LOW_MEMORY],
    ['4.14.3', NOT_SWITCHED, NO_LOW_MEMORY],
    ['4.13.5+pv32-off-at-boot', NOT_SWITCHED, NO_LOW_MEMORY],
    ['4.17.7+pv32+pv32-off-at-boot', NOT_SWITCHED, notOffered('x86_32p')],
    ['4.15.0+no-pv32', MISMATCH, NO_LOW_MEMORY],
    ['4.15.1', MISMATCH, NO_LOW_MEMORY],
    ['4.15.1+no-pv32', MISMATCH, NO_LOW_MEMORY],
    ['4.16.0', MISSING, notOffered('x86_32p')],
    ['4.22.0', MISSING, notOffered('x86_32p')],
  ])('is refused by %s', async (xen, dom0, domU) => {
    expect(await boot(pv32, 'pv-dom0', xen)).toEqual([[xen, `pv32-off: ${dom0}`]]);
    expect(await boot(pv32, 'pv-domu', xen)).toEqual([[xen, `pv32-off: ${domU}`]]);
  });

  it.each([
    '4.0.0',
    '4.14.2',
    '4.14.0+pv32',
    '4.14.3+pv32',
    '4.15.0',
    '4.15.1+pv32',
    '4.22.0+pv32',
    'xcp-ng-8.2+no-pv32-off-at-boot',
  ])('boots on %s', async (xen) => {
    for (const path of ['pv-dom0', 'pv-domu'] as const) {
      expect(await boot(pv32, path, xen), path).toEqual([[xen, true]]);
    }
  });

  it('is what a set of builds without the option refuses, the default or not', async () => {
    const found = await boot(pv32, 'pv-domu', '>=4.13+no-pv32');
    expect(found.map(([version]) => version)).toHaveLength(10);
    for (const [version, says] of found) {
      expect(version).toMatch(/\+no-pv32$/);
      expect(says).toMatch(/^pv32-off: /);
    }
  });
});

describe('a kernel for i386 that is none without the option either', () => {
  it('that finds PAE at run time is of the type without, where Xen offers no PAE', async () => {
    const bimodal = i386('bimodal');
    expect(await boot(bimodal, 'pv-domu', '4.17.7')).toEqual([
      ['4.17.7', `pv32-off: ${notOffered('x86_32')}`],
    ]);
    expect(await boot(bimodal, 'pv-domu', '4.15.1')).toEqual([
      [
        '4.15.1',
        'pv32-off: xc_dom_set_arch_hooks: not found (type xen-3.0-x86_32)\nxc_dom_mem_init: arch hooks not set: Internal error',
      ],
    ]);
    expect(await boot(bimodal, 'pv-dom0', '4.15.1')).toEqual([['4.15.1', `pv32-off: ${MISMATCH}`]]);
    expect(await boot(bimodal, 'pv-domu', '4.17+pv32')).toEqual([['4.17.7+pv32', true]]);
  });

  it('without PAE fails for that, with and without the option', async () => {
    for (const xen of ['4.17.7', '4.17.7+pv32']) {
      const [dom0] = await boot(i386('no'), 'pv-dom0', xen);
      const [domU] = await boot(i386('no'), 'pv-domu', xen);
      const says = xen === '4.17.7' ? MISSING : MISMATCH;
      expect([dom0, domU]).toEqual([
        [xen, `kernel-mismatch: ${says}`],
        [xen, `guest-type-unsupported: ${notOffered('x86_32')}`],
      ]);
    }
  });
});
