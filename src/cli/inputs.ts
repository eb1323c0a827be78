import { realpathSync } from 'node:fs';
import { type DiscoverOptions, discover, type Inputs } from '../artifacts/discover.ts';
import { describeOpened } from '../artifacts/opened.ts';
import { describePlaces } from '../artifacts/places.ts';
import { describeSkipped } from '../artifacts/skipped.ts';
import { isUnexplained } from '../artifacts/unmatched.ts';
import type { ShardFound } from '../gate/shard-report.ts';
import { describeUnused } from '../glob/exclusions.ts';
import { nameSome, quote } from '../text/quote.ts';
import { UsageError } from '../text/usage-error.ts';
import { complain, type Io } from './io.ts';

/** How many PATHs without a kernel a message names. */
const MOST_NAMED = 10;

/** What there is to check. */
export interface FoundKernels extends Pick<Inputs, 'artifacts' | 'files' | 'problems'> {
  readonly shard?: ShardFound;
}

/**
 * What the user's PATHs stand for; one that gave nothing is a problem. What was passed over
 * is reported on standard error.
 *
 * @param isQuiet what was found is not reported.
 * @throws {UsageError} where there is nothing to check at all; what `checkTime` throws.
 */
export async function findKernels(
  paths: readonly string[],
  io: Io,
  options: DiscoverOptions,
  isQuiet = false,
): Promise<FoundKernels> {
  if (paths.length + (options.listed ?? []).length === 0) {
    throw new UsageError('no PATH given: name a file, a directory or a pattern');
  }
  const found = await discover(paths, options);
  const { artifacts, opened, files, problems, unmatched, skipped } = found;
  const places = describePlaces(found.places);
  const inside = artifacts.length > 0 ? describeOpened(opened) : [];
  for (const line of isQuiet ? [] : [...places, ...inside]) complain(io, `found ${line}`);
  for (const line of describeSkipped(skipped)) complain(io, `not checked: ${line}`);
  // Another shard may have a kernel for a PATH, or what an exclusion matches.
  if (found.split) {
    const shard = { split: found.split, problems, unmatched, unused: found.unused };
    return { artifacts, files, problems, shard };
  }
  requireKernels({ ...found, found: artifacts.length }, io);
  return {
    artifacts,
    files,
    problems: [...problems, ...unmatched.map(({ path, message }) => ({ path, message }))],
  };
}

/**
 * Reports exclusions that matched nothing.
 *
 * @throws {UsageError} where there is nothing to check at all.
 */
export function requireKernels(
  {
    found,
    problems,
    unmatched,
    unused,
  }: Pick<Inputs, 'problems' | 'unmatched' | 'unused'> & { readonly found: number },
  io: Io,
): void {
  for (const glob of unused) complain(io, describeUnused(glob));
  const isLost = unmatched.some(({ why }) => why === 'missing');
  if (found > 0 || problems.length > 0 || isLost) return;
  if (unmatched.length === 0) throw new UsageError('every file that is named is excluded');
  const [only, ...others] = unmatched;
  if (others.length === 0 && only && !isUnexplained(only)) {
    throw new UsageError(`${quote(only.word)}: ${only.message}`);
  }
  for (const one of unmatched) {
    if (!isUnexplained(one)) complain(io, `${one.word}: ${one.message}`);
  }
  const where = nameSome(
    unmatched.map(({ word }) => quote(word)),
    MOST_NAMED,
  );
  throw new UsageError(`there is no kernel in ${where}`);
}

/**
 * Keeps the result from being written over what it is made of.
 *
 * @throws {UsageError} where the output is one of the inputs, by whatever name.
 */
export function requireOther(output: string | undefined, files: readonly string[]): void {
  if (output === undefined) return;
  const target = realPath(output);
  if (target === null || !files.some((file) => realPath(file) === target)) return;
  throw new UsageError(`the output ${quote(output)} would overwrite an input file`);
}

/** Null for a file that does not exist or cannot be read. */
function realPath(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}
