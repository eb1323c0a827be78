/** A table of the report: a row for each input, a column for each way to handle it. */
export interface Part {
  readonly title: string;
  readonly text: string;
  /** Heading of the first column. */
  readonly input: string;
  readonly ways: readonly string[];
  /** Two of the ways: a column shows how many times as long the first takes as the second. */
  readonly compared?: readonly [way: string, other: string];
}

export const GATE = 'gate';
export const BY_HAND = 'by hand';
export const DECOMPRESS = 'decompress only';
export const BOOT = 'boot on Xen';
export const ONE_CORE = 'one core';
export const TWO_CORES = 'two cores';
export const COLD = 'cold cache';
export const WARM = 'warm cache';

export const PARTS = {
  codecs: {
    title: 'One kernel',
    text: `\`check --xen 4.20 --boot pv-domu\` of Debian's kernel 6.12, with its payload in each compression that Linux offers. By hand is a shell script that finds the payload, decompresses it and runs \`readelf -n\`, as \`scripts/extract-vmlinux\` of Linux does.`,
    input: 'compression',
    ways: [GATE, BY_HAND, DECOMPRESS],
    compared: [GATE, BY_HAND],
  },
  start: {
    title: 'Start',
    text: 'The part of each run that does nothing for the kernel.',
    input: 'command',
    ways: [GATE],
  },
  releases: {
    title: 'Many targets',
    text: 'The same kernel in zstd, on all four boot paths.',
    input: 'targets',
    ways: [GATE],
  },
  many: {
    title: 'Many kernels',
    text: 'Copies of a slim kernel in lz4 that differ by a byte, each decompressed to 57 MB. A thousand of them are checked once, without a run before.',
    input: 'kernels',
    ways: [ONE_CORE, TWO_CORES, COLD, WARM],
    compared: [ONE_CORE, TWO_CORES],
  },
  big: {
    title: 'A large vmlinux',
    text: 'Its section headers are at the end of the file, behind the debug information.',
    input: 'file',
    ways: [GATE, BY_HAND],
    compared: [GATE, BY_HAND],
  },
  xen: {
    title: 'Booting it instead',
    text: "Debian's Xen under QEMU, without KVM, with the kernel in zstd as dom0, until Xen accepts or refuses it. That answers for one release on one boot path.",
    input: 'boot path',
    ways: [GATE, BOOT],
    compared: [GATE, BOOT],
  },
} as const satisfies Record<string, Part>;

export type PartId = keyof typeof PARTS;

export const PART_IDS = Object.keys(PARTS) as PartId[];
