import type { ByteSource } from '../bytes/bytes.ts';
import { bytesSource } from '../bytes/bytes.ts';
import { FileError, openFile, sha256 } from '../files/file-source.ts';
import type { CheckTime } from '../kernel/payload/work-budget.ts';
import type { ReadXen } from '../policy/with-binaries.ts';
import { pairFiles } from '../programs/xen/binary/pair.ts';
import type { NamedXenFile } from '../programs/xen/binary/xen-binary.ts';
import type { Calendar } from '../programs/xen/targets.ts';
import { quote } from '../text/quote.ts';
import { UsageError } from '../text/usage-error.ts';
import { readXenFile } from '../xen-binary/read.ts';
import { OutOfTimeError } from './time-limit.ts';

/** More are a mistake: one Xen has two. */
const MOST_FILES = 64;

/**
 * Reads files of Xen.
 *
 * @param checkTime called at every step; throws where the time of the run is over.
 * @returns a function that throws a UsageError where one cannot be read, is no Xen, or does not go with the others.
 */
export function xenReader({ releases }: Calendar, checkTime: CheckTime): ReadXen {
  const known = new Map<string, Promise<NamedXenFile>>();
  return async (sources) => {
    const plain = sources.map((source) => ({ ...source, path: plainPath(source.path) }));
    const paths = new Map(plain.map((source) => [source.path, source]));
    const files: NamedXenFile[] = [];
    for (const source of paths.values()) {
      const reading = known.get(source.path) ?? readFile(source, checkTime);
      known.set(source.path, reading);
      if (known.size > MOST_FILES) {
        throw new UsageError(`more than ${MOST_FILES} files of Xen were given`);
      }
      files.push(await reading);
    }
    return pairFiles(files, releases);
  };
}

/** `./b//xen.gz` as `b/xen.gz`: one file has one id. Without a look at links, `..` stays. */
function plainPath(path: string): string {
  const parts = path.split('/').filter((part, i) => part !== '.' && (part !== '' || i === 0));
  return parts.join('/') || path;
}

async function readFile(
  { path, content }: Parameters<ReadXen>[0][number],
  checkTime: CheckTime,
): Promise<NamedXenFile> {
  const file = content ? { ...bytesSource(content), close: () => {} } : open(path);
  try {
    return {
      path,
      ...(await read(file, path, checkTime)),
      size: file.size,
      sha256: await sha256(file),
    };
  } finally {
    file.close();
  }
}

function open(path: string) {
  try {
    return openFile(path);
  } catch (error) {
    throw asUsage(error, path);
  }
}

async function read(file: ByteSource, path: string, checkTime: CheckTime) {
  try {
    return await readXenFile(file, checkTime);
  } catch (error) {
    throw asUsage(error, path);
  }
}

/** Both have messages that are clauses, which follow a path. */
function asUsage(error: unknown, path: string): unknown {
  if (error instanceof FileError) {
    return new UsageError(`${quote(path)} cannot be read: ${error.message}`);
  }
  const isClause = error instanceof UsageError && !(error instanceof OutOfTimeError);
  return isClause ? new UsageError(`${quote(path)} ${error.message}`) : error;
}
