import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import type { Problem } from '../contract/report.ts';
import type { ShardReport } from '../contract/shard-report.ts';
import type { Artifact } from './artifact.ts';
import type { WantedFile } from './expand.ts';
import type { PathWord } from './path-words.ts';
import { type Shard, splitBySize } from './shard.ts';

/** All files of a run, and those of one shard. */
export interface Split extends Pick<ShardReport, 'count' | 'files' | 'found'> {
  readonly index: number;
  /** The names of all artifacts of the run where a shard looks into all archives; else its own. */
  readonly names: readonly string[];
}

/** What every shard has to find alike, besides the files. */
interface Alike {
  readonly words: readonly PathWord[];
  readonly problems: readonly Problem[];
}

/** Files that are dealt to shards. */
export interface SplitFiles {
  /** Whether this shard has the file at that place. */
  readonly isOwn: (at: number) => boolean;
  /** @param artifacts of each file; of the files of other shards, nothing. */
  readonly of: (
    artifacts: readonly (readonly Artifact[] | undefined)[],
    names: readonly string[],
  ) => Split;
}

/**
 * Deals the files of a run to its shards: before archives are opened, so that a shard opens only its own.
 */
export function splitFiles(
  wanted: readonly WantedFile[],
  { index, count }: Shard,
  { words, problems }: Alike,
): SplitFiles {
  const files = wanted.map(({ file: { path } }) => ({ name: path, size: sizeOf(path) }));
  const shards = splitBySize(files, count);
  const sha256 = digest([
    files.map(({ name, size }) => [name, size]),
    words.map(({ text }) => text),
    problems.map(({ path, message }) => [path, message]),
  ]);
  return {
    isOwn: (at) => shards[at] === index,
    of: (artifacts, names) => ({
      index,
      count,
      files: { count: files.length, sha256 },
      found: artifacts.flatMap((own, file) =>
        own ? [{ file, kernels: own.map(({ name }) => name) }] : [],
      ),
      names,
    }),
  };
}

function digest(data: unknown): string {
  return createHash('sha256').update(JSON.stringify(data)).digest('hex');
}

/** In bytes; 0 for a file that cannot be looked at: to open it is a problem. */
function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}
