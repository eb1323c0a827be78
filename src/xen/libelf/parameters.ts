/** An address that no note set is all ones in Xen (`UNSET_ADDR`), and `null` here. */
export type Address = bigint | null;

/** What libelf takes from the notes and computes from them (`struct elf_dom_parms`). */
export interface Parameters {
  guestOs: string;
  xenVersion: string;
  loader: string;
  /** 0: none, 1: yes, 2: yes[extended-cr3], 3: bimodal (`enum xen_pae_type`). */
  pae: number;
  bsdSymtab: boolean;
  virtBase: Address;
  entry: Address;
  hypercallPage: Address;
  initP2m: Address;
  paddrOffset: Address;
  /** Highest address that the kernel lets Xen start at (`virt_hv_start_low`). */
  hvStartLow: Address;
  /** Whether the release read a SUPPORTED_FEATURES note, whatever was in it. */
  listsFeatures: boolean;
  /** A 32-bit physical address, `null` where unset (`UNSET_ADDR32`). */
  phys32Entry: number | null;
  /** The bit maps of features that the kernel can live with, and that it cannot live without. */
  supportedFeatures: number;
  requiredFeatures: number;
  relocation: Relocation | null;
  /** First virtual address of the image, and the first after it. */
  kernelStart: bigint;
  kernelEnd: bigint;
}

/** The note PHYS32_RELOC; in bytes, physical. */
export interface Relocation {
  /** `null` where the note has no first word. */
  readonly align: number | null;
  readonly min: number;
  readonly max: number;
}

export const UNSET_ADDR = 0xffff_ffff_ffff_ffffn;
export const UNSET_ADDR32 = 0xffff_ffff;

export function emptyParameters(): Parameters {
  return {
    guestOs: '',
    xenVersion: '',
    loader: '',
    pae: 0,
    bsdSymtab: false,
    virtBase: null,
    entry: null,
    hypercallPage: null,
    initP2m: null,
    paddrOffset: null,
    hvStartLow: null,
    listsFeatures: false,
    phys32Entry: null,
    supportedFeatures: 0,
    requiredFeatures: 0,
    relocation: null,
    kernelStart: 0n,
    kernelEnd: 0n,
  };
}

/** An address as Xen keeps it: all ones is the same as never set. */
export function address(value: bigint): Address {
  const wrapped = BigInt.asUintN(64, value);
  return wrapped === UNSET_ADDR ? null : wrapped;
}

/** The names in `struct elf_dom_parms` are `char[16]`: 15 bytes survive. */
export function shortString(text: string): string {
  return text.slice(0, 15);
}
