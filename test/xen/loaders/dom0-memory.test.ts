import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../src/bytes/bytes.ts';
import type { Kernel } from '../../../src/kernel/kernel.ts';
import { openKernel } from '../../../src/kernel/open.ts';
import { messageOf } from '../../../src/rules/message.ts';
import { checkKernel } from '../../../src/xen/check-kernel.ts';
import { DEFAULT_MACHINE } from '../../../src/xen/machine.ts';
import { builds } from '../../support/builds.ts';
import { buildElf, loadSegment, type Note, noteSegment, notes } from '../../support/elf-builder.ts';

const MIB = 2 ** 20;

type Dom0 = 'pv-dom0' | 'pvh-dom0';

/** What one release does with a kernel as a dom0 with so many MiB. */
async function boot(kernel: Kernel, path: Dom0, version: string, memory = 4096) {
  const release = builds(version);
  const machine = { ...DEFAULT_MACHINE, dom0Memory: memory * MIB };
  const [verdict] = await kernel.examine(() => checkKernel(kernel, path, release, machine));
  if (!verdict) throw new Error(`no release ${version}`);
  const { loads, needsMemory, refusals } = verdict;
  return { loads, needs: needsMemory && needsMemory / MIB, refusal: refusals[0] };
}

const BASE = 0xffff_ffff_8000_0000n;

/** A 64-bit kernel for PV and PVH of so many MiB, from 16 MiB on. */
function kernelOf(size: number, more: readonly Note[] = []): Promise<Kernel> {
  const list: readonly Note[] = [
    { type: 6, value: 'linux' },
    { type: 5, value: 'xen-3.0' },
    { type: 8, value: 'generic' },
    { type: 3, value: BASE },
    { type: 18, value: 16 * MIB },
    ...more,
  ];
  const paddr = 16 * MIB;
  const vaddr = BASE + BigInt(paddr);
  const segments = [
    loadSegment(new Uint8Array(64), { vaddr, paddr, memSize: size * MIB }),
    noteSegment(notes(list)),
  ];
  return openKernel(bytesSource(buildElf({ entry: vaddr, segments })));
}

/** The P2M table is elsewhere, as Linux asks for since 2.6.37. */
const INIT_P2M: Note = { type: 15, value: 0x80_0000_0000n };

const VERSIONS = ['4.0.0', '4.12.4', '4.13.0', '4.13.5', '4.18.6', '4.22.0'];

describe('the least memory of a dom0', () => {
  it('is what it loads with, and 1 MiB less is too little', async () => {
    const sizes = fc.integer({ min: 1, max: 2000 });
    const versions = fc.constantFrom(...VERSIONS);
    const paths = fc.constantFrom<Dom0>('pv-dom0', 'pvh-dom0');
    const law = fc.asyncProperty(
      sizes,
      versions,
      paths,
      fc.boolean(),
      async (size, version, path, p2m) => {
        if (path === 'pvh-dom0' && version === '4.0.0') return;
        const kernel = await kernelOf(size, p2m ? [INIT_P2M] : []);
        const { needs } = await boot(kernel, path, version);
        expect(needs).toBeGreaterThan(size);
        expect((await boot(kernel, path, version, needs ?? 0)).loads).toBe(true);
        const less = await boot(kernel, path, version, (needs ?? 0) - 1);
        expect(less).toMatchObject({ loads: false, refusal: { rule: 'too-large-for-memory' } });
        expect(less.needs).toBeGreaterThanOrEqual(needs ?? 0);
      },
    );
    await fc.assert(law, { numRuns: 30 });
  });

  it('is a power of two for PV, with page tables and room to spare, and the P2M table', async () => {
    // 16 MiB below it, the kernel, a page of start info, 70 page tables at most, 512 KiB to spare.
    const needs = async (size: number) =>
      (await boot(await kernelOf(size, [INIT_P2M]), 'pv-dom0', '4.17.7')).needs;
    expect(await needs(40)).toBe(65);
    expect(await needs(47)).toBe(65);
    expect(await needs(48)).toBe(129);
  });

  it('has to hold the P2M table of PV, where the kernel does not put it elsewhere', async () => {
    // 8 bytes for each page: 8 MiB of 4 GiB.
    const kernel = await kernelOf(104);
    expect(await boot(kernel, 'pv-dom0', '4.17.7', 128)).toMatchObject({ loads: true, needs: 128 });
    expect(await boot(kernel, 'pv-dom0', '4.17.7')).toMatchObject({ loads: true });
  });

  it('reaches to the end of a PVH kernel, and to the metadata behind it up to 4.13.0', async () => {
    // 388 KiB of RAM below 1 MiB are missing to the end: 1 MiB - 0x9f000.
    const kernel = await kernelOf(48);
    expect(await boot(kernel, 'pvh-dom0', '4.22.0')).toMatchObject({ needs: 64 });
    const last = await kernelOf(48 + 0.37890625);
    expect(await boot(last, 'pvh-dom0', '4.13.1')).toMatchObject({ needs: 64 });
    expect(await boot(last, 'pvh-dom0', '4.13.0')).toMatchObject({ needs: 65 });
  });

  it('is unknown where the kernel is refused whatever there is', async () => {
    const bytes = readFileSync('test/cases/wrapping-segment.elf');
    const kernel = await openKernel(bytesSource(bytes));
    for (const path of ['pv-dom0', 'pvh-dom0'] as const) {
      for (const version of VERSIONS.slice(1)) {
        const answer = await boot(kernel, path, version);
        expect(answer).toMatchObject({
          loads: false,
          needs: null,
          refusal: { rule: 'bad-segment' },
        });
      }
    }
  });
});

describe('too little memory', () => {
  it('is what Xen says of PV', async () => {
    const { refusal } = await boot(await kernelOf(48, [INIT_P2M]), 'pv-dom0', '4.22.0', 100);
    expect(refusal).toMatchObject({
      rule: 'too-large-for-memory',
      xenSays: 'Domain 0 allocation is too small for kernel image',
      evidence: { wanted: 128 * MIB, limit: 100 * MIB },
    });
    // 64 pages of the table, 3 of page tables, 3 in reserve.
    const table = await boot(await kernelOf(48, [INIT_P2M]), 'pv-dom0', '4.22.0', 128);
    expect(table.refusal).toMatchObject({
      rule: 'too-large-for-memory',
      xenSays: 'Dom0 allocation too small for initial P->M table',
      evidence: { wanted: 128 * MIB + 70 * 4096, limit: 128 * MIB },
    });
  });

  it('is not the reason where VIRT_BASE is far below the image', async () => {
    const bytes = readFileSync('test/cases/gnumach-like.elf');
    const kernel = await openKernel(bytesSource(bytes));
    for (const version of VERSIONS) {
      const { refusal, needs } = await boot(kernel, 'pv-dom0', version);
      expect([refusal?.rule, needs]).toEqual(['far-from-virt-base', null]);
      expect(refusal?.xenSays).toMatch(/^Domain 0 allocation is too small for kernel image\.?$/);
      expect(refusal && messageOf(refusal)).toContain(
        'VIRT_BASE is 0x40000000 and the image starts at 0xf',
      );
    }
    // With a gap that some dom0 could have, it is.
    const gap = 1n << 40n;
    const list = [
      { type: 3, value: BASE - gap },
      { type: 4, value: (1n << 64n) - gap },
    ];
    const { refusal } = await boot(await kernelOf(48, list), 'pv-dom0', '4.22.0');
    expect(refusal?.rule).toBe('too-large-for-memory');
  });

  it.each([
    ['4.18.6', 'Failed to load kernel: -1'],
    ['4.22.0', 'd0 kernel: Address conflict and not relocatable'],
  ])('is not named by Xen %s for PVH, and by us it is', async (version, xenSays) => {
    const { refusal } = await boot(await kernelOf(100), 'pvh-dom0', version, 64);
    expect(refusal).toMatchObject({ rule: 'too-large-for-memory', xenSays });
    expect(refusal && messageOf(refusal)).toContain('need 116 MiB of memory, and dom0 has 64 MiB');
  });
});

it('an old PV kernel cannot have more memory than it has addresses for its P2M table', async () => {
  // 2 GiB behind VIRT_BASE hold the table of 1 TiB less what else is there; one elsewhere may be larger.
  for (const [notes, gib, loads] of [
    [[], 512, true],
    [[], 1024, false],
    [[INIT_P2M], 1024, true],
  ] as const) {
    const answer = await boot(await kernelOf(40, notes), 'pv-dom0', '4.22.0', gib * 1024);
    expect(answer.loads).toBe(loads);
  }
});
