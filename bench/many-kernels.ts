import {
  buildElf,
  loadSegment,
  type Note,
  noteSegment,
  notes,
} from '../test/support/elf-builder.ts';

/** Where Linux links a kernel of 64 bits. */
const BASE = 0xffffffff80000000n;
const START = 0x100000;

const ENTRY = 1;
const HYPERCALL_PAGE = 2;
const VIRT_BASE = 3;
const PADDR_OFFSET = 4;
const XEN_VERSION = 5;
const GUEST_OS = 6;
const LOADER = 8;
const PAE_MODE = 9;
const FEATURES = 10;
const PHYS32_ENTRY = 18;

/** A small kernel that old releases refuse; all of them get the same verdicts. */
export function alikeKernel(index: number): Uint8Array {
  return kernel('new_feature', START, { code: 64 + (index % 1000), memory: 0x2000 });
}

/** A small kernel that shares no message and no need for memory with any other. */
export function differingKernel(index: number): Uint8Array {
  const start = START + 16 * (index + 1);
  const pvh = { type: PHYS32_ENTRY, value: start };
  return kernel(`new_feature_${index}`, start, { code: 64, memory: 0x2000 + index * 4096 }, [pvh]);
}

/** @param size of the code in the file, and of the segment in memory, in bytes. */
function kernel(
  feature: string,
  start: number,
  { code, memory }: { readonly code: number; readonly memory: number },
  more: readonly Note[] = [],
): Uint8Array {
  const entry = BASE + BigInt(start);
  const list: readonly Note[] = [
    { type: GUEST_OS, value: 'linux' },
    { type: XEN_VERSION, value: 'xen-3.0' },
    { type: VIRT_BASE, value: BASE },
    { type: PADDR_OFFSET, value: 0n },
    { type: ENTRY, value: entry },
    { type: HYPERCALL_PAGE, value: entry + 0x1000n },
    { type: LOADER, value: 'generic' },
    { type: PAE_MODE, value: 'yes' },
    { type: FEATURES, value: `!writable_page_tables|pae_pgdir_above_4gb|${feature}` },
    ...more,
  ];
  const load = { vaddr: entry, paddr: start, memSize: memory, align: 4096 };
  return buildElf({
    entry,
    segments: [loadSegment(new Uint8Array(code).fill(0x90), load), noteSegment(notes(list))],
  });
}
