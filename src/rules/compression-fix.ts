import type { Codec } from '../codecs/codec.ts';
import { bootPath, isGrubPath } from '../programs/boot-path.ts';
import type { FailedBoot, Known } from './known.ts';

/** The compressions that a kernel build offers, those that most releases take first. */
const CODECS: readonly Codec[] = ['gzip', 'xz', 'zstd', 'lz4', 'lzo', 'lzma', 'bzip2'];

/** More of them are not worth reading. */
const MOST_OFFERED = 2;

/**
 * What to compress a kernel with in place of `present`: what all boots that failed take, by their facts.
 */
export function compressionFix(
  { system, boots }: Pick<Known, 'system' | 'boots'>,
  present: Codec,
): string {
  const offered = CODECS.filter((codec) => codec !== present && boots.every(takes(codec))).slice(
    0,
    MOST_OFFERED,
  );
  if (offered.length === 0) return 'Ship the ELF file without compression.';
  const isLinux = system === 'linux';
  const names = offered.map((codec) => (isLinux ? `${codec} (${optionOf(codec)})` : codec));
  const whole = isLinux ? 'the decompressed `vmlinux`' : 'the ELF file without compression';
  return `Compress the kernel with ${names.join(' or ')} in place of ${present}: every ${loadersOf(boots)} that fails here supports that. Shipping ${whole} works too.`;
}

function loadersOf(boots: readonly FailedBoot[]): string {
  const byGrub = boots.filter(({ path }) => isGrubPath(path)).length;
  if (byGrub === 0) return 'Xen';
  return byGrub === boots.length ? 'GRUB' : 'Xen and GRUB';
}

/** What every GRUB reads: lzo only some do, and zstd is broken where it is there. */
const OF_GRUB: readonly Codec[] = ['gzip', 'xz'];

function takes(codec: Codec): (boot: FailedBoot) => boolean {
  return ({ path, has }) => {
    if (isGrubPath(path)) return OF_GRUB.includes(codec);
    const inHypervisor = bootPath(path).loadedBy === 'hypervisor';
    const isKnown = has(inHypervisor ? `dom0-${codec}` : `domu-${codec}`);
    if (codec === 'lz4') return isKnown && isLz4Sound(has, inHypervisor);
    // Linux builds xz with a dictionary of 128 MiB since 6.12, more than liblzma may take there.
    return codec === 'xz' ? isKnown && (inHypervisor || has('domu-lzma-memory-256-mib')) : isKnown;
  };
}

function isLz4Sound(has: FailedBoot['has'], inHypervisor: boolean): boolean {
  const isWhole = !inHypervisor || !has('lz4-overrun-check') || has('lz4-overrun-check-fixed');
  return isWhole && (!has('lz4-underrun-check') || has('lz4-underrun-check-fixed'));
}

const optionOf = (codec: Codec) => `\`CONFIG_KERNEL_${codec.toUpperCase()}=y\``;
