import { archiveFormatOf } from '../src/artifacts/archives/formats.ts';
import { archiveWork } from '../src/artifacts/archives/limits.ts';
import { searchArchive } from '../src/artifacts/archives/search-archive.ts';
import { newBudget } from '../src/artifacts/decompress-start.ts';
import { bytesSource } from '../src/bytes/bytes.ts';

/** What an archive has shown: kernels and problems as JSON, or `null` for a file that is none. */
export interface Search {
  readonly found: string | null;
  /** What was thrown and should not have been. */
  readonly crash: string | null;
}

const EVERYTHING = [{ by: 0, patterns: [] }];

/** Looks for kernels in a file, where it is an archive. */
export async function search(file: Uint8Array): Promise<Search> {
  const source = bytesSource(file);
  const checkTime = () => {};
  try {
    const format = await archiveFormatOf(source, 'archive', newBudget(checkTime));
    if (format === null) return { found: null, crash: null };
    const work = archiveWork(source.size, { checkTime });
    const context = { work, trustsLists: false, excludes: () => false };
    const found = await searchArchive(source, format, 'archive', EVERYTHING, context);
    const { kernels, problems, skipped } = found;
    return { found: JSON.stringify([format, kernels, problems, skipped]), crash: null };
  } catch (error) {
    return { found: null, crash: `the search threw ${(error as Error).stack}` };
  }
}
