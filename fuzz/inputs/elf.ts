import fc from 'fast-check';
import {
  buildElf,
  concat,
  noteSection,
  noteSegment,
  notes,
} from '../../test/support/elf-builder.ts';
import { applyEdits, edgeNumber, edits } from './edits.ts';

const VIRT_BASE = 0xffff_ffff_8000_0000n;
const START = VIRT_BASE + 0x10_0000n;

/** An address of a kernel: where kernels are, or anywhere. */
const address = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(0n, 0x10_0000n, VIRT_BASE, START, START + 0x1000n) },
  { weight: 2, arbitrary: edgeNumber },
  { weight: 1, arbitrary: fc.nat(0xfffff).map((page) => BigInt(page) * 4096n) },
);

const FEATURES = ['!writable_page_tables', 'pae_pgdir_above_4gb', 'dom0', '!dom0', 'flux', '|', ''];
const text = fc.oneof(
  fc.constantFrom('linux', 'xen-3.0', 'generic', 'yes', 'no', 'bimodal', 'yes,bimodal', 'netbsd'),
  fc.array(fc.constantFrom(...FEATURES), { maxLength: 4 }).map((list) => list.join('|')),
  fc.string({ unit: 'binary', maxLength: 12 }).map((any) => any.replace(/[^\0-\xff]/g, '?')),
  fc.constantFrom('::error::x', '\u001b[31m', '<script>', 'a'.repeat(3000)),
);

/** Every type that Xen knows, and some more. */
const note = fc.record({
  owner: fc.constantFrom('Xen', 'Xen', 'Xen', 'Xen', 'xen', 'GNU', 'X', ''),
  type: fc.oneof(fc.nat(24), fc.nat(0xffff_ffff)),
  value: fc.oneof(address, text, fc.uint8Array({ maxLength: 24 })),
});

/** What a kernel for PV and PVH says; some of it may be missing, or be said once more. */
const USUAL = [
  { owner: 'Xen', type: 6, value: 'linux' },
  { owner: 'Xen', type: 5, value: 'xen-3.0' },
  { owner: 'Xen', type: 8, value: 'generic' },
  { owner: 'Xen', type: 3, value: VIRT_BASE },
  { owner: 'Xen', type: 1, value: START },
  { owner: 'Xen', type: 10, value: '!writable_page_tables|pae_pgdir_above_4gb' },
  { owner: 'Xen', type: 18, value: Uint8Array.of(0, 0, 0x10, 0) },
];

const noteList = fc
  .record({ usual: fc.subarray(USUAL, { minLength: 3 }), more: fc.array(note, { maxLength: 3 }) })
  .map(({ usual, more }) => [...usual, ...more]);

const segment = fc
  .record({
    type: fc.constantFrom(1, 1, 1, 1, 4, 0, 6),
    data: fc.uint8Array({ maxLength: 40 }),
    vaddr: address,
    paddr: address,
    memSize: fc.oneof(fc.constantFrom(0x1000n, 0x4000n), edgeNumber),
    size: fc.option(
      edgeNumber.map((size) => Number(size % 0x1_0000_0000n)),
      { freq: 5 },
    ),
    offset: fc.option(fc.nat(0x4000), { freq: 5 }),
    flags: fc.nat(7),
  })
  .map(({ size, offset, ...rest }) => ({
    ...rest,
    ...(size === null ? {} : { size }),
    ...(offset === null ? {} : { offset }),
  }));

const guest = `GUEST_OS=linux,XEN_VER=xen-3.0,VIRT_BASE=0x${VIRT_BASE.toString(16)},LOADER=generic`;
const section = fc.oneof(
  noteList.map((list) => noteSection(notes(list))),
  fc.constantFrom(guest, `${guest},PAE=yes,BSD_SYMTAB`, 'x', '').map((content) => ({
    type: 1,
    name: '__xen_guest',
    data: Uint8Array.from(Buffer.from(`${content}\0`, 'latin1')),
  })),
  fc.record({
    type: fc.constantFrom(1, 2, 3, 7, 8),
    name: fc.constantFrom('.text', '.symtab', '.strtab', ''),
    data: fc.uint8Array({ maxLength: 60 }),
  }),
);

/** ELF files from sensible to absurd, some with edits of their bytes. */
export const elves: fc.Arbitrary<Uint8Array> = fc
  .record({
    bits: fc.constantFrom(64 as const, 64 as const, 64 as const, 32 as const),
    endian: fc.constantFrom('little' as const, 'little' as const, 'big' as const),
    machine: fc.option(fc.constantFrom(3, 62, 183), { freq: 4, nil: undefined }),
    entry: address,
    segments: fc.array(segment, { maxLength: 3 }),
    list: noteList,
    align: fc.constantFrom(4, 4, 4, 8),
    sections: fc.array(section, { maxLength: 3 }),
    changes: fc.option(edits, { nil: [] }),
  })
  .map(({ bits, endian, machine, entry, segments, list, align, sections, changes }) => {
    const code = {
      type: 1,
      data: Uint8Array.of(0xeb, 0xfe),
      vaddr: bits === 64 ? START : 0xc010_0000n,
      paddr: 0x10_0000n,
      memSize: 0x4000n,
    };
    const data = notes(list, { bits, endian, align });
    const elf = buildElf({
      bits,
      endian,
      entry,
      ...(machine === undefined ? {} : { machine }),
      segments: [code, ...segments, noteSegment(data, { align })],
      sections,
    });
    return applyEdits(concat([elf]), changes);
  });
