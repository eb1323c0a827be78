import { type ByteSource, sliceSource } from '../../bytes/bytes.ts';
import { ArchiveError } from './archive-error.ts';
import { CPIO_MAGIC, membersIn, packageContent } from './content-stream.ts';
import { cpioMembers, type ListedFile } from './cpio.ts';
import { FILE_TYPE, fileTypeOf } from './file-mode.ts';
import type { ArchiveWork } from './limits.ts';
import { type Archive, cleanName } from './member.ts';
import { type RpmHeader, readRpmHeader } from './rpm-header.ts';

/** The lead, in bytes, with its magic. Nothing else in it counts since rpm 2. */
const LEAD = 96;

// include/rpm/rpmtag.h of rpm
const TAG = {
  oldFileNames: 1027,
  fileSizes: 1028,
  fileModes: 1030,
  fileFlags: 1037,
  requireName: 1049,
  fileDevices: 1095,
  fileInodes: 1096,
  dirIndexes: 1116,
  baseNames: 1117,
  dirNames: 1118,
  payloadFormat: 1124,
  longFileSizes: 5008,
} as const;

/** `RPMFILE_GHOST`: listed, and not in the package. */
const GHOST = 1 << 6;

/**
 * An rpm package of the formats 3, 4 and 6: lead, signatures, header and payload, a cpio archive that
 * is compressed or not. The header has the names of the files and the packages that it requires.
 */
export async function openRpm(source: ByteSource, work: ArchiveWork): Promise<Archive> {
  const signatures = readRpmHeader(source, LEAD);
  const header = readRpmHeader(source, Math.ceil(signatures.end / 8) * 8);
  const [format = 'cpio'] = header.strings(TAG.payloadFormat);
  if (format !== 'cpio') {
    throw new ArchiveError('unsupported', `has a payload of the format '${format}', not cpio`);
  }
  const files = filesOf(header, work);
  const flags = header.numbers(TAG.fileFlags);
  const rest = sliceSource(source, header.end, source.size - header.end);
  const payload = packageContent(rest, CPIO_MAGIC);
  return {
    members: membersIn(payload, work, (stream) => cpioMembers(stream, files, work)),
    listed: files.filter((_, i) => !((flags[i] ?? 0) & GHOST)).map(({ name }) => name),
    depends: () => header.strings(TAG.requireName),
  };
}

function filesOf(header: RpmHeader, work: ArchiveWork): ListedFile[] {
  const names = namesOf(header, work);
  const longSizes = header.numbers(TAG.longFileSizes);
  const sizes = longSizes.length > 0 ? longSizes : header.numbers(TAG.fileSizes);
  const modes = header.numbers(TAG.fileModes);
  const hasContents = lastNames(header, names.length);
  return names.map((name, i) => ({
    name,
    mode: modes[i] ?? 0,
    size: isStored(modes[i] ?? 0) && hasContents(i) ? (sizes[i] ?? 0) : 0,
  }));
}

/** Of the files of an archive, only regular files and links have contents. */
function isStored(mode: number): boolean {
  const type = fileTypeOf(mode);
  return type === FILE_TYPE.regular || type === FILE_TYPE.link;
}

/** Whether a file is the last of those that share an inode, which has the contents of all of them. */
function lastNames(header: RpmHeader, count: number): (index: number) => boolean {
  const inodes = header.numbers(TAG.fileInodes);
  const devices = header.numbers(TAG.fileDevices);
  const last = new Map<string, number>();
  const keyOf = (i: number) => `${devices[i]} ${inodes[i]}`;
  for (let i = 0; i < count; i++) last.set(keyOf(i), i);
  return (index) => inodes.length === 0 || last.get(keyOf(index)) === index;
}

/** In one list, as in rpm 3, or as directories and names in them. */
function namesOf(header: RpmHeader, work: ArchiveWork): string[] {
  const baseNames = header.strings(TAG.baseNames);
  if (baseNames.length === 0) return header.strings(TAG.oldFileNames).map(cleanName);
  const dirNames = header.strings(TAG.dirNames);
  const dirIndexes = header.numbers(TAG.dirIndexes);
  return baseNames.map((name, i) => {
    const directory = dirNames[dirIndexes[i] ?? -1] ?? '';
    // Many files may share a long one.
    work.countName(directory.length + name.length);
    return cleanName(`${directory}${name}`);
  });
}
