import { describe, expect, it } from 'vitest';
import { emptyParameters } from '../../../src/xen/libelf/parameters.ts';
import { layOut } from '../../../src/xen/loaders/pv-layout.ts';

const KIB = 1024n;
const MIB = 1024n * KIB;
const GIB = 1024 ** 3;
const BASE = 0xffff_ffff_8000_0000n;

/** The end of the initial mapping of a 64-bit kernel with its P2M table elsewhere. */
function endFor(kernelEnd: bigint): bigint {
  const parameters = { ...emptyParameters(), virtBase: BASE, kernelEnd, initP2m: 1n << 40n };
  const elf = { class: 64, machine: 62 };
  const image = { elf, parameters } as unknown as Parameters<typeof layOut>[0];
  return layOut(image, { dom0Memory: GIB, guestMemory: GIB }).end - BASE;
}

describe('the initial mapping of a PV dom0', () => {
  /** Behind the kernel: the start info, 13 page tables for 20 MiB, and the boot stack. */
  const BEHIND = 15n * 4n * KIB;

  it.each([
    ['as much as 512 KiB', 20n * MIB - 512n * KIB - BEHIND, 20n * MIB],
    ['a page less', 20n * MIB - 512n * KIB - BEHIND + 1n, 24n * MIB],
    ['a page more', 20n * MIB - 516n * KIB - BEHIND, 20n * MIB],
  ])('ends at a multiple of 4 MiB with %s to spare, or at the next', (_, kernelEnd, end) => {
    expect(endFor(BASE + kernelEnd)).toBe(end);
  });
});
