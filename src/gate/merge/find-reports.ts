import { type Dirent, readdirSync } from 'node:fs';
import { type PathWord, wordsOf } from '../../artifacts/path-words.ts';
import { MOST_SHARDS } from '../../artifacts/shard.ts';
import { describeError } from '../../files/file-error.ts';
import { FileError } from '../../files/file-source.ts';
import { readText } from '../../files/text-file.ts';
import { endsOf, patternSet } from '../../glob/pattern-set.ts';
import { quote } from '../../text/quote.ts';
import { UsageError } from '../../text/usage-error.ts';
import { readShard, type ShardPart } from './read-shard.ts';

const MiB = 1024 * 1024;

/** Of one report, in bytes: that of a hundred kernels on every release has some 6 MiB. */
const MAX_REPORT = 64 * MiB;

/** Of all reports, in bytes. */
const MAX_REPORTS = 512 * MiB;

/** How many files and directories one PATH leads through. */
const MOST_ENTRIES = 100_000;

/**
 * Reads the reports that PATHs stand for: files, patterns, and of directories all files `*.json` in them.
 *
 * @throws {UsageError} where a PATH has no report, or a file is none.
 */
export async function readShards(
  paths: readonly string[],
): Promise<{ readonly files: readonly string[]; readonly parts: [ShardPart, ...ShardPart[]] }> {
  const files: string[] = [];
  for (const word of await wordsOf(paths)) {
    const found = filesOf(word);
    if (found.length === 0) throw new UsageError(`there is no report in ${quote(word.text)}`);
    files.push(...found);
  }
  if (files.length > MOST_SHARDS) {
    throw new UsageError(`there are ${files.length} reports, and at most ${MOST_SHARDS} shards`);
  }
  let size = 0;
  const parts = files.map((file) => {
    const text = read(file);
    size += text.length;
    if (size > MAX_REPORTS) {
      throw new UsageError(`the reports have more than ${MAX_REPORTS / MiB} MiB, the limit`);
    }
    return readShard(text, file);
  });
  const [first, ...others] = parts;
  if (first === undefined) throw new UsageError('no REPORT given: name those of all shards');
  return { files, parts: [first, ...others] };
}

function read(file: string): string {
  try {
    return readText(file, MAX_REPORT);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw new UsageError(`${quote(file)} cannot be read: ${error.message}`);
  }
}

function filesOf(word: PathWord): string[] {
  if (word.kind === 'file') return [word.text];
  if (word.kind !== 'search') throw new UsageError(`${quote(word.text)}: ${word.message}`);
  const { base, parts } = word;
  const set = patternSet([parts.length === 0 ? ['**', '*.json'] : parts]);
  const found: string[] = [];
  let entries = 0;
  // A link is not followed, so that no walk is endless.
  const walk = (directory: string, state: typeof set.start): void => {
    for (const entry of entriesOf(directory || '/')) {
      entries++;
      if (entries > MOST_ENTRIES) {
        throw new UsageError(`${quote(word.text)} has more than ${MOST_ENTRIES} files, the limit`);
      }
      const next = set.step(state, entry.name);
      const path = directory === '.' ? entry.name : `${directory}/${entry.name}`;
      if (entry.isDirectory() && next.length > 0) walk(path, next);
      else if (entry.isFile() && endsOf(next).length > 0) found.push(path);
    }
  };
  walk(base.replace(/\/+$/, ''), set.start);
  return found.sort();
}

function entriesOf(directory: string): Dirent[] {
  try {
    return readdirSync(directory, { withFileTypes: true });
  } catch (error) {
    throw new UsageError(`${quote(directory)} cannot be read: ${describeError(error)}`);
  }
}
