import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../src/bytes/bytes.ts';
import { openKernel } from '../../../src/kernel/open.ts';
import { checkKernel } from '../../../src/xen/check-kernel.ts';
import { buildElf, loadSegment, type Note, noteSegment, notes } from '../../support/elf-builder.ts';
import { RECORDED_BUILDS } from '../../support/vectors.ts';

const PAE_MODE = 9;
const HV_START_LOW = 12;

/** Whether a 32-bit PV dom0 kernel that is linked to `base` overlaps Xen, by its first finding. */
async function boot(base: number, more: readonly Note[]) {
  const vaddr = base + 0x10_0000;
  const list: readonly Note[] = [
    { type: 6, value: 'linux' },
    { type: 5, value: 'xen-3.0' },
    { type: 8, value: 'generic' },
    { type: 3, value: base },
    { type: PAE_MODE, value: 'yes' },
    ...more,
  ];
  const file = buildElf({
    bits: 32,
    entry: vaddr,
    segments: [
      loadSegment(new Uint8Array(4096), { vaddr, paddr: 0x10_0000, memSize: 4096 }),
      noteSegment(notes(list, { bits: 32 })),
    ],
  });
  const kernel = await openKernel(bytesSource(file));
  const releases = RECORDED_BUILDS.filter(({ id }) => id === '4.17.5+pv32');
  const [verdict] = await kernel.examine(() => checkKernel(kernel, 'pv-dom0', releases));
  return verdict?.refusals.find(({ stage }) => stage === 'loader')?.rule ?? verdict?.loads;
}

describe('a 32-bit dom0', () => {
  const low = { type: HV_START_LOW, value: 0xf580_0000 };

  it('has Xen above it from 0xf5800000', async () => {
    expect(await boot(0xf400_0000, [])).toBe(true);
    expect(await boot(0xf560_0000, [])).toBe('overlaps-xen');
  });

  it('leaves Xen less with HV_START_LOW', async () => {
    expect(await boot(0xf560_0000, [low])).toBe(true);
    expect(await boot(0xff60_0000, [low])).toBe('overlaps-xen');
  });

  it('must leave Xen as much as a large machine needs', async () => {
    expect(await boot(0xf400_0000, [{ ...low, value: 0xf580_0001 }])).toBe(
      'hypervisor-start-too-high',
    );
  });
});
