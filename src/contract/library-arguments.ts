import { quote } from '../text/quote.ts';
import { answerTo, oneOf } from '../text/suggest.ts';
import { UsageError } from '../text/usage-error.ts';

interface Kind {
  readonly is: (value: unknown) => boolean;
  /** What it must be, for a sentence. */
  readonly name: string;
}

const TEXT: Kind = { is: isText, name: 'a string' };
const TEXTS: Kind = { is: isTexts, name: 'an array of strings' };

const OPTIONS: Readonly<Record<string, Kind>> = {
  xen: {
    is: (value) => isTexts(value) && value.length > 0,
    name: 'an array of strings, with at least one',
  },
  boot: TEXTS,
  dom0Memory: TEXT,
  guestMemory: TEXT,
  failOn: TEXT,
  policy: TEXT,
  onSkipped: { is: (value) => typeof value === 'function', name: 'a function' },
};

/**
 * Checks the arguments of the library, which JavaScript passes without types. To ignore an option, or
 * to read other numbers as bytes, would give a wrong answer.
 *
 * @throws {UsageError} with a sentence about the first mistake.
 */
export function requireArguments(kernels: unknown, options: unknown): void {
  requireKernels(kernels);
  if (!isObject(options)) throw new UsageError('the options must be an object');
  for (const [name, value] of Object.entries(options)) {
    const kind = Object.hasOwn(OPTIONS, name) ? OPTIONS[name] : undefined;
    if (kind === undefined) throw unknownOption(name);
    if (value !== undefined && !kind.is(value))
      throw new UsageError(`${name} must be ${kind.name}`);
  }
}

function requireKernels(kernels: unknown): void {
  if (!Array.isArray(kernels)) throw new UsageError('the kernels must be an array');
  const names = new Set<string>();
  for (const kernel of kernels) {
    if (isText(kernel)) continue;
    const { name, bytes } = isObject(kernel) ? kernel : {};
    if (!isText(name) || !(bytes instanceof Uint8Array)) {
      throw new UsageError(
        'a kernel must be a path, or an object with a name and a Uint8Array, bytes',
      );
    }
    if (names.has(name)) throw new UsageError(`two kernels in memory have the name ${quote(name)}`);
    names.add(name);
  }
}

function unknownOption(name: string): UsageError {
  const names = Object.keys(OPTIONS);
  return new UsageError(`unknown option ${quote(name)}: ${answerTo(name, names, oneOf(names))}`);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isText);
}
