import type { Problem } from '../contract/report.ts';
import { FileError, type FileSource, openFile } from '../files/file-source.ts';
import type { Exclusions } from '../glob/exclusions.ts';
import { INSIDE } from '../glob/inside.ts';
import type { CheckTime } from '../kernel/payload/work-budget.ts';
import { quote } from '../text/quote.ts';
import { archiveFormatOf } from './archives/formats.ts';
import { archiveWork, type WorkLimits } from './archives/limits.ts';
import { openInside } from './archives/open-inside.ts';
import { type InsideArchive, searchArchive } from './archives/search-archive.ts';
import type { Want } from './archives/wants.ts';
import { type Artifact, fileArtifact } from './artifact.ts';
import { newBudget } from './decompress-start.ts';
import type { FoundFile } from './found.ts';
import type { Opened } from './opened.ts';
import type { Skipped } from './skipped.ts';

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
}

/** What an archive that is only met in a directory may decompress to, in bytes: a second or some. */
const MOST_FOR_MET = 2 * 1024 * 1024 * 1024;

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
    const bounds: WorkLimits = { ...limits, most: isMet ? MOST_FOR_MET : undefined };
    const context = {
      work: archiveWork(source.size, bounds),
      trustsLists: isMet,
      excludes: limits.exclusions.excludes,
    };
    const inside = await searchArchive(source, format, path, wants, context);
    return expandedOf(wanted, inside, limits);
  } finally {
    source.close();
  }
}

function expandedOf(
  { file: { path }, isMet }: WantedFile,
  inside: InsideArchive,
  limits: ExpandLimits,
): Expanded {
  const { kernels, skipped, problems, troubled, depends } = inside;
  const isExcluding = skipped.some(({ reason }) => reason === 'excluded');
  const isNone = kernels.length === 0 && problems.length === 0 && !isExcluding;
  return {
    artifacts: kernels.map(({ name, at, container }) => ({
      name,
      ...(container && { container }),
      open: () => openInside(path, at, limits),
    })),
    problems,
    skipped: isMet && isNone ? [{ path, reason: 'no-kernel-inside' }] : skipped,
    whole: kernels.filter(({ by }) => by.includes(WHOLE)).length,
    isExcluding,
    fulfilled: new Set(kernels.flatMap(({ by }) => by)),
    troubled,
    opened: {
      path,
      kernels: kernels.map(({ name }) => name.slice(path.length).replace(/^!\/?/, '')),
      depends: [...depends],
      debug: skipped.filter(({ reason }) => reason === 'debug').map((one) => one.path),
    },
  };
}

/** What is no archive: a kernel for all that want the file, and a problem for a name in it. */
function asItIs({ file: { path }, isWhole, into }: WantedFile): Expanded {
  const lost = into.filter(({ isNamed }) => isNamed);
  return {
    artifacts: isWhole ? [fileArtifact(path)] : [],
    problems: lost.map(({ patterns }) => ({
      path,
      message: `is no archive that can be opened: it has no ${quote(patterns.join(INSIDE))}`,
    })),
    skipped: [],
    whole: isWhole ? 1 : 0,
    isExcluding: false,
    fulfilled: new Set(isWhole ? [WHOLE] : []),
    troubled: new Set(lost.map(({ by }) => by)),
    opened: null,
  };
}
