/** A vendor or project, and its products: `debian`, `qubes`. */
export interface Family {
  readonly id: string;
  readonly name: string;
  /** The oldest first. */
  readonly products: readonly Product[];
}

/** A Xen that people install: `debian-12`. */
export interface Product {
  readonly id: string;
  readonly name: string;
  /** Other names that users write for it: `bookworm`. */
  readonly aliases?: readonly string[];
  /** The last day of its support; `null` where no end is known. */
  readonly supportedUntil: { readonly day: Day; readonly source: string } | null;
  readonly guests: {
    /** How its guests boot. */
    readonly ways: readonly GuestWay[];
    /** The release of GRUB that `pvgrub` and `pvhgrub` are, where it is known. */
    readonly grub: string | null;
    readonly note: string;
  };
  readonly dom0: {
    readonly guestType: 'pv';
    /** Whether a user may choose the kernel of dom0; `null` where that is not known. */
    readonly userChoosesKernel: boolean | null;
  };
  /** Its packages of Xen over time, the oldest first; the last one is today's. */
  readonly states: readonly ProductState[];
}

/** What a product installs from one day on, until the next state. */
export interface ProductState {
  /** `null` for the first state: from the start of the product on, whenever that was. */
  readonly since: Day | null;
  /** The version of its package; `null` where none was seen. */
  readonly package: string | null;
  /** The release of Xen that it behaves like, but for the differences. */
  readonly release: string;
  /** Names of differences, as in `4.17.7+no-domu-lzo`. */
  readonly differences: readonly string[];
  /** What the evidence leaves open; until it is settled, a verdict that depends on it is a warning. */
  readonly unsure?: readonly Unsure[];
  /** What no evidence of this build shows, and yet stands among the differences. */
  readonly inferred?: readonly Inferred[];
  /** What else is not known, in words. */
  readonly unknown?: readonly string[];
  readonly note?: string;
  readonly evidence: readonly Evidence[];
}

export interface Unsure {
  /** The name of a fact that the build may have or lack. */
  readonly fact: string;
  /** Why that is not known, a clause. */
  readonly why: string;
}

export interface Inferred {
  /** Some of those of the state. */
  readonly differences: readonly string[];
  /** What they follow from, a noun. */
  readonly from: string;
}

export interface Evidence {
  /** Whether a binary was run or read, its source was read, or a user reported it in public. */
  readonly kind: 'binary' | 'source' | 'report';
  readonly what: string;
  readonly source: string;
  /** Of the source; `null` where it has none. */
  readonly date: Day | null;
  /** The differences that it shows; left out where it shows only the release. */
  readonly shows?: readonly string[];
}

/**
 * - `direct` the toolstack loads a kernel file of dom0
 * - `pygrub` the toolstack loads a kernel that `pygrub` copied from the guest's disk
 * - `pvgrub`, `pvhgrub` GRUB runs in the guest and loads the kernel
 * - `hvm` firmware boots the disk: Xen does not see the kernel
 */
export type GuestWay = 'direct' | 'pygrub' | 'pvgrub' | 'pvhgrub' | 'hvm';

/** `YYYY-MM-DD`; where less is known, `YYYY-MM` or `YYYY`. */
type Day = string;
