import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../src/bytes/bytes.ts';
import { openKernel } from '../../../src/kernel/open.ts';
import { CLAIMED_PATHS, type XenPath } from '../../../src/programs/boot-path.ts';
import { checkKernel } from '../../../src/xen/check-kernel.ts';
import { EVERY_BUILD } from '../../support/builds.ts';
import { buildElf, loadSegment, noteSegment, notes } from '../../support/elf-builder.ts';

/** The releases of which a dom0 has an answer, by that answer: `loads, bad-segment`. */
async function answers(file: Uint8Array, path: XenPath) {
  const kernel = await openKernel(bytesSource(file));
  const verdicts = await kernel.examine(() => checkKernel(kernel, path, EVERY_BUILD));
  const found = new Map<string, Set<string>>();
  for (const { supported, loads, refusals, builds } of verdicts) {
    if (!supported) continue;
    const rules = refusals.map(({ rule }) => rule).filter((rule) => rule !== 'not-relocatable');
    const answer = [loads ? 'loads' : 'refused', ...rules].join(', ');
    const alike = found.get(answer) ?? new Set();
    found.set(answer, alike);
    for (const { id } of builds) alike.add(id);
  }
  return Object.fromEntries(
    [...found].map(([answer, alike]) => [answer, versions.filter((one) => alike.has(one))]),
  );
}

const versions = EVERY_BUILD.map(({ id }) => id);
const between = (first: string, last: string) =>
  versions.slice(versions.indexOf(first), versions.indexOf(last) + 1);

const readCase = (name: string) => readFileSync(`test/cases/${name}`);

/** A kernel for PVH with segments at these places: address and size in memory. */
function pvhKernel(...segments: readonly (readonly [paddr: number, memSize: number])[]) {
  const entry = segments[0]?.[0] ?? 0;
  return buildElf({
    entry,
    segments: [
      ...segments.map(([paddr, memSize], i) =>
        loadSegment(new Uint8Array(64).fill(i), { vaddr: paddr, paddr, memSize }),
      ),
      noteSegment(notes([{ type: 18, value: new Uint8Array(Uint32Array.of(entry).buffer) }])),
    ],
  });
}

describe('a segment that runs over the end of the address space', () => {
  it.each(['pv-dom0', 'pvh-dom0'] as const)('is refused by every release as %s', async (path) => {
    const file = readCase('wrapping-segment.elf');
    expect(Object.keys(await answers(file, path))).toEqual(['refused, bad-segment']);
  });

  it('also where it ends exactly there', async () => {
    const file = readCase('wrapping-segment.elf');
    // p_memsz of the second program header.
    new DataView(file.buffer, file.byteOffset).setBigUint64(64 + 56 + 40, 0x1000n, true);
    expect(Object.keys(await answers(file, 'pvh-dom0'))).toEqual(['refused, bad-segment']);
  });
});

describe('the start info of a PVH dom0', () => {
  it('is written over a kernel with segments on both sides of 1 MiB', async () => {
    expect(await answers(readCase('pvh-dom0-around-1mib.elf'), 'pvh-dom0')).toEqual({
      loads: between('4.11.0', '4.13.0'),
      'loads, start-info-over-kernel': between('4.13.1', '4.18.6'),
      'refused, load-address-taken': between('4.19.0', '4.22.0'),
    });
  });

  it('goes into a gap of such a kernel', async () => {
    const file = pvhKernel([0x1000, 0x8000], [0x10_1000, 0x2_0000]);
    expect(await answers(file, 'pvh-dom0')).toEqual({
      loads: between('4.11.0', '4.18.6'),
      'refused, load-address-taken': between('4.19.0', '4.22.0'),
    });
  });

  it('is beside a kernel that is on one side', async () => {
    for (const start of [0x1000, 0x10_0000, 0x100_0000]) {
      const file = pvhKernel([start, 0x8000], [start + 0x1_0000, 0x8000]);
      expect(await answers(file, 'pvh-dom0')).toEqual({ loads: between('4.11.0', '4.22.0') });
    }
  });

  it('has no place behind a kernel that ends where devices begin, before Xen looked for one', async () => {
    const file = pvhKernel([0xbff0_0000, 0x10_0000]);
    expect(await answers(file, 'pvh-dom0')).toEqual({
      'refused, too-large-for-memory': between('4.11.0', '4.13.0'),
      loads: between('4.13.1', '4.22.0'),
    });
  });
});

describe('RAM below 1 MiB', () => {
  it('ends with the last whole page before 639 KiB', async () => {
    const last = 0x9_f000;
    expect(await answers(pvhKernel([0x1_0000, last - 0x1_0000]), 'pvh-dom0')).toEqual({
      'refused, too-large-for-memory': between('4.11.0', '4.13.0'),
      loads: between('4.13.1', '4.22.0'),
    });
    expect(await answers(pvhKernel([0x1_0000, last - 0x1_0000 + 1]), 'pvh-dom0')).toEqual({
      'refused, load-address-taken': between('4.11.0', '4.22.0'),
    });
  });
});

describe('many program headers', () => {
  it.each(CLAIMED_PATHS)(
    'are the same segment again and again, which changes nothing: %s',
    async (path) => {
      for (const answer of Object.keys(await answers(readCase('many-program-headers.elf'), path))) {
        expect(answer).not.toContain('segment');
      }
    },
  );

  it('are decoded once for all releases', async () => {
    const source = bytesSource(readCase('many-program-headers.elf'));
    let reads = 0;
    const kernel = await openKernel({
      size: source.size,
      read: (offset, length) => {
        reads++;
        return source.read(offset, length);
      },
    });
    await kernel.examine(() => CLAIMED_PATHS.map((path) => checkKernel(kernel, path, EVERY_BUILD)));
    expect(reads).toBeLessThan(65_535 / 10);
  });

  it.each(['pvh-dom0', 'pvh-domu'] as const)(
    'of other segments at one place are not all copied: %s',
    async (path) => {
      const place = [0x10_0000, 0x1000] as const;
      const found = await answers(pvhKernel(place, place, place), path);
      expect(found['loads, segment-not-copied']).toEqual(
        between(path === 'pvh-dom0' ? '4.11.0' : '4.13.0', '4.22.0'),
      );
    },
  );
});
