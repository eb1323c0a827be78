import { type ByteSource, bytesSource, UnreadableError } from '../../bytes/bytes.ts';
import type { Problem } from '../../contract/report.ts';
import { describeError } from '../../files/file-error.ts';
import { FileError } from '../../files/file-source.ts';
import { UNNAMEABLE } from '../../files/fs-path.ts';
import { nameInside } from '../../glob/inside.ts';
import { type OtherFormatId, otherFormatOf } from '../../kernel/other-formats.ts';
import type { PeContainer } from '../../kernel/pe-kernel.ts';
import { type Budget, newBudget } from '../decompress-start.ts';
import { describeCut, isForDebugger, isKernelName } from '../kernel-name.ts';
import type { Skipped, SkipReason } from '../skipped.ts';
import { identify, mayBeKernel } from '../sniff.ts';
import { ArchiveError, type ArchiveFault } from './archive-error.ts';
import { kernelPackages } from './depends.ts';
import {
  ARCHIVES,
  type ArchiveFormat,
  archiveFormatOf,
  isArchiveName,
  isPeContainer,
} from './formats.ts';
import { type ArchiveWork, MOST_NESTED } from './limits.ts';
import type { Member } from './member.ts';
import { isKernelFile, prepareWants, type Want, type Wants } from './wants.ts';

/** A kernel in an archive. */
export interface InsideKernel {
  /** The archive's name, `!/`, and the member's: `linux-image.deb!/boot/vmlinuz-6.12`. */
  readonly name: string;
  /** Its place among the members, from 0; in an archive in the archive, one for each. */
  readonly at: readonly number[];
  /** The wants that it fulfils. */
  readonly by: readonly number[];
  /** The PE file that it is a section of; `null` for a member of another archive. */
  readonly container: PeContainer | null;
}

/** What was found in an archive, with the archives in it. */
export interface InsideArchive {
  readonly kernels: InsideKernel[];
  readonly skipped: Skipped[];
  readonly problems: Problem[];
  /** Wants that something kept from being fulfilled. */
  readonly troubled: Set<number>;
  /** Packages that should have a kernel, on which packages without one depend. */
  readonly depends: Set<string>;
  /** What kept the archive itself from being read to its end. */
  fault: ArchiveFault | null;
}

export interface SearchContext {
  readonly work: ArchiveWork;
  /**
   * Whether a package without a kernel in its own list of files is known to have none, so that its
   * contents need not be looked at.
   */
  readonly trustsLists: boolean;
  /** Whether a member, by its full name, is not to be looked at. */
  readonly excludes: (name: string) => boolean;
}

/**
 * Looks for kernels in an archive. What is wrong with it, or with a member, becomes a problem; what was
 * found before counts.
 *
 * @param name of the archive, for reports.
 */
export async function searchArchive(
  source: ByteSource,
  format: ArchiveFormat,
  name: string,
  wants: readonly Want[],
  context: SearchContext,
): Promise<InsideArchive> {
  const found: InsideArchive = {
    kernels: [],
    skipped: [],
    problems: [],
    troubled: new Set(),
    depends: new Set(),
    fault: null,
  };
  const budget = newBudget(context.work.checkTime);
  await go({ source, format, name, wants, at: [] }, { ...context, budget, found });
  return found;
}

interface Search extends SearchContext {
  readonly budget: Budget;
  readonly found: InsideArchive;
}

interface Level {
  readonly source: ByteSource;
  readonly format: ArchiveFormat;
  readonly name: string;
  readonly wants: readonly Want[];
  readonly at: readonly number[];
}

async function go(level: Level, search: Search): Promise<void> {
  const { source, format, name, wants, at } = level;
  const { work, found } = search;
  try {
    if (at.length >= MOST_NESTED) {
      throw new ArchiveError('limit', `is in more than ${MOST_NESTED - 1} archives, the limit`);
    }
    const archive = await ARCHIVES[format](source, work);
    const prepared = prepareWants(wants);
    const needed = prepared.needed(archive.listed, search.trustsLists);
    const taken = new Set<string>();
    let index = 0;
    if (needed?.size !== 0) {
      for await (const member of archive.members) {
        if (taken.has(member.name) && member.kind !== 'directory') {
          trouble(found, nameInside(name, member.name), TWICE, wants);
        } else if (await meet(member, { ...level, at: [...at, index] }, prepared, search)) {
          taken.add(member.name);
        }
        index++;
        // A directory that is meant may have more behind it.
        if (member.kind === 'directory') continue;
        if (needed?.delete(member.name) && needed.size === 0) break;
      }
    }
    await archive.members.return();
    for (const one of kernelPackages(archive.depends())) found.depends.add(one);
  } catch (error) {
    if (!isExpected(error)) throw error;
    if (at.length === 0) found.fault = error instanceof ArchiveError ? error.fault : 'damaged';
    trouble(found, name, describeError(error), wants);
  }
}

/** What a file may do to its reader; anything else is a bug, or the end of the run. */
function isExpected(error: unknown): boolean {
  return [ArchiveError, FileError, UnreadableError].some((kind) => error instanceof kind);
}

const TWICE = 'has the name of an earlier member: which of them is installed depends on the tool';

const NOT_AS_IT_IS =
  'is stored sparse, compressed or in parts, which is not read: extract it, and check that file';

/** @returns whether a kernel was taken. */
async function meet(member: Member, level: Level, wants: Wants, search: Search): Promise<boolean> {
  const { named, walked, deeper } = wants.of(member.name);
  if (named.length + walked.length + deeper.length === 0) return false;
  const { found } = search;
  const name = nameInside(level.name, member.name);
  const isNamed = named.length + deeper.length > 0;
  if (member.kind === 'unreadable') {
    // A kernel must not be passed over for how it is stored.
    const by = [...named, ...walked, ...deeper.map(byOf)];
    if (isNamed || isKernelFile(member.name)) trouble(found, name, NOT_AS_IT_IS, asWants(by));
    return false;
  }
  if (member.kind !== 'file') {
    if (!isNamed || member.kind === 'directory') return false;
    found.skipped.push({ path: name, reason: member.kind === 'link' ? 'link-inside' : 'special' });
    return false;
  }
  if (!isNamed && isForDebugger(member.name)) {
    if (isKernelName(member.name)) found.skipped.push({ path: name, reason: 'debug' });
    return false;
  }
  const isExpected = isKernelFile(member.name) || isPeContainer(level.format);
  const isNest = isNamed || isExpected || isArchiveName(member.name);
  const head = isNest ? null : await member.head(HEAD);
  if (head !== null && !mayBeKernel(head)) {
    const other = otherFormatOf(bytesSource(head));
    if (other !== null && NOT_OPENED.includes(other))
      found.skipped.push({ path: name, reason: other });
    return false;
  }
  if (search.excludes(name)) {
    found.skipped.push({ path: name, reason: 'excluded' });
    return false;
  }

  const source = await openMember(member, name, [...named, ...walked, ...deeper.map(byOf)], found);
  if (source === null) return false;
  const format = isNest ? await archiveFormatOf(source, member.name, search.budget) : null;
  if (format !== null) {
    const kernels = [...named, ...walked].map((by) => ({ by, patterns: [] }));
    const trustsLists = search.trustsLists || !isNamed;
    const within = { ...level, source, format, name, wants: [...kernels, ...deeper] };
    await go(within, { ...search, trustsLists });
    return false;
  }
  if (deeper.length > 0) trouble(found, name, 'is no archive', deeper);
  const isKernel =
    named.length > 0 ||
    (walked.length > 0 &&
      (await isKernelInside(source, isExpected, { name, walked, level }, search)));
  if (!isKernel) return false;
  if (name.includes('\ufffd')) {
    trouble(found, name, UNNAMEABLE, asWants([...named, ...walked]));
    return false;
  }
  const container = isPeContainer(level.format) ? level.format : null;
  found.kernels.push({ name, at: level.at, by: [...named, ...walked], container });
  return true;
}

const byOf = ({ by }: Want) => by;

/** `null` where it is too large to be held, or cannot be read, which is a problem of its own. */
async function openMember(
  member: Member,
  name: string,
  by: readonly number[],
  found: InsideArchive,
): Promise<ByteSource | null> {
  try {
    return await member.open();
  } catch (error) {
    if (!(error instanceof ArchiveError) || error.fault === 'damaged') throw error;
    trouble(found, name, error.message, asWants(by));
    return null;
  }
}

/** What may have kernels in it, and is not opened. */
export const NOT_OPENED: readonly OtherFormatId[] = ['squashfs', '7z', 'qcow2'];

/** Enough to see what a member may be, in bytes. */
const HEAD = 16 * 1024;

/** A member, and who looks for kernels there. */
interface Met {
  readonly name: string;
  readonly walked: readonly number[];
  readonly level: Level;
}

async function isKernelInside(
  source: ByteSource,
  isExpected: boolean,
  { name, walked, level }: Met,
  { found, budget }: Search,
): Promise<boolean> {
  const identity = await identify(source, isExpected, budget);
  if (identity === 'kernel') return true;
  // A build means what it puts there: the check says what it is.
  if (isPeContainer(level.format) && (identity === null || identity === 'damaged')) return true;
  if (isExpected && identity === null) {
    const cut = describeCut(source);
    if (cut !== null) trouble(found, name, cut, asWants(walked));
    else found.skipped.push({ path: name, reason: 'misnamed' });
  } else if (identity !== null && (isExpected || !isUsual(identity))) {
    found.skipped.push({ path: name, reason: identity });
  }
  return false;
}

/** What packages and root file systems are full of. */
function isUsual(reason: SkipReason): boolean {
  return ['object', 'no-xen-notes', 'other-elf', 'damaged', 'pe'].includes(reason);
}

function asWants(by: readonly number[]): Want[] {
  return by.map((one) => ({ by: one, patterns: [] }));
}

function trouble(
  { problems, troubled }: InsideArchive,
  path: string,
  message: string,
  wants: readonly Want[],
): void {
  problems.push({ path, message });
  for (const { by } of wants) troubled.add(by);
}
