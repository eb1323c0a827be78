import { plural } from '../plural.ts';

/** Why what a directory has, or a glob matches, is not judged, though somebody may have meant it. */
export type SkipReason =
  | 'baseline'
  | 'object'
  | 'no-xen-notes'
  | 'debug'
  | 'compressed'
  | 'foreign'
  | 'package'
  | 'link-out'
  | 'link-lost'
  | 'intermediate'
  | 'ignored'
  | 'unnameable';

/** Each as what several of them are called. */
const NAMES: Readonly<Record<SkipReason, (count: number) => string>> = {
  baseline: (count) => `${plural(count, 'path')} of the baseline`,
  object: (count) => `${plural(count, 'object file')} that no linker has seen`,
  'no-xen-notes': (count) => `${plural(count, 'ELF file')} without Xen notes`,
  debug: (count) => `${plural(count, 'file')} of debug information without code`,
  compressed: (count) => `${plural(count, 'compressed file')}, judged only when named`,
  foreign: (count) => `${plural(count, 'image')} for arm64, RISC-V or EFI alone`,
  package: (count) => `${plural(count, 'package')}, not looked into`,
  'link-out': (count) => `${plural(count, 'link')} out of the directory`,
  'link-lost': (count) => `${plural(count, 'link')} to nowhere`,
  intermediate: (count) => `${plural(count, 'intermediate result')} of a build`,
  ignored: (count) => `${plural(count, 'place')} where others' packages are`,
  unnameable: (count) => `${plural(count, 'name')} not in UTF-8`,
};

/** A file, or a directory with all that is in it, that was passed over. */
export interface Skipped {
  readonly path: string;
  readonly reason: SkipReason;
}

/** How many files of a kind are named. */
const MOST_NAMED = 3;

/** What was passed over and why, a line for each reason; paths are as the file system has them. */
export function describeSkipped(skipped: readonly Skipped[]): string[] {
  const reasons = Object.keys(NAMES) as SkipReason[];
  return reasons.flatMap((reason) => {
    const paths = skipped.filter((one) => one.reason === reason).map(({ path }) => path);
    if (paths.length === 0) return [];
    const more = paths.length > MOST_NAMED ? ', …' : '';
    const named = paths.slice(0, MOST_NAMED).join(', ');
    return [`${NAMES[reason](paths.length)}: ${named}${more}`];
  });
}
