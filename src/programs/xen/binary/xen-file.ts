import type { XenFactId } from '../facts/facts.ts';

/** What a file of a Xen says of itself: a hypervisor, or the toolstack library that loads guests. */
export interface XenFile {
  readonly part: XenPart;
  /** In words: `multiboot ELF, compressed with gzip`. */
  readonly format: string;
  /** `4.20.5-pre`; of a library, which has no more, its series: `4.17`. */
  readonly version: string;
  /** Where the version stands. */
  readonly versionFrom: string;
  /** The vendor's longer name of the version, `4.20.4+63-g7abfd2bce2-0+deb13u1`; `null` for none. */
  readonly vendorVersion: string | null;
  /** In hexadecimal; `null` for none. */
  readonly buildId: string | null;
  /** The loaders of a library, `Linux bzImage`; none of a hypervisor, which has them in its code. */
  readonly loaders: readonly string[];
  /** Every fact that the file decides. */
  readonly facts: readonly ReadFact[];
}

export type XenPart = 'hypervisor' | 'toolstack';

/** A fact that was read from a file. */
export interface ReadFact {
  readonly fact: XenFactId;
  readonly present: boolean;
  /** What shows it, as a clause that follows the file: `holds "ZSTD-compressed data is corrupt"`. */
  readonly how: string;
}
