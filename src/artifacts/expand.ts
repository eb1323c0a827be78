import type { Problem } from '../contract/report.ts';
import { FileError, type FileSource, openFile } from '../files/file-source.ts';
import type { Exclusions } from '../glob/exclusions.ts';
import { INSIDE } from '../glob/inside.ts';
import { OTHER_FORMATS, type OtherFormatId } from '../kernel/other-formats.ts';
import type { CheckTime } from '../kernel/payload/work-budget.ts';
import { quote } from '../text/quote.ts';
import { type ArchiveFormat, archiveFormatOf } from './archives/formats.ts';
import { archiveWork, type Purse } from './archives/limits.ts';
import { type InsideArchive, NOT_OPENED, searchArchive } from './archives/search-archive.ts';
import type { Want } from './archives/wants.ts';
import { type Artifact, fileArtifact } from './artifact.ts';
import { newBudget } from './decompress-start.ts';
import type { FoundFile } from './found.ts';
import { insideArtifacts } from './inside-artifacts.ts';
import { isKernelName } from './kernel-name.ts';
import type { Opened } from './opened.ts';
import type { Skipped, SkipReason } from './skipped.ts';

/** A file, and what is wanted of it. */
export interface WantedFile {
  readonly file: FoundFile;
  /** Whether the file itself is wanted, or every kernel in it where it is an archive. */
  readonly isWhole: boolean;
  /** Whether nothing but a walk through a directory came to it. */
  readonly isMet: boolean;
  /** What is wanted in it. */
  readonly into: readonly Into[];
}

/** Members of an archive that a PATH names. */
export interface Into extends Want {
  /** Whether the PATH names the archive, so that it must be one; else a pattern matches it. */
  readonly isNamed: boolean;
}

/** Who wants the file itself; a PATH that leads into it has a number from 0. */
export const WHOLE = -1;

/** What a file came to. */
export interface Expanded {
  readonly artifacts: readonly Artifact[];
  readonly problems: readonly Problem[];
  readonly skipped: readonly Skipped[];
  /** Who got something to check. */
  readonly fulfilled: ReadonlySet<number>;
  /** Who was kept from it. */
  readonly troubled: ReadonlySet<number>;
  /** How many kernels the file stands for where it is wanted itself. */
  readonly whole: number;
  /** Whether something in it is excluded. */
  readonly isExcluding: boolean;
  /** Of an archive: what to say of it. */
  readonly opened: Opened | null;
}

export interface ExpandLimits {
  readonly checkTime: CheckTime;
  readonly maxDictionary?: number | undefined;
  readonly exclusions: Exclusions;
  /** For files that are only met in a directory. */
  readonly purse: Purse;
}

/** A file as it is, or the kernels in it where it is an archive. */
export async function expand(wanted: WantedFile, limits: ExpandLimits): Promise<Expanded> {
  const { file, isWhole, isMet, into } = wanted;
  const { path } = file;
  let source: FileSource;
  try {
    source = openFile(path);
  } catch (error) {
    // The check says so.
    if (error instanceof FileError) return asItIs(wanted);
    throw error;
  }
  try {
    const format = await archiveFormatOf(source, path, newBudget(limits.checkTime));
    if (format === null) return asItIs(wanted);
    const wants = [...(isWhole ? [{ by: WHOLE, patterns: [] }] : []), ...into];
    const purse = isMet ? limits.purse : undefined;
    const context = {
      work: archiveWork(source.size, { ...limits, purse }),
      trustsLists: isMet,
      excludes: limits.exclusions.excludes,
    };
    const inside = await searchArchive(source, format, path, wants, context);
    const reason = isMet ? reasonToSkip(format, inside) : null;
    return reason === null ? expandedOf(wanted, inside, limits) : skippedAs(path, reason, inside);
  } finally {
    source.close();
  }
}

/** A source tree has broken ones for its tests; a package, or a unified image, is made to be installed. */
const MAY_BE_BROKEN: readonly ArchiveFormat[] = ['tar', 'zip', 'iso'];

/** Why an archive that a directory has is passed over; `null` where it is not. */
function reasonToSkip(
  format: ArchiveFormat,
  { kernels, problems, skipped, fault }: InsideArchive,
): SkipReason | null {
  if (kernels.length > 0) return null;
  if (fault === 'limit' && problems.length === 1) return 'long-archive';
  if (fault !== null && problems.length === 1 && MAY_BE_BROKEN.includes(format)) {
    return 'damaged-archive';
  }
  const isExcluding = skipped.some(({ reason }) => reason === 'excluded');
  return problems.length > 0 || isExcluding ? null : 'no-kernel-inside';
}

/** What is there in place of a kernel is more than that there is none. */
function skippedAs(path: string, reason: SkipReason, { skipped }: InsideArchive): Expanded {
  const others = skipped.filter(isOther);
  const isExplained = reason === 'no-kernel-inside' && others.length > 0;
  return { ...NOTHING, skipped: isExplained ? others : [{ path, reason }] };
}

/** What has the name of a kernel, and is one of another kind, or may have a kernel in it: a squashfs. */
function isOther(one: Skipped): one is Skipped & { readonly reason: OtherFormatId } {
  const { path, reason } = one;
  if (!Object.hasOwn(OTHER_FORMATS, reason)) return false;
  return isKernelName(path) || NOT_OPENED.some((format) => format === reason);
}

const NOTHING: Expanded = {
  artifacts: [],
  problems: [],
  skipped: [],
  whole: 0,
  isExcluding: false,
  fulfilled: new Set(),
  troubled: new Set(),
  opened: null,
};

function expandedOf(
  { file: { path } }: WantedFile,
  inside: InsideArchive,
  limits: ExpandLimits,
): Expanded {
  const { kernels, skipped, problems, troubled, depends } = inside;
  const isExcluding = skipped.some(({ reason }) => reason === 'excluded');
  return {
    artifacts: insideArtifacts(path, kernels, limits),
    problems,
    skipped,
    whole: kernels.filter(({ by }) => by.includes(WHOLE)).length,
    isExcluding,
    fulfilled: new Set(kernels.flatMap(({ by }) => by)),
    troubled,
    opened: {
      path,
      kernels: kernels.map(({ name }) => memberOf(path, name)),
      depends: [...depends],
      debug: skipped.filter(({ reason }) => reason === 'debug').map((one) => one.path),
      others: skipped
        .filter(isOther)
        .map(({ path: name, reason: format }) => ({ name: memberOf(path, name), format })),
    },
  };
}

/** The name of a member in its archive. */
function memberOf(archive: string, name: string): string {
  return name.slice(archive.length).replace(/^!\/?/, '');
}

/** What is no archive: a kernel for all that want the file, and a problem for a name in it. */
function asItIs({ file: { path }, isWhole, into }: WantedFile): Expanded {
  const lost = into.filter(({ isNamed }) => isNamed);
  return {
    ...NOTHING,
    artifacts: isWhole ? [fileArtifact(path)] : [],
    problems: lost.map(({ patterns }) => ({
      path,
      message: `is no archive that can be opened: it has no ${quote(patterns.join(INSIDE))}`,
    })),
    whole: isWhole ? 1 : 0,
    fulfilled: new Set(isWhole ? [WHOLE] : []),
    troubled: new Set(lost.map(({ by }) => by)),
  };
}
