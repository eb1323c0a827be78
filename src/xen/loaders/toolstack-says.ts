import type { Codec } from '../../codecs/codec.ts';
import type { Has } from '../../programs/xen/facts/facts.ts';

/** No loader's probe took the file. */
export const NO_LOADER = 'xc_dom_find_loader: no loader found';

/** `HVM-generic` took the file, and it is 64-bit. */
export const NOT_32_BIT = 'xc_dom_parse_hvm_kernel: ELF image is not 32bit';

/** A domain of the kernel's width cannot be made. */
export const NO_LOW_MEMORY = "xc_dom_boot_mem_init: can't allocate low memory for domain";

/** The ELF loader, where libelf does not take the header tables. */
export const CORRUPTED_ELF = 'xc_dom_parse_elf_kernel: corrupted ELF image';

/** `xc_dom_kernel_check_size`. */
export const TOO_LARGE = 'kernel image too large';

/** `xc_dom_malloc_filemap`. */
export const FILE_TOO_LARGE = 'tried to map file which is too large';

/** What `xc_dom_malloc_filemap` prints of an empty file, without the path. */
export function emptyFile(has: Has): string | null {
  if (has('domu-names-empty-file')) return 'zero length file';
  return has('domu-prints-file-errors') ? 'failed to mmap file' : null;
}

/** What the probe of the bzImage loader says when it fails; no other loader takes the file then. */
const probe = (text: string) => `xc_dom_probe_bzimage_kernel${text}\n${NO_LOADER}`;

export const UNKNOWN_FORMAT = probe(': unknown compression format');

export function protocolBelow208(protocol: number): string {
  return probe(`: boot protocol too old (${protocol.toString(16).padStart(4, '0')})`);
}

/** @param isBeyond the payload starts outside the file, and does not only end there. */
export function payloadOverflow(isBeyond: boolean, has: Has): string | null {
  if (!has('domu-checks-payload-bounds')) return null;
  return probe(`: payload ${isBeyond ? 'offset' : 'length'} overflow`);
}

export function cannotDecompress(codec: Codec): string {
  return codec === 'gzip'
    ? probe(': unable to gzip decompress kernel')
    : probe(` unable to ${codec.toUpperCase()} decompress kernel`);
}

/** The contents are larger than the toolstack takes. */
export function contentsTooLarge(codec: Codec, has: Has): string | null {
  return has('domu-limits-size') ? `${TOO_LARGE}\n${cannotDecompress(codec)}` : null;
}

/**
 * What a toolstack says to a codec that it cannot decompress. One that was built without its library
 * still knows its name. The hypervisor learnt each codec in the same releases and has no such
 * libraries: one that it has and the toolstack lacks was left out.
 */
export function withoutCodec(codec: Codec, has: Has): string {
  if (!has(`dom0-${codec}`)) return UNKNOWN_FORMAT;
  const [name, library] = codec === 'lzo' ? ['lzo1x', 'LZO1x'] : [codec, codec.toUpperCase()];
  return `xc_try_${name}_decode: ${library} decompress support unavailable\n${cannotDecompress(codec)}`;
}
