import { parseArgs } from 'node:util';
import { quote } from '../text/quote.ts';
import { near, oneOf } from '../text/suggest.ts';
import { UsageError } from '../text/usage-error.ts';

/** One option of a command; the name is its key. */
export interface OptionSpec {
  /** What stands for its value in the help; without one, it is a switch. */
  readonly value?: string;
  /** What it may be, where that is a short list: shells complete it. */
  readonly values?: readonly string[];
  readonly help: string;
}

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** A command line, taken apart. */
export interface Args {
  readonly positionals: readonly string[];
  /** Every value of an option, in order; empty where it was not given. */
  all(option: string): readonly string[];
  /** The last value of an option: later ones override. */
  last(option: string): string | undefined;
  /** Whether it was given. */
  has(option: string): boolean;
}

/**
 * Takes a command line apart. `--help` and `-h` are not in `specs`, and left to the caller.
 *
 * @throws {UsageError} on an option that does not exist, with what may be meant; on a value
 * that is missing or that none was wanted.
 */
export function parseCommandLine(argv: readonly string[], specs: OptionSpecs): Args {
  const names = Object.keys(specs);
  const { tokens } = parseArgs({
    args: [...argv],
    strict: false,
    tokens: true,
    options: Object.fromEntries(
      names.map((name) => [name, { type: specs[name]?.value ? 'string' : 'boolean' } as const]),
    ),
  });
  const positionals: string[] = [];
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const spec = Object.hasOwn(specs, token.name) ? specs[token.name] : undefined;
    if (spec === undefined || token.rawName !== `--${token.name}`) {
      throw unknownOption(argv[token.index] ?? '', token.rawName, [...names, 'help']);
    }
    const value = checkValue(token.rawName, spec, token.value, token.inlineValue === true);
    values.set(token.name, [...(values.get(token.name) ?? []), value]);
  }
  return {
    positionals,
    all: (option) => values.get(option) ?? [],
    last: (option) => values.get(option)?.at(-1),
    has: (option) => values.has(option),
  };
}

/**
 * No option has a dot or a slash in its name; a file often has. Words are compared without the dashes,
 * which are no likeness.
 */
function unknownOption(argument: string, word: string, names: readonly string[]): UsageError {
  if (/^[^=]*[./]/.test(argument)) {
    const file = quote(`./${argument}`);
    return new UsageError(
      `unknown option ${quote(argument)}: for a file of that name write ${file}`,
    );
  }
  const options = names.map((name) => `--${name}`);
  const meant = near(word.replace(/^-+/, ''), names);
  const answer = meant === null ? oneOf(options) : `did you mean --${meant}?`;
  return new UsageError(`unknown option ${quote(word)}: ${answer}`);
}

function checkValue(
  name: string,
  spec: OptionSpec,
  value: string | undefined,
  inline: boolean,
): string {
  if (spec.value === undefined) {
    if (inline) throw new UsageError(`${name} takes no value`);
    return '';
  }
  // `--xen --boot auto` forgot a value; one that does start with a dash is written `--xen=-…`.
  const forgotten = value === undefined || (!inline && /^-./.test(value));
  if (forgotten) throw new UsageError(`${name} needs a value: ${name} ${spec.value}`);
  return value;
}

/** Splits repeatable, comma-separated lists into their entries. */
export function splitLists(lists: readonly string[]): string[] {
  return lists.flatMap((list) => list.split(',')).map((entry) => entry.trim());
}
