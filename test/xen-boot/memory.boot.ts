import { expect, inject, it } from 'vitest';
import { bytesSource } from '../../src/bytes/bytes.ts';
import { openKernel } from '../../src/kernel/open.ts';
import { checkKernel } from '../../src/xen/check-kernel.ts';
import { DEFAULT_MACHINE } from '../../src/xen/machine.ts';
import { builds } from '../support/builds.ts';
import { buildElf, loadSegment, type Note, noteSegment, notes } from '../support/elf-builder.ts';
import { bootXen, DOM0_MEMORY, type Dom0Path, readXen } from './boot.ts';
import { outcomeOf, releaseOf } from './serial.ts';

const MIB = 2 ** 20;
const VIRT_BASE = 0xffff_ffff_8000_0000n;
const xen = readXen(inject('xen'));

/** A loop, from 16 MiB on, that takes so many MiB. */
function kernelOf(size: number, ...more: readonly Note[]): Uint8Array {
  const paddr = 16 * MIB;
  const vaddr = VIRT_BASE + BigInt(paddr);
  const entry = new Uint8Array(Uint32Array.of(paddr).buffer);
  const list: readonly Note[] = [
    { type: 5, value: 'xen-3.0' },
    { type: 6, value: 'linux' },
    { type: 8, value: 'generic' },
    { type: 3, value: VIRT_BASE },
    { type: 18, value: entry },
    ...more,
  ];
  const loop = Uint8Array.of(0xeb, 0xfe);
  const segments = [
    loadSegment(loop, { vaddr, paddr, memSize: size * MIB }),
    noteSegment(notes(list)),
  ];
  return buildElf({ entry: vaddr, segments });
}

const INIT_P2M: Note = { type: 15, value: 0x80_0000_0000n };

async function foretell(image: Uint8Array, path: Dom0Path, version: string | null) {
  const kernel = await openKernel(bytesSource(image));
  const release = builds(version ?? '');
  const machine = { ...DEFAULT_MACHINE, dom0Memory: DOM0_MEMORY * MIB };
  const [verdict] = await kernel.examine(() => checkKernel(kernel, path, release, machine));
  return (verdict?.needsMemory ?? 0) / MIB;
}

it.each<[Dom0Path, string, Uint8Array]>([
  ['pv-dom0', 'that fits its power of two', kernelOf(44, INIT_P2M)],
  ['pv-dom0', 'that just does not', kernelOf(48, INIT_P2M)],
  ['pv-dom0', 'with the list of pages behind it', kernelOf(107)],
  ['pvh-dom0', 'of 40 MiB', kernelOf(40)],
])('Xen gives a kernel what it needs, and no less: %s %s', async (path, _, image) => {
  const serial = await bootXen(xen, image, path);
  const needs = await foretell(image, path, releaseOf(serial));
  expect(needs).toBeGreaterThan(32);
  expect(outcomeOf(await bootXen(xen, image, path, needs)), `${needs} MiB`).toBe('accepted');
  expect(outcomeOf(await bootXen(xen, image, path, needs - 1)), `${needs - 1} MiB`).toBe('refused');
});
