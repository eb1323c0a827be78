import { FAIL_ON, type FailOn } from '../policy/policy.ts';
import { parseSize } from '../size.ts';
import { nearest } from '../suggest.ts';
import { UsageError } from '../usage-error.ts';
import { BOOT_PATHS, type BootPath } from '../xen/boot-path.ts';
import type { OfResults } from './results.ts';

const IF_NO_KERNELS = ['error', 'warn', 'ignore'] as const;
const COMMENT = ['never', 'on-failure', 'always'] as const;

export type IfNoKernels = (typeof IF_NO_KERNELS)[number];
export type CommentMode = (typeof COMMENT)[number];

/** As `action.yml` declares them. */
export const INPUT_NAMES = [
  'kernels',
  'xen',
  'boot',
  'fail-on',
  'if-no-kernels',
  'policy',
  'max-dictionary',
  'json-file',
  'sarif-file',
  'html-file',
  'annotations',
  'summary',
  'comment',
  'check-run',
  'github-token',
  'matrix-leg',
] as const;

export type InputName = (typeof INPUT_NAMES)[number];

/** What the step's `with:` asks for, checked. What a policy may say instead is `null` where it does not. */
export interface Inputs {
  /** Files, directories or globs; none stands for the policy's, or every kernel in the workspace. */
  readonly kernels: readonly string[];
  /** Expressions of the target grammar, not parsed yet. */
  readonly xen: readonly string[] | null;
  /** `auto`: the boot paths that each kernel's own notes claim. */
  readonly boot: readonly BootPath[] | 'auto' | null;
  readonly failOn: FailOn | null;
  /** Path of the policy file. */
  readonly policy: string | null;
  readonly ifNoKernels: IfNoKernels;
  /** The largest dictionary that a decompressor may allocate, in bytes. */
  readonly maxDictionary: number;
  /** Where results go, in the runner's temporary directory; `null` for a place of their own. */
  readonly resultFiles: OfResults<string | null>;
  readonly annotations: boolean;
  /** Whether the run's page gets a job summary. */
  readonly summary: boolean;
  /** When the pull request gets a comment. */
  readonly comment: CommentMode;
  /** Whether the commit gets a check run. */
  readonly checkRun: boolean;
  /** For those two; empty for none. */
  readonly githubToken: string;
  /** The values of the leg of a matrix, as JSON; `null`, `{}` or empty for none. */
  readonly matrixLeg: string;
}

/**
 * Reads and checks every input of `action.yml`.
 *
 * @param getInput the value of an input; empty where the user gave none.
 * @throws {UsageError} on the first one that cannot be used.
 */
export function readInputs(getInput: (name: InputName) => string): Inputs {
  const text = (name: InputName) => getInput(name).trim();
  const list = (name: InputName) => splitList(getInput(name));
  const flag = (name: InputName, otherwise: 'true' | 'false') =>
    choose(name, text(name) || otherwise, ['true', 'false']) === 'true';
  const [xen, boot, failOn] = [list('xen'), list('boot'), text('fail-on')];
  return {
    kernels: list('kernels'),
    xen: xen.length === 0 ? null : xen,
    boot: boot.length === 0 ? null : readBoot(boot),
    failOn: failOn === '' ? null : choose('fail-on', failOn, FAIL_ON),
    policy: text('policy') || null,
    ifNoKernels: choose('if-no-kernels', text('if-no-kernels') || 'error', IF_NO_KERNELS),
    maxDictionary: readSize('max-dictionary', text('max-dictionary') || '128MiB'),
    resultFiles: {
      json: text('json-file') || null,
      sarif: text('sarif-file') || null,
      html: text('html-file') || null,
    },
    annotations: flag('annotations', 'true'),
    summary: flag('summary', 'true'),
    comment: choose('comment', text('comment') || 'never', COMMENT),
    checkRun: flag('check-run', 'false'),
    githubToken: text('github-token'),
    matrixLeg: text('matrix-leg'),
  };
}

/** How many inputs that do not exist are told of. */
const MOST_UNKNOWN = 10;

/**
 * A sentence for each input that the step was given and that does not exist, as one text, empty for
 * none: a misspelled one would leave the gate at its default.
 *
 * @param env of the step: the runner makes `INPUT_FAIL-ON` of `fail-on`.
 */
export function unknownInputs(env: Readonly<Record<string, string | undefined>>): string {
  const known = new Set(INPUT_NAMES.map((name) => `INPUT_${name.toUpperCase()}`));
  return Object.keys(env)
    .filter((variable) => variable.startsWith('INPUT_') && !known.has(variable))
    .slice(0, MOST_UNKNOWN)
    .map((variable) => variable.slice('INPUT_'.length).toLowerCase())
    .map((name) => `There is no input "${name}"; the nearest is "${nearest(name, INPUT_NAMES)}".`)
    .join(' ');
}

/** Splits at line ends and at commas, but not at the commas of a glob's `{a,b}`. */
function splitList(text: string): string[] {
  const items: string[] = [];
  let item = '';
  let depth = 0;
  for (const char of `${text}\n`) {
    if (char === '\n' || (char === ',' && depth === 0)) {
      if (item.trim() !== '') items.push(item.trim());
      item = '';
      depth = 0;
      continue;
    }
    if (char === '{') depth++;
    if (char === '}') depth = Math.max(0, depth - 1);
    item += char;
  }
  return items;
}

function readBoot(names: readonly string[]): readonly BootPath[] | 'auto' {
  const allowed = ['auto', ...BOOT_PATHS] as const;
  const paths = names.map((name) => choose('boot', name, allowed));
  const named = BOOT_PATHS.filter((path) => paths.includes(path));
  if (named.length > 0 && paths.includes('auto')) {
    throw new UsageError('The input "boot" is either "auto" or a list of boot paths, not both.');
  }
  return named.length > 0 ? named : 'auto';
}

function readSize(name: string, text: string): number {
  const size = parseSize(text);
  if (size !== null) return size;
  throw new UsageError(`The input "${name}" cannot be "${text}": write a size such as 256MiB.`);
}

function choose<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found !== undefined) return found;
  throw new UsageError(
    `The input "${name}" cannot be "${value}": it is one of ${allowed.join(', ')}; ` +
      `the nearest is "${nearest(value, allowed)}".`,
  );
}
