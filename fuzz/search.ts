import { archiveFormatOf } from '../src/artifacts/archives/formats.ts';
import { archiveWork } from '../src/artifacts/archives/limits.ts';
import { searchArchive } from '../src/artifacts/archives/search-archive.ts';
import { newBudget } from '../src/artifacts/decompress-start.ts';
import { bytesSource } from '../src/bytes/bytes.ts';
import { readUnifiedXen } from '../src/gate/unified-xen.ts';
import { CALENDAR, SETTINGS } from './report-of.ts';

/** What an archive has shown: kernels and problems as JSON, or `null` for a file that is none. */
export interface Search {
  readonly found: string | null;
  /** What was thrown and should not have been. */
  readonly crash: string | null;
}

const EVERYTHING = [{ by: 0, patterns: [] }];

const checkTime = () => {};

/** Looks for kernels in a file, where it is an archive. */
export async function search(file: Uint8Array): Promise<Search> {
  const source = bytesSource(file);
  try {
    const format = await archiveFormatOf(source, 'archive', newBudget(checkTime));
    if (format === null) return { found: null, crash: null };
    const work = archiveWork(source.size, { checkTime });
    const context = { work, trustsLists: false, excludes: () => false };
    const found = await searchArchive(source, format, 'archive', EVERYTHING, context);
    const { kernels, problems, skipped } = found;
    const xen = format === 'xen-unified' && kernels.length > 0 ? await readXen(file) : null;
    return { found: JSON.stringify([format, kernels, problems, skipped, xen]), crash: null };
  } catch (error) {
    return { found: null, crash: `the search threw ${(error as Error).stack}` };
  }
}

/** The Xen around a kernel, or the clause why it cannot be read. */
async function readXen(file: Uint8Array): Promise<string> {
  const open = async () => ({ ...bytesSource(file), close: () => {} });
  const container = { format: 'xen-unified', name: 'archive', open } as const;
  try {
    const { targets } = SETTINGS;
    const xen = await readUnifiedXen(container, targets, CALENDAR.releases, checkTime);
    const builds = xen.targets.flatMap(({ builds, boot, machine }) =>
      builds.map(({ binary }) => [binary, boot, machine]),
    );
    return JSON.stringify([builds, xen.refusals]);
  } catch (error) {
    const { message } = error as Error;
    if (/^(?:cannot be checked: |is in a unified image of Xen )/.test(message)) return message;
    throw error;
  }
}
