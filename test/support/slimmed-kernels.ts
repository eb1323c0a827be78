import { readFileSync } from 'node:fs';
import type { Codec } from '../../src/codecs/codec.ts';

/** What is known of a file in `test/kernels`. Sizes in bytes. */
export interface SlimmedKernel {
  readonly file: string;
  readonly codec: Codec;
  readonly version: string;
  readonly arch: string;
  readonly size: number;
  readonly dictionary: number | null;
}

const MiB = 1 << 20;
const TRIXIE = { version: '6.12.94+deb13-amd64 ', arch: 'x86_64', size: 57_643_128 } as const;

export const SLIMMED_KERNELS: readonly SlimmedKernel[] = [
  {
    file: 'vmlinuz-5.10.0-32-686-pae.img',
    codec: 'xz',
    version: '5.10.0-32-686-pae ',
    arch: 'i386',
    size: 14_447_520,
    dictionary: 32 * MiB,
  },
  {
    file: 'vmlinuz-6.1.0-50-amd64.img',
    codec: 'xz',
    version: '6.1.0-50-amd64 ',
    arch: 'x86_64',
    size: 65_905_060,
    dictionary: 32 * MiB,
  },
  {
    file: 'vmlinuz-6.1.0-50-cloud-amd64.img',
    codec: 'lz4',
    version: '6.1.0-50-cloud-amd64 ',
    arch: 'x86_64',
    size: 53_241_868,
    dictionary: null,
  },
  {
    file: 'vmlinuz-7.2.13+deb14-cloud-amd64.img',
    codec: 'zstd',
    version: '7.2.13+deb14-cloud-amd64 ',
    arch: 'x86_64',
    size: 62_093_508,
    dictionary: 128 * MiB,
  },
  { file: 'vmlinuz-6.12.94+deb13-amd64.img', codec: 'zstd', ...TRIXIE, dictionary: 128 * MiB },
  { file: 'vmlinuz-6.12.94+deb13-amd64.gzip.img', codec: 'gzip', ...TRIXIE, dictionary: null },
  { file: 'vmlinuz-6.12.94+deb13-amd64.bzip2.img', codec: 'bzip2', ...TRIXIE, dictionary: null },
  { file: 'vmlinuz-6.12.94+deb13-amd64.lzma.img', codec: 'lzma', ...TRIXIE, dictionary: 64 * MiB },
  { file: 'vmlinuz-6.12.94+deb13-amd64.xz.img', codec: 'xz', ...TRIXIE, dictionary: 32 * MiB },
  { file: 'vmlinuz-6.12.94+deb13-amd64.xz128.img', codec: 'xz', ...TRIXIE, dictionary: 128 * MiB },
  { file: 'vmlinuz-6.12.94+deb13-amd64.lzo.img', codec: 'lzo', ...TRIXIE, dictionary: null },
  { file: 'vmlinuz-6.12.94+deb13-amd64.lz4.img', codec: 'lz4', ...TRIXIE, dictionary: null },
];

/** The smallest kernel of each codec, for tests that need one of each. */
export const ONE_OF_EACH_CODEC: readonly SlimmedKernel[] = [
  ...new Map(
    SLIMMED_KERNELS.toSorted((a, b) => b.size - a.size).map((kernel) => [kernel.codec, kernel]),
  ).values(),
];

export function slimmedKernel(file: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../kernels/${file}`, import.meta.url)));
}
