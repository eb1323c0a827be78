import type { ByteSource } from '../../bytes/bytes.ts';
import { viewOf } from '../../bytes/view.ts';
import type { Has } from '../../programs/xen/facts/facts.ts';
import type { PvKernel } from '../build/pv-guest.ts';
import { checkGuestType, type GuestType } from './guest-type.ts';
import { type Check, refusal } from './loader.ts';

/** `struct xen_bin_image_table`: magic, flags, checksum and five addresses, in words. */
const TABLE_SIZE = 32;
const MAGIC = 0x336ec578;

/** The table is looked for at every word of so many bytes. */
const PROBED = 8192;

const ADDRESSES_VALID = 0x0001_0000;
/** Flags that may be set or not: page alignment, and the kind of PAE. */
const FREE_FLAGS = 0x0000_c001;
const PAE_SHIFT = 14;

/** By the two bits of PAE. */
const GUEST_TYPES: readonly GuestType[] = [
  'xen-3.0-x86_32',
  'xen-3.0-x86_32p',
  'xen-3.0-x86_64',
  'xen-3.0-x86_32p',
];
/** The kernel finds out at run time whether there is PAE. */
const BIMODAL = 3;

/** A table, and where in the file it stands, in bytes. */
export interface BinImage {
  readonly offset: number;
  readonly flags: number;
  readonly headerAddress: number;
  readonly loadAddress: number;
  readonly loadEnd: number;
  readonly bssEnd: number;
}

/**
 * `find_table` (tools/libs/guest/xg_dom_binloader.c): the toolstack's first loader takes a file of
 * any kind that has this table near its start, before it asks whether it is a kernel.
 */
export function findBinImage(blob: ByteSource): BinImage | null {
  const { size } = blob;
  const head = padTo(blob.read(0, PROBED + TABLE_SIZE), PROBED + TABLE_SIZE);
  if (size < TABLE_SIZE) return null;
  const view = viewOf(head);
  const end = Math.min(size > PROBED + TABLE_SIZE ? PROBED : size - TABLE_SIZE, head.length);
  for (let offset = 0; offset < end; offset += 4) {
    if (view.getUint32(offset, true) !== MAGIC) continue;
    const word = (index: number) => view.getUint32(offset + 4 * index, true);
    if ((MAGIC + word(1) + word(2)) >>> 0 !== 0) continue;
    return {
      offset,
      flags: word(1),
      headerAddress: word(3),
      loadAddress: word(4),
      loadEnd: word(5),
      bssEnd: word(6),
    };
  }
  return null;
}

function padTo(bytes: Uint8Array, length: number): Uint8Array {
  if (bytes.length >= length) return bytes;
  const padded = new Uint8Array(length);
  padded.set(bytes);
  return padded;
}

/** `xc_dom_parse_bin_kernel`: the table's own checks; all addresses are 32 bits and wrap. */
export function checkBinImage(image: BinImage, { size }: ByteSource, has: Has): Check {
  const { offset, flags, headerAddress, loadAddress } = image;
  const found = (flags & ~FREE_FLAGS) >>> 0;
  if (found !== ADDRESSES_VALID) return refuse('flags', found);
  if (headerAddress < loadAddress || offset < headerAddress - loadAddress) return refuse('header');
  const start = (headerAddress - offset) >>> 0;
  const end = image.loadEnd || (start + size) >>> 0;
  if (start + size < end) return refuse('end');
  if ((image.bssEnd || end) < end) return refuse('bss');
  return checkGuestType(typeOf(image), paeOf(image) === BIMODAL, has);
}

const paeOf = ({ flags }: BinImage) => (flags >>> PAE_SHIFT) & 3;

const typeOf = (image: BinImage) => GUEST_TYPES[paeOf(image)] ?? 'xen-3.0-x86_32';

/** What of the file is placed in the guest; the first byte of the file would be at `base`. */
export function binKernel(image: BinImage, { size }: ByteSource): PvKernel {
  const { offset, headerAddress, loadAddress } = image;
  const base = (headerAddress - offset) >>> 0;
  const loadEnd = image.loadEnd || (base + size) >>> 0;
  return {
    type: typeOf(image),
    base: BigInt(base),
    start: BigInt(loadAddress),
    end: BigInt(image.bssEnd || loadEnd),
    initP2m: null,
    hypercallPage: null,
    autoTranslated: false,
    fault: loadEnd < loadAddress ? 'bin-image' : null,
  };
}

function refuse(fault: keyof typeof SAYS, flags?: number): Check {
  const evidence = { fault, flags: flags === undefined ? null : `0x${flags.toString(16)}` };
  return refusal('bad-bin-image', evidence, `xc_dom_parse_bin_kernel: ${SAYS[fault](flags ?? 0)}`);
}

/** What is printed of a table that is wrong. */
const SAYS = {
  flags: (flags: number) =>
    `xen_bin_image_table flags required 0x00010000 found 0x${flags.toString(16).padStart(8, '0')}`,
  header: () => 'Invalid header_addr.',
  end: () => 'Invalid load_end_addr.',
  bss: () => 'Invalid bss_end_addr.',
} as const;
