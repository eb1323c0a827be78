import { describe, expect, it } from 'vitest';
import type { EvidenceOf, RuleId } from '../../src/rules/index.ts';
import { messageOf } from '../../src/rules/message.ts';

/** A rule and evidence of it, with the message that follows from it. */
function says<K extends RuleId>(rule: K, evidence: EvidenceOf<K>, message: string) {
  return [message, { rule, evidence }] as const;
}

const MIB = 2 ** 20;

const IN_GUEST = { wanted: 65 * MIB, limit: 64 * MIB, container: 'pv', virtBase: '0x0' } as const;
const IN_DOM0 = { wanted: 65 * MIB, limit: 64 * MIB, start: null, end: null, declared: null };
const PLACE = { start: '0x1000000', end: '0x2000000' };
const GUEST = { address: '0x80002000', virtBase: '0x80000000', guestPages: 2 };

describe('the message of a finding', () => {
  it.each([
    says(
      'too-large-for-guest',
      { ...IN_GUEST, start: '0x100000', end: '0x4000000' },
      'The guest has 64 MiB of memory. This kernel needs 65 MiB.',
    ),
    says(
      'too-large-for-guest',
      { ...IN_GUEST, wanted: null, start: '0x0', end: '0xf000000000000000' },
      'The guest has 64 MiB of memory. No memory is enough for this kernel. The image takes 0x0 to 0xf000000000000000.',
    ),
    says(
      'too-large-for-guest',
      { ...IN_GUEST, start: '0x3000001', end: '0x3000002' },
      'The guest has 64 MiB of memory. This kernel needs 65 MiB. The image starts at 0x3000001, 49 MiB above VIRT_BASE, 0x0, and the guest gets memory for this gap, too.',
    ),
    says(
      'too-large-for-guest',
      { ...IN_GUEST, container: 'pvh', start: '0x3000000', end: '0x3001000' },
      'The guest has 64 MiB of memory. This kernel needs 65 MiB. The image is loaded at 0x3000000, and the memory before counts.',
    ),
    says(
      'mapping-too-large-for-guest',
      { wanted: null, limit: 4 * MIB, mappedPages: 2048 },
      'The toolstack maps the kernel, and what it places behind it, up to page 2048, and the guest has 1024 pages, 4 MiB. No memory is enough for this kernel.',
    ),
    says(
      'toolstack-crashes',
      { ...GUEST, fault: 'hypercall-page' },
      'HYPERCALL_PAGE is 0x80002000, in page 2 from VIRT_BASE on, and the guest has 2 pages; this release does not check that.',
    ),
    says(
      'hypercall-page-outside-guest',
      { ...GUEST, address: '0x7ffff000' },
      'HYPERCALL_PAGE is 0x7ffff000, below VIRT_BASE, 0x80000000, where the memory of the guest starts.',
    ),
    says(
      'too-large-for-memory',
      { ...IN_DOM0, fault: 'image' },
      'From VIRT_BASE to its end the kernel needs 16640 pages, and dom0 has 16384.',
    ),
    says(
      'too-large-for-memory',
      { ...IN_DOM0, fault: 'page-list' },
      'With the P2M table at INIT_P2M the kernel needs 16640 pages, and dom0 has 16384.',
    ),
    says(
      'too-large-for-memory',
      { ...IN_DOM0, ...PLACE, fault: 'load-address' },
      'The kernel takes physical addresses 0x1000000 to 0x2000000, which need 65 MiB of memory, and dom0 has 64 MiB.',
    ),
    says(
      'too-large-for-memory',
      { ...IN_DOM0, ...PLACE, fault: 'start-info' },
      'The kernel takes physical addresses 0x1000000 to 0x2000000, and Xen finds no RAM beside it for the command line and the start info.',
    ),
    says(
      'bad-segment',
      { ...PLACE, fault: 'size', inFile: '0x1000001' },
      'The segment for 0x1000000 has 16777217 bytes in the file and 16777216 in memory.',
    ),
    says(
      'bad-segment',
      { start: '0xfffffffffffff000', end: '0x10000000000001000', fault: 'wraps', inFile: null },
      'The segment for 0xfffffffffffff000 has 8192 bytes in memory, and runs over the end of the address space.',
    ),
    says(
      'load-address-taken',
      { ...PLACE, relocatable: false, canMove: true },
      'The kernel takes physical addresses 0x1000000 to 0x2000000, and dom0 has no RAM for all of it; there is no PHYS32_RELOC to move it.',
    ),
    says(
      'taken-for-firmware',
      {
        because: 'no-phys32-entry',
        feature: null,
        refused: { rule: 'no-phys32-entry', evidence: {} },
        unplaced: { rule: 'unaligned-start', evidence: { address: '0x10' } },
      },
      'The toolstack takes this 32-bit ELF file for firmware and enters it at e_entry, because it does not accept it as a kernel. There is no PHYS32_ENTRY note: the kernel has no entry point for PVH. It cannot be placed as firmware, either. The image starts at 0x10, which is no multiple of the page size, 0x1000.',
    ),
  ])('is %s', (message, finding) => {
    expect(messageOf(finding)).toBe(message);
  });
});
