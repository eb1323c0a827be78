import { OTHER_FORMATS, type OtherFormatId } from '../kernel/other-formats.ts';

/** Each reason as what one or several such files or directories are called. */
const NAMES = {
  baseline: ['path of the baseline', 'paths of the baseline'],
  excluded: ['excluded file or directory', 'excluded files or directories'],
  'named-excluded': ['file that is named and excluded', 'files that are named and excluded'],
  object: ['unlinked object file', 'unlinked object files'],
  'no-xen-notes': ['ELF file without Xen notes', 'ELF files without Xen notes'],
  debug: ['file with debug information only', 'files with debug information only'],
  'other-boot-image': [
    'boot image with a bzImage header that is not Linux',
    'boot images with a bzImage header that are not Linux',
  ],
  // A bzImage by itself is checked.
  bzimage: ['compressed bzImage', 'compressed bzImages'],
  misnamed: [
    'file named like a kernel, with none inside',
    'files named like kernels, with none inside',
  ],
  compressed: [
    'compressed file that takes too long to search; name it to check it',
    'compressed files that take too long to search; name them to check them',
  ],
  damaged: ['damaged compressed file', 'damaged compressed files'],
  intermediate: ['intermediate result of a build', 'intermediate results of a build'],
  ignored: ['dependency or repository directory', 'dependency or repository directories'],
  special: ['FIFO, socket or device', 'FIFOs, sockets or devices'],
  'link-out': ['link out of the directory', 'links out of the directory'],
  'link-inside': ['link inside an archive', 'links inside archives'],
  'long-archive': [
    'archive that takes too long to search; name it to check it',
    'archives that take too long to search; name them to check them',
  ],
  'damaged-archive': ['damaged archive', 'damaged archives'],
  'no-kernel-inside': [
    'package or archive without a kernel',
    'packages or archives without a kernel',
  ],
  'link-lost': ['broken link', 'broken links'],
} as const satisfies Record<string, readonly [one: string, several: string]>;

/** Why a file that a directory has, or a pattern matches, is not checked. */
export type SkipReason = keyof typeof NAMES | OtherFormatId;

/** A file, or a directory with all that is in it, that was passed over. */
export interface Skipped {
  readonly path: string;
  readonly reason: SkipReason;
}

/** How many files of a kind are named. */
const MOST_NAMED = 3;

/** What was passed over and why, a line for each reason; paths are as the file system has them. */
export function describeSkipped(skipped: readonly Skipped[]): string[] {
  const byReason = new Map<SkipReason, string[]>();
  for (const { path, reason } of skipped) {
    const paths = byReason.get(reason);
    if (paths) paths.push(path);
    else byReason.set(reason, [path]);
  }
  return [...byReason].map(([reason, paths]) => {
    const more = paths.length > MOST_NAMED ? ', …' : '';
    return `${paths.length} ${nameOf(reason, paths.length)}: ${paths.slice(0, MOST_NAMED).join(', ')}${more}`;
  });
}

function nameOf(reason: SkipReason, count: number): string {
  if (isOwn(reason)) return NAMES[reason][count === 1 ? 0 : 1];
  const { name, plural } = OTHER_FORMATS[reason];
  return count === 1 ? name.replace(/^an? /, '') : plural;
}

function isOwn(reason: SkipReason): reason is keyof typeof NAMES {
  return Object.hasOwn(NAMES, reason);
}
