import { buildElf, loadSegment, type Note, noteSegment, notes } from './elf-builder.ts';

const LOAD_ADDRESS = 0x1000000;
const PAGE = new Uint8Array(4096);

/** The notes with which Linux boots by PV, as dom0 and as domU, on every release. */
export const PV_NOTES: readonly Note[] = [
  { type: 6, value: 'linux' },
  { type: 5, value: 'xen-3.0' },
  { type: 8, value: 'generic' },
  { type: 3, value: 0xffffffff80000000n },
  { type: 1, value: 0xffffffff81000000n },
  { type: 10, value: '!writable_page_tables|pae_pgdir_above_4gb' },
];

/** The note with which a kernel boots by PVH. */
export const PVH_NOTE: Note = { type: 18, value: LOAD_ADDRESS };

/** An x86-64 kernel with these Xen notes and a page at 16 MiB, which has its entry points. */
export function kernelWith(list: readonly Note[]): Uint8Array {
  return buildElf({
    entry: LOAD_ADDRESS,
    segments: [
      loadSegment(PAGE, {
        vaddr: 0xffffffff80000000n + BigInt(LOAD_ADDRESS),
        paddr: LOAD_ADDRESS,
        memSize: 0x200000,
      }),
      noteSegment(notes(list)),
    ],
    // The toolstack before 4.13 wants a table of section names.
    sections: [{ type: 1, name: '.text', data: new Uint8Array(4) }],
  });
}
