import type { ByteSource } from '../../bytes/bytes.ts';
import { bytesSource } from '../../bytes/bytes.ts';
import { codecOf } from '../../codecs/codecs.ts';
import { readBzImage } from '../../kernel/bzimage.ts';
import { isElf } from '../../kernel/elf.ts';
import { type OtherFormatId, otherFormatOf } from '../../kernel/other-formats.ts';
import { KERNEL_SECTIONS, type PeContainer } from '../../kernel/pe-kernel.ts';
import { type Budget, probeStart } from '../decompress-start.ts';
import { openApk } from './apk.ts';
import { openDeb } from './deb.ts';
import { openIso } from './iso.ts';
import type { ArchiveWork } from './limits.ts';
import type { Archive } from './member.ts';
import { openPe } from './open-pe.ts';
import { openTar } from './open-tar.ts';
import { openRpm } from './rpm.ts';
import { openZip } from './zip.ts';

/** How each kind of archive is opened; all may throw an `ArchiveError`. */
export const ARCHIVES = {
  deb: openDeb,
  rpm: openRpm,
  zip: openZip,
  iso: openIso,
  tar: openTar,
  pacman: openTar,
  apk: openApk,
  uki: openPe('uki'),
  'xen-unified': openPe('xen-unified'),
} as const satisfies Partial<
  Record<OtherFormatId, (source: ByteSource, work: ArchiveWork) => Promise<Archive>>
>;

export type ArchiveFormat = keyof typeof ARCHIVES;

/** Those that may be compressed as a whole. */
const COMPRESSED: readonly ArchiveFormat[] = ['tar', 'pacman', 'apk'];

/** What archives are called; other names are not opened unless a user names them. */
const ARCHIVE_NAME =
  /\.(?:deb|udeb|ddeb|efi|rpm|zip|iso|apk|tar|tgz|tbz2?|txz|tzst|tar\.(?:gz|bz2|lzma|xz|lzo|lz4|zst))$/i;

/** In bytes. */
const TAR_HEADER = 512;

const TAR_NAME = /\.(?:tgz|tbz2?|txz|tzst|tar\.(?:gz|bz2|lzma|xz|lzo|lz4|zst))$/i;

/** Whether a file that is not named itself is opened where it is an archive. */
export function isArchiveName(path: string): boolean {
  return ARCHIVE_NAME.test(path);
}

/**
 * What kind of archive a source is, by its first bytes; `null` for none. What Xen takes for a kernel is
 * one, whatever else it is.
 *
 * @param path a damaged compressed file is an archive if its name says so.
 */
export async function archiveFormatOf(
  source: ByteSource,
  path: string,
  budget: Budget,
): Promise<ArchiveFormat | null> {
  if (isElf(source) || readBzImage(source) !== null) return null;
  const plain = otherFormatOf(source);
  if (plain !== null) return isArchive(plain) ? plain : null;
  const codec = codecOf(source.read(0, 8));
  if (codec === null) return null;
  const probe = await probeStart(source, codec, budget);
  if (probe === null || probe.length < TAR_HEADER) return TAR_NAME.test(path) ? 'tar' : null;
  const first = bytesSource(probe);
  if (isElf(first) || readBzImage(first) !== null) return null;
  const inner = otherFormatOf(first);
  return inner !== null && isArchive(inner) && COMPRESSED.includes(inner) ? inner : null;
}

/** PE files with a kernel in them: a kernel is expected there, whatever its name. */
export function isPeContainer(format: ArchiveFormat): format is PeContainer {
  return Object.hasOwn(KERNEL_SECTIONS, format);
}

export function isArchive(format: OtherFormatId): format is ArchiveFormat {
  return Object.hasOwn(ARCHIVES, format);
}
