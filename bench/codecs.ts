import type { Codec } from '../src/codecs/codec.ts';

/** A compression as Linux's build makes it and as a shell undoes it. Both are filters. */
export interface CodecTools {
  /** `null`: Debian's own payload is measured, which its build made with `zstd -22 --ultra`. */
  readonly compress: readonly [command: string, ...args: string[]] | null;
  readonly decompress: readonly [command: string, ...args: string[]];
  /** The Debian package that has both. */
  readonly package: string;
  /** How long the gate may take, as a multiple of the by-hand way. */
  readonly target: number;
}

/** The commands are those of Linux's scripts/Makefile.lib and scripts/xz_wrap.sh. */
export const CODECS = {
  gzip: {
    compress: ['gzip', '-n', '-9'],
    decompress: ['gzip', '-dc'],
    package: 'gzip',
    target: 1,
  },
  bzip2: {
    compress: ['bzip2', '-9'],
    decompress: ['bzip2', '-dc'],
    package: 'bzip2',
    target: 1.3,
  },
  lzma: {
    compress: ['lzma', '-9'],
    decompress: ['lzma', '-dc'],
    package: 'xz-utils',
    target: 1.3,
  },
  xz: {
    compress: ['xz', '--check=crc32', '--x86', '--lzma2=dict=32MiB'],
    decompress: ['xz', '-dc'],
    package: 'xz-utils',
    target: 1.3,
  },
  lzo: {
    compress: ['lzop', '-9'],
    decompress: ['lzop', '-dc'],
    package: 'lzop',
    target: 1,
  },
  lz4: {
    compress: ['lz4', '-l', '-9', '-', '-'],
    decompress: ['lz4', '-dc'],
    package: 'lz4',
    target: 1,
  },
  zstd: {
    compress: null,
    decompress: ['zstd', '-dc'],
    package: 'zstd',
    target: 1,
  },
} as const satisfies Record<Codec, CodecTools>;
