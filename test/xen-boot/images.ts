import { gzipSync } from 'node:zlib';
import { NOTE } from '../../src/kernel/note-numbers.ts';
import {
  buildBzImage,
  gzipPayload,
  lz4Stream,
  withSizeTrailer,
  xzStored,
} from '../support/bzimage-builder.ts';
import {
  buildElf,
  concat,
  type ElfSpec,
  loadSegment,
  type Note,
  noteSection,
  noteSegment,
  notes,
} from '../support/elf-builder.ts';

type NoteName = keyof typeof NOTE;
type NoteValues = Partial<Record<NoteName, Note['value']>>;

const VIRT_BASE = 0xffff_ffff_8000_0000n;
const PHYSICAL_START = 0x10_0000;
const START = VIRT_BASE + BigInt(PHYSICAL_START);
const IMAGE_SIZE = 0x4000;

/** In the address space that Xen keeps to itself. */
const XEN_BASE = 0xffff_8200_0000_0000n;
/** A physical address in the hole between a PC's low memory and 1 MiB. */
const VGA = 0xa_0000;

/** `jmp .`, in 32-bit code as in 64-bit code: Xen's verdict is all that is waited for. */
const LOOP = Uint8Array.of(0xeb, 0xfe);

const PV: NoteValues = {
  XEN_VERSION: 'xen-3.0',
  LOADER: 'generic',
  GUEST_OS: 'test',
  VIRT_BASE,
  ENTRY: START,
  FEATURES: '!writable_page_tables|pae_pgdir_above_4gb',
  PAE_MODE: 'yes',
};
const PHYS32_ENTRY = u32(PHYSICAL_START);
const PVH: NoteValues = { PHYS32_ENTRY };
const DUAL: NoteValues = { ...PV, ...PVH };

/**
 * Small kernels by what is special about each. What Xen does with them is nowhere written down: it
 * is asked.
 */
export const IMAGES: Readonly<Record<string, Uint8Array>> = {
  'for PV and PVH': kernel(DUAL),
  'for PV only': kernel(PV),
  'for PVH only': kernel(PVH),
  'with notes in a section': withoutNoteSegment({ sections: [noteSection(noteBytes(DUAL))] }),
  'with a __xen_guest section': withoutNoteSegment({ sections: [xenGuest()] }),
  'without notes': withoutNoteSegment(),
  'with notes padded to 8 bytes': kernel(DUAL, { noteAlign: 8 }),

  'with an unknown feature': kernel({ ...DUAL, FEATURES: 'flux_capacitor|dom0' }),
  'that requires an unknown feature': kernel({ ...DUAL, FEATURES: '!flux_capacitor|dom0' }),
  'that requires supervisor mode': kernel({ ...DUAL, FEATURES: '!supervisor_mode_kernel' }),
  'that supports dom0': kernel({ ...DUAL, SUPPORTED_FEATURES: 1 << 11 }),
  'that does not support dom0': kernel({ ...DUAL, SUPPORTED_FEATURES: 1 << 0 }),

  'for another Xen': kernel({ ...PV, XEN_VERSION: 'xen-2.0' }),
  'for another Xen or PVH': kernel({ ...DUAL, XEN_VERSION: 'xen-2.0' }),
  'for another loader': kernel({ ...PV, LOADER: 'lilo', GUEST_OS: 'plan9' }),
  'for another loader or PVH': kernel({ ...DUAL, LOADER: 'lilo', GUEST_OS: 'plan9' }),

  'with ENTRY outside': kernel({ ...DUAL, ENTRY: START + 0x10_0000n }),
  'with PHYS32_ENTRY outside': kernel({ ...DUAL, PHYS32_ENTRY: u32(0x1000) }),
  'with PADDR_OFFSET and no VIRT_BASE': kernel({ ...omit(DUAL, 'VIRT_BASE'), PADDR_OFFSET: 0 }),
  'with HYPERCALL_PAGE inside': kernel({ ...DUAL, HYPERCALL_PAGE: START + 0x1000n }),
  'with HYPERCALL_PAGE outside': kernel({ ...DUAL, HYPERCALL_PAGE: VIRT_BASE - 0x1000n }),
  'with INIT_P2M apart': kernel({ ...DUAL, INIT_P2M: VIRT_BASE - (1n << 39n) }),
  'with INIT_P2M inside the image': kernel({ ...DUAL, INIT_P2M: START + 0x1000n }),
  'with INIT_P2M inside the mapping': kernel({ ...DUAL, INIT_P2M: START + 0x10_0000n }),
  'with no PHYS32_ENTRY but e_entry inside': kernel(PV, { entry: PHYSICAL_START }),
  'where Xen is': kernel(at(XEN_BASE), { base: XEN_BASE }),
  'where VGA memory is': kernel({ ...at(VIRT_BASE, VGA), PHYS32_ENTRY: u32(VGA) }, { start: VGA }),
  'larger than memory': kernel(DUAL, { size: 5n << 30n }),

  '32-bit with PAE': kernel32('yes'),
  '32-bit without PAE': kernel32('no'),
  'for another machine': kernel(DUAL, { machine: 183 }),
  'that is cut short': kernel(DUAL).subarray(0, 100),
  'that is no kernel': Uint8Array.from(Buffer.from('#!/bin/sh\n'.repeat(100))),
  'in gzip without a bzImage': new Uint8Array(gzipSync(kernel(DUAL))),
  'in lz4 without a bzImage': lz4Payload(kernel(DUAL)),
  'in xz without a bzImage': xzPayload(kernel(DUAL)),
  'in xz around a bzImage': xzPayload(bzImage({})),

  'in a bzImage, gzip': buildBzImage({ payload: gzipPayload(kernel(DUAL)) }),
  'in a bzImage, lz4': buildBzImage({ payload: lz4Payload(kernel(DUAL)) }),
  'in a bzImage, lz4 of another size': buildBzImage({ payload: lz4Payload(kernel(DUAL), 8) }),
  'in a bzImage, xz': buildBzImage({ payload: xzPayload(kernel(DUAL)) }),
  'in a bzImage, lz4 with a match near its end': buildBzImage({ payload: lz4Match(1, 20, 1) }),
  'in a bzImage, lz4 that ends in a match': buildBzImage({ payload: lz4Match(1, 20, 0) }),
  'in a bzImage, lz4 with a match of distance 0': buildBzImage({ payload: lz4Match(0, 20, 12) }),
  'in a bzImage, xz of a larger size': buildBzImage({ payload: xzPayload(kernel(DUAL), 8) }),
  'in a bzImage, xz without its end': buildBzImage({ payload: xzPayload(kernel(DUAL), 0, 20) }),
  'in a bzImage, not compressed': buildBzImage({ payload: kernel(DUAL) }),
  'in a bzImage, unknown codec': buildBzImage({ payload: new Uint8Array(4096).fill(0x5a) }),
  'in a bzImage, corrupt gzip': buildBzImage({ payload: corrupted(gzipPayload(kernel(DUAL))) }),
  'in a bzImage of protocol 2.07': bzImage({ protocol: 0x0207 }),
  'in a bzImage with the payload outside': bzImage({ payloadOffset: 0xf000_0000 }),
};

interface KernelSpec {
  readonly machine?: number;
  readonly noteAlign?: number;
  /** The virtual address of physical address 0. */
  readonly base?: bigint;
  /** The physical address of the image. */
  readonly start?: number;
  /** `e_entry`, which counts where no note says otherwise. Default: the start of the image. */
  readonly entry?: number;
  /** Of the image in memory, in bytes. */
  readonly size?: number | bigint;
}

/** One segment that is loaded, and a segment of notes. */
function kernel(values: NoteValues, spec: KernelSpec = {}): Uint8Array {
  const { machine = 62, noteAlign = 4, base = VIRT_BASE, start = PHYSICAL_START } = spec;
  return buildElf({
    machine,
    entry: spec.entry ?? base + BigInt(start),
    segments: [
      code(base, start, spec.size),
      noteSegment(noteBytes(values, noteAlign), { align: noteAlign }),
    ],
  });
}

function kernel32(pae: 'yes' | 'no'): Uint8Array {
  const base = 0xc000_0000n;
  const values = { ...at(base), PAE_MODE: pae };
  return buildElf({
    bits: 32,
    entry: base + BigInt(PHYSICAL_START),
    segments: [code(base), noteSegment(noteBytes(values, 4, 32))],
  });
}

function withoutNoteSegment(rest: ElfSpec = {}): Uint8Array {
  return buildElf({ entry: START, segments: [code(VIRT_BASE)], ...rest });
}

function code(base: bigint, start = PHYSICAL_START, memSize: number | bigint = IMAGE_SIZE) {
  return loadSegment(LOOP, { vaddr: base + BigInt(start), paddr: start, memSize, flags: 7 });
}

/** The notes of a kernel whose virtual addresses start at `base`. */
function at(base: bigint, start = PHYSICAL_START): NoteValues {
  return { ...DUAL, VIRT_BASE: base, ENTRY: base + BigInt(start) };
}

function noteBytes(values: NoteValues, align = 4, bits: 32 | 64 = 64): Uint8Array {
  const list = Object.entries(values).map(([name, value]) => ({
    type: NOTE[name as NoteName],
    value,
  }));
  return notes(list, { align, bits });
}

/** How kernels described themselves to Xen before there were notes: a section of text. */
function xenGuest() {
  const text = `GUEST_OS=test,XEN_VER=xen-3.0,VIRT_BASE=0x${VIRT_BASE.toString(16)},ELF_PADDR_OFFSET=0x0,LOADER=generic\0`;
  return { type: 1, name: '__xen_guest', data: Uint8Array.from(Buffer.from(text)) };
}

function bzImage(rest: { readonly protocol?: number; readonly payloadOffset?: number }) {
  return buildBzImage({ payload: gzipPayload(kernel(DUAL)), ...rest });
}

/** An lz4 stream that says it decompresses to `more` bytes than it does. */
function lz4Payload(content: Uint8Array, more = 0): Uint8Array {
  return withSizeTrailer(lz4Stream(content), content.length + more);
}

/** An lz4 stream of literals, then a match of up to 269 bytes, then up to 14 literals. */
function lz4Match(distance: number, length: number, literals: number): Uint8Array {
  const start = concat([kernel(DUAL), new Uint8Array(1)]);
  const [, , , , , , , , token = 0, ...rest] = lz4Stream(start);
  const match = length - 4;
  const block = Uint8Array.of(
    ...[token | Math.min(match, 15), ...rest, distance, 0, ...(match < 15 ? [] : [match - 15])],
    ...[literals << 4, ...new Uint8Array(literals)],
  );
  const magic = Uint8Array.of(0x02, 0x21, 0x4c, 0x18);
  const stream = concat([magic, withSizeTrailer(new Uint8Array(0), block.length), block]);
  return withSizeTrailer(stream, start.length + length + literals);
}

/** The same in xz, with its last `cut` bytes missing. */
function xzPayload(content: Uint8Array, more = 0, cut = 0): Uint8Array {
  const stream = xzStored(content);
  return withSizeTrailer(stream.subarray(0, stream.length - cut), content.length + more);
}

/** A gzip stream whose checksum does not fit. */
function corrupted(stream: Uint8Array): Uint8Array {
  const crc = stream.length - 8;
  return concat([
    stream.subarray(0, crc),
    Uint8Array.of((stream[crc] ?? 0) ^ 0xff),
    stream.subarray(crc + 1),
  ]);
}

/** PHYS32_ENTRY has 32 bits in a kernel of any class. */
function u32(value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return new Uint8Array(bytes);
}

function omit(values: NoteValues, name: NoteName): NoteValues {
  return Object.fromEntries(Object.entries(values).filter(([key]) => key !== name));
}
