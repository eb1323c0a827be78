import { basename, resolve } from 'node:path';
import { describeError } from '../files/file-error.ts';
import { type Entry, type FsPath, keyOf, list } from '../files/fs-path.ts';
import type { Exclusions } from '../glob/exclusions.ts';
import type { CheckTime } from '../kernel/payload/work-budget.ts';
import { UsageError } from '../text/usage-error.ts';
import { type Budget, newBudget } from './decompress-start.ts';
import { isIntermediate } from './intermediate.ts';
import { isForDebugger } from './kernel-name.ts';
import { type Sniffed, sniff } from './sniff.ts';

/** Looks at directories and files for several searches, at each once. */
export interface Reader {
  /** Whether a file, or a directory with all in it, is not to be looked at. */
  readonly excludes: (path: FsPath) => boolean;
  /**
   * @param real the path without links.
   * @throws the file system's error; a UsageError where there are too many of them; what `checkTime`
   *   throws.
   */
  readonly list: (directory: FsPath, real: FsPath) => Promise<readonly Entry[]>;
  /**
   * @param real the path without links.
   * @returns `null` for a file that is not expected to be a kernel.
   * @throws what `checkTime` throws.
   */
  readonly sniff: (path: FsPath, real: FsPath) => Promise<Sniffed | null>;
}

/** @param checkTime called at every step. */
export function newReader(checkTime: CheckTime, { excludes }: Exclusions): Reader {
  const budget = newBudget(checkTime);
  let left = MOST_ENTRIES;
  const entries = new Map<string, Promise<readonly Entry[]>>();
  const sniffed = new Map<string, Promise<Sniffed | null>>();
  return {
    excludes: (path) => excludes(String(path)),
    list: async (directory, real) => {
      checkTime();
      const found = await remember(entries, keyOf(real), () => list(directory));
      left -= found.length;
      if (left < 0) throw new UsageError(TOO_OFTEN);
      return found;
    },
    // By its name as well: a link may have the name of a kernel.
    sniff: (path, real) =>
      remember(sniffed, `${keyOf(real)}\0${basename(keyOf(path))}`, () => sniffBuilt(path, budget)),
  };
}

/** So many files and directories take seconds; paths through links may lead to the same ones again. */
const MOST_ENTRIES = 10_000_000;

const TOO_OFTEN = `the paths for kernels match more than ${MOST_ENTRIES} files and directories, counting repetitions: name fewer directories`;

/** An intermediate file of a build is no kernel, and needs no other reason; nor is one for a debugger. */
async function sniffBuilt(path: FsPath, budget: Budget): Promise<Sniffed | null> {
  budget.checkTime();
  try {
    const found = await sniff(path, budget);
    if (found?.is === 'archive') return found;
    const reason = notBooted(String(path));
    if (reason === null) return found;
    return found?.is === 'kernel' ? { is: 'passed-over', reason } : null;
  } catch (error) {
    // Not the fault of the file where the time is over.
    budget.checkTime();
    return { is: 'problem', message: describeError(error) };
  }
}

/** Why nothing boots a kernel that is in such a place, as the reason to pass it over. */
function notBooted(path: string): 'debug' | 'intermediate' | null {
  if (isForDebugger(resolve(path))) return 'debug';
  return isIntermediate(path) ? 'intermediate' : null;
}

function remember<T>(known: Map<string, T>, key: string, work: () => T): T {
  const answer = known.get(key) ?? work();
  known.set(key, answer);
  return answer;
}
