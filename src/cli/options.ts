import type { Limits } from '../kernel-report.ts';
import { parseSize } from '../size.ts';
import { choose } from '../suggest.ts';
import { UsageError } from '../usage-error.ts';
import { BOOT_PATHS, type BootPath } from '../xen/boot-path.ts';
import { type Args, type OptionSpec, splitLists } from './args.ts';

/** Options that several commands have. */
export const OUTPUT: OptionSpec = {
  value: 'FILE',
  help: 'write the result to FILE instead of standard output',
};

export const MAX_DICTIONARY: OptionSpec = {
  value: 'SIZE',
  help: 'allow decompressors a dictionary of SIZE, for example 256MiB (default 128MiB)',
};

/**
 * The boot paths of `--boot` lists, in the order of the table.
 *
 * @throws {UsageError} on an unknown one, with what may be meant.
 */
export function parseBoot(args: Args): readonly BootPath[] | 'auto' {
  const names = splitLists(args.all('boot')).map((name) =>
    choose('boot path', name, [...BOOT_PATHS, 'auto']),
  );
  if (!names.includes('auto')) {
    return names.length === 0 ? 'auto' : BOOT_PATHS.filter((path) => names.includes(path));
  }
  if (names.some((name) => name !== 'auto')) {
    throw new UsageError("--boot is 'auto' or a list of boot paths, not both");
  }
  return 'auto';
}

/**
 * How far decompressors may go.
 *
 * @throws {UsageError} on what is no size.
 */
export function parseLimits(args: Args): Limits {
  const text = args.last('max-dictionary');
  if (text === undefined) return {};
  const maxDictionary = parseSize(text);
  if (maxDictionary !== null) return { maxDictionary };
  throw new UsageError(`--max-dictionary cannot be '${text}': write a size such as 256MiB`);
}
