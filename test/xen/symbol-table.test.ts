import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../src/bytes/bytes.ts';
import { openKernel } from '../../src/kernel/open.ts';
import { messageOf } from '../../src/rules/message.ts';
import { checkKernel } from '../../src/xen/check-kernel.ts';
import { buildElf, loadSegment, type Note, noteSegment, notes } from '../support/elf-builder.ts';
import { RECORDED_BUILDS } from '../support/vectors.ts';

/** A 32-bit kernel of NetBSD with a symbol table, at a physical address other than its virtual one. */
function netbsd(more: readonly Note[], paddr = 0x10_0000): Uint8Array {
  const list = [
    { type: 6, value: 'NetBSD' },
    { type: 5, value: 'xen-3.0' },
    { type: 8, value: 'generic' },
    { type: 3, value: 0xc000_0000 },
    { type: 9, value: 'yes' },
    ...more,
  ];
  return buildElf({
    bits: 32,
    machine: 3,
    entry: 0xc010_0000,
    segments: [
      loadSegment(new Uint8Array(64), { vaddr: 0xc010_0000, paddr, memSize: 0x1_0000 }),
      noteSegment(notes(list, { bits: 32 })),
    ],
    sections: [
      { type: 2, name: '.symtab', data: new Uint8Array(64) },
      { type: 3, name: '.strtab', data: new Uint8Array(16) },
    ],
  });
}

const BSD_SYMTAB = { type: 11, value: 'yes' };
const PADDR_OFFSET = { type: 4, value: 0xc000_0000 };

/** What a release does with it: whether it loads, and the findings. */
async function boot(file: Uint8Array, path: 'pv-dom0' | 'pv-domu', version: string) {
  const kernel = await openKernel(bytesSource(file));
  const builds = RECORDED_BUILDS.filter(({ release }) => release.version === version);
  const [verdict] = await kernel.examine(() => checkKernel(kernel, path, builds));
  return [verdict?.loads, ...(verdict?.refusals ?? []).map(({ rule }) => rule)];
}

const OLD = ['4.0.0', '4.4.2', '4.5.0'];
const NEW = ['4.4.3', '4.5.1', '4.6.0', '4.22.0'];

describe('a kernel with a symbol table and two sorts of addresses', () => {
  const physical = readFileSync('test/cases/bsd-symtab-physical.elf');

  it.each(OLD)('is refused by %s for the place of the table', async (version) => {
    expect(await boot(physical, 'pv-domu', version)).toEqual([false, 'bsd-symtab-misplaced']);
    expect(await boot(physical, 'pv-dom0', version)).toEqual([false, 'bsd-symtab-misplaced']);
  });

  it.each(NEW)('boots on %s', async (version) => {
    expect(await boot(physical, 'pv-domu', version)).toEqual([true]);
    expect(await boot(netbsd([BSD_SYMTAB]), 'pv-dom0', version)).toEqual([true]);
  });

  it('of 32 bits reaches into Xen, for the same reason', async () => {
    const kernel = netbsd([BSD_SYMTAB]);
    expect(await boot(kernel, 'pv-dom0', '4.4.2')).toEqual([false, 'bsd-symtab-misplaced']);
    const [, ...rules] = await boot(kernel, 'pv-domu', '4.4.2');
    expect(new Set(rules)).toEqual(new Set(['bsd-symtab-misplaced']));
  });

  it.each([
    ['no symbol table', netbsd([])],
    ['the same addresses', netbsd([BSD_SYMTAB, PADDR_OFFSET], 0xc010_0000)],
  ])('and %s boots everywhere', async (_, kernel) => {
    for (const version of [...OLD, ...NEW]) {
      expect(await boot(kernel, 'pv-dom0', version), version).toEqual([true]);
    }
  });

  it('says what Xen says of the wrong end, and the reason for it', async () => {
    const kernel = await openKernel(bytesSource(physical));
    const releases = RECORDED_BUILDS.filter(({ id }) => id === '4.4.2');
    const [verdict] = await kernel.examine(() => checkKernel(kernel, 'pv-dom0', releases));
    const [refusal] = verdict?.refusals ?? [];
    expect(refusal).toMatchObject({
      stage: 'notes',
      evidence: { leadsTo: { rule: 'entry-out-of-bounds' } },
      xenSays: expect.stringContaining('ELF start or entries are out of bounds'),
    });
    expect(refusal && messageOf(refusal)).toMatch(
      /^BSD_SYMTAB makes Xen load the symbol table .* twice, .* is wrong\. .*0x[0-9a-f]+/,
    );
  });
});
