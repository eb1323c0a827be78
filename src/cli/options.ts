import { parseShard, type Shard } from '../artifacts/shard.ts';
import type { Limits } from '../gate/kernel-report.ts';
import { DEFAULT_MAX_TIME, parseDuration, timeLimit } from '../gate/time-limit.ts';
import { parseDays } from '../policy/settings.ts';
import { quote } from '../text/quote.ts';
import { parseSize } from '../text/size.ts';
import { UsageError } from '../text/usage-error.ts';
import { defaultJobs, parseJobs } from '../threads/jobs.ts';
import { readMemory } from '../xen/read-memory.ts';
import type { Args, OptionSpec } from './args.ts';
import { FORMAT_NAMES } from './formats.ts';
import type { Io } from './io.ts';

/** Options that several commands have. */
export const XEN_BINARY: OptionSpec = {
  value: 'FILE',
  help: 'a Xen of your own: xen.gz, xen.efi or xen-syms, and libxenguest.so.*',
};

export const EXCLUDE: OptionSpec = {
  value: 'GLOB',
  help: 'do not check what GLOB matches, even if it is named; repeatable',
};

export const FILES_FROM: OptionSpec = {
  value: 'FILE',
  help: 'also check the paths that FILE lists, or standard input if it is -',
};

export const FORMAT: OptionSpec = {
  value: 'NAME[=FILE]',
  values: FORMAT_NAMES,
  help: 'text, json, markdown, sarif, html, junit or gitlab (default text); repeatable',
};

export const QUIET: OptionSpec = {
  help: 'print no text, only what was not checked; files are written',
};

export const OUTPUT: OptionSpec = {
  value: 'FILE',
  help: 'write the result to FILE, not to standard output',
};

export const MAX_DICTIONARY: OptionSpec = {
  value: 'SIZE',
  help: 'largest dictionary of a decompressor, for example 256MiB (default 128MiB)',
};

export const MAX_TIME: OptionSpec = {
  value: 'TIME',
  help: 'time limit for all checks, for example 90s, 30min or 2h (default 1h)',
};

export const JOBS: OptionSpec = {
  value: 'N',
  help: 'check N files at once (default one for each core)',
};

export const DOM0_MEMORY: OptionSpec = {
  value: 'SIZE',
  help: 'memory of dom0, for example 512MiB (default 4GiB)',
};

export const GUEST_MEMORY: OptionSpec = {
  value: 'SIZE',
  help: 'memory of a guest, for example 256MiB (default 4GiB)',
};

/**
 * How far the program goes; the time of the run starts here.
 *
 * @throws {UsageError} on what is no size, or no time.
 */
export function parseLimits(args: Args, { now }: Pick<Io, 'now'>): Limits {
  const maxTime = parse(args, 'max-time', parseDuration, 'a time such as 90s, 30min or 2h');
  const maxDictionary = parse(args, 'max-dictionary', parseSize, 'a size such as 256MiB');
  return {
    ...timeLimit(maxTime ?? DEFAULT_MAX_TIME, now),
    ...(maxDictionary !== null && { maxDictionary }),
  };
}

/** @throws {UsageError} on what is no number of jobs. */
export function jobsOf(args: Args, maxDictionary?: number): number {
  const text = args.last('jobs');
  if (text === undefined) return defaultJobs(maxDictionary);
  try {
    return parseJobs(text);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(`--jobs ${error.message}`);
  }
}

/** @throws {UsageError} on what is no number of days. */
export function parseWarnBeforeExpiry(args: Args): number | undefined {
  return parse(args, 'warn-before-expiry', parseDays, 'a number of days such as 14') ?? undefined;
}

/** @throws {UsageError} on what is no shard. */
export function parseShardOption(args: Args): Shard | undefined {
  const text = args.last('shard');
  if (text === undefined) return undefined;
  try {
    return parseShard(text);
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError(`--shard ${error.message}`);
    throw error;
  }
}

/** `null` where the option was not given. */
function parse(
  args: Args,
  option: string,
  read: (text: string) => number | null,
  form: string,
): number | null {
  const text = args.last(option);
  if (text === undefined) return null;
  const value = read(text);
  if (value !== null) return value;
  throw new UsageError(`--${option} cannot be ${quote(text)}: write ${form}`);
}

/**
 * The memory that an option names, in bytes; `undefined` where it is not given.
 *
 * @throws {UsageError} on what is no whole number of MiB.
 */
export function parseMemory(args: Args, option: string): number | undefined {
  const text = args.last(option);
  if (text === undefined) return undefined;
  const memory = readMemory(text);
  if ('bytes' in memory) return memory.bytes;
  throw new UsageError(`--${option} cannot be ${quote(text)}: ${memory.fault}`);
}
