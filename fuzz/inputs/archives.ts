import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { buildTar, tarEntry } from '../../test/support/archives.ts';
import { buildIso } from '../../test/support/isos.ts';
import { buildPe, buildUki } from '../../test/support/pe-builder.ts';
import { buildRpm } from '../../test/support/rpms.ts';
import { xenImage } from '../../test/support/xen-builder.ts';
import { applyEdits, edits } from './edits.ts';

/** Archives with the small kernel in them, by kind: of the real tools, where a file of them is small. */
const KERNEL = seed('kernel');
const FILES = [{ name: 'boot/vmlinux', content: KERNEL }];

const SEEDS: Readonly<Record<string, readonly Uint8Array[]>> = {
  deb: ['gzip', 'xz', 'zstd', 'none'].map((codec) => seed(`kernel.${codec}.deb`)),
  rpm: [
    seed('kernel.none.rpm'),
    seed('kernel.gz.rpm'),
    buildRpm({ files: FILES, format: 'stripped', pack: (cpio) => cpio }),
    buildRpm({ files: FILES, names: 'old' }),
  ],
  tar: [seed('kernel.gnu.tar'), seed('kernel.pax.tar')],
  apk: [
    Buffer.concat([
      gzipSync(tarEntry({ name: '.SIGN.RSA.key', content: 'x' })),
      gzipSync(tarEntry({ name: '.PKGINFO', content: 'depend = linux-firmware' })),
      gzipSync(buildTar(FILES)),
    ]),
    ...['none', 'deflate', 'zstd'].map((codec) => seed(`kernel.${codec}.apk`)),
  ],
  zip: [seed('kernel.zip'), seed('kernel.64.zip')],
  iso: (['rock-ridge', 'joliet', 'plain'] as const).map((names) =>
    buildIso({ files: [{ name: 'vmlinux', content: KERNEL }], names }),
  ),
  // Those of the real tools are mostly code, which nothing reads.
  pe: [
    buildUki(KERNEL),
    buildPe([
      { name: '.linux', content: KERNEL },
      { name: '.profile', content: Buffer.from('ID=a\n') },
      { name: '.profile', content: Buffer.from('ID=b\n') },
      { name: '.linux', content: KERNEL },
    ]),
    buildPe([
      { name: '.text', content: xenImage() },
      { name: '.config', content: Buffer.from('options=dom0=pvh dom0_mem=512M,max:1G\n') },
      { name: '.kernel', content: KERNEL },
      { name: '.ramdisk', content: Uint8Array.of(1, 2, 3) },
    ]),
  ],
};

/**
 * Where a reader starts to look, in bytes. An ISO image starts with 32 KiB that no reader looks at. A PE
 * file has its headers behind 128 bytes, and its sections behind these.
 */
const STARTS: Readonly<Record<string, readonly number[]>> = { iso: [32768, 40960], pe: [128, 392] };

function seed(name: string): Uint8Array {
  return new Uint8Array(readFileSync(`fuzz/seeds/${name}`));
}

export const ARCHIVE_KINDS = Object.keys(SEEDS);

/** Archives of a kind, with a few changes. */
export function archives(kind: string): fc.Arbitrary<Uint8Array> {
  return fc
    .record({
      start: fc.constantFrom(...(SEEDS[kind] ?? [])),
      skip: fc.constantFrom(0, ...(STARTS[kind] ?? [])),
      changes: fc.option(edits, { nil: [], freq: 20 }),
      isSealed: fc.boolean(),
      isCompressed: fc.boolean(),
    })
    .map(({ start, skip, changes, isSealed, isCompressed }) => {
      const edited = applyEdits(start.subarray(skip), changes);
      const whole = Buffer.concat([start.subarray(0, skip), edited]);
      const sealed = isSealed ? sealTar(whole) : whole;
      return new Uint8Array(isCompressed && kind === 'tar' ? gzipSync(sealed) : sealed);
    });
}

const BLOCK = 512;
const CHECKSUM = { offset: 148, length: 8 };

/** Corrects the checksums of tar headers, so that a reader comes to the faults behind them. */
function sealTar(file: Uint8Array): Uint8Array {
  const sealed = Buffer.from(file);
  for (let at = 0; at + BLOCK <= sealed.length; at += BLOCK) {
    const header = sealed.subarray(at, at + BLOCK);
    if (header.toString('latin1', 257, 262) !== 'ustar') continue;
    header.fill(' ', CHECKSUM.offset, CHECKSUM.offset + CHECKSUM.length);
    const sum = header.reduce((all, byte) => all + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, CHECKSUM.offset, 'latin1');
  }
  return sealed;
}
