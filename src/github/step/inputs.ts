import { parseShard, type Shard } from '../../artifacts/shard.ts';
import { DEFAULT_MAX_DICTIONARY } from '../../codecs/codec.ts';
import { DEFAULT_MAX_TIME, parseDuration } from '../../gate/time-limit.ts';
import { FAIL_ON, type FailOn } from '../../policy/policy.ts';
import { parseDays } from '../../policy/settings.ts';
import { type NamedPaths, parseBootList } from '../../programs/boot-list.ts';
import { type Calendar, parseXenList } from '../../programs/xen/targets.ts';
import type { XenBuild } from '../../programs/xen/xen-build.ts';
import { quote } from '../../text/quote.ts';
import { parseSize } from '../../text/size.ts';
import { near, nearest } from '../../text/suggest.ts';
import { UsageError } from '../../text/usage-error.ts';
import { parseJobs } from '../../threads/jobs.ts';
import { readMemory } from '../../xen/read-memory.ts';
import type { OfResults } from '../publish/results.ts';

const IF_NO_KERNELS = ['error', 'warn', 'ignore'] as const;
const POLICY_FROM = ['workspace', 'base'] as const;
const COMMENT = ['never', 'on-failure', 'always'] as const;

export type IfNoKernels = (typeof IF_NO_KERNELS)[number];
export type PolicyFrom = (typeof POLICY_FROM)[number];
export type CommentMode = (typeof COMMENT)[number];

/** As `action.yml` declares them. */
export const INPUT_NAMES = [
  'kernels',
  'files-from',
  'exclude',
  'xen',
  'xen-binary',
  'boot',
  'dom0-memory',
  'guest-memory',
  'fail-on',
  'if-no-kernels',
  'policy',
  'policy-from',
  'warn-before-expiry',
  'jobs',
  'max-dictionary',
  'max-time',
  'shard',
  'merge',
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
  /** A file with a list of more paths; `null` for none. */
  readonly filesFrom: string | null;
  /** Patterns for what is not checked; `null` leaves it to the policy. */
  readonly exclude: readonly string[] | null;
  /** Expressions of the target grammar, as they were written. */
  readonly xen: readonly string[] | null;
  /** Paths of files of Xen; `null` for none. */
  readonly xenBinary: readonly string[] | null;
  /** The builds that the expressions stand for today. */
  readonly builds: readonly XenBuild[] | null;
  /** `auto`: the boot paths that each kernel's own notes claim. */
  readonly boot: NamedPaths | null;
  /** In bytes. */
  readonly dom0Memory: number | null;
  readonly guestMemory: number | null;
  readonly failOn: FailOn | null;
  /** Path of the policy file, or `none`. */
  readonly policy: string | null;
  /** Whose policy counts: that of the workspace, or that of the base of the event. */
  readonly policyFrom: PolicyFrom;
  /** In days; `null` for the default. */
  readonly warnBeforeExpiry: number | null;
  readonly ifNoKernels: IfNoKernels;
  /** How many files are checked at once; `null` for the default. */
  readonly jobs: number | null;
  /** The largest dictionary that a decompressor may allocate, in bytes. */
  readonly maxDictionary: number;
  /** How long the checks may take, in milliseconds. */
  readonly maxTime: number;
  /** The part of the run that this step checks; `null` for all of it. */
  readonly shard: Shard | null;
  /** Reports of shards that are merged, in place of a check; none for a check. */
  readonly merge: readonly string[];
  /** Where results go, in the runner's temporary directory; `null` for a place of their own. */
  readonly resultFiles: OfResults<string | null>;
  readonly annotations: boolean;
  /** Whether the run's page gets a job summary. */
  readonly summary: boolean;
  /** When the pull request gets a comment. */
  readonly comment: CommentMode;
  /** Whether the commit gets a check run. */
  readonly checkRun: boolean;
  /** For those two, and to read the policy of the base; empty for none. */
  readonly githubToken: string;
  /** The values of the leg of a matrix, as JSON; `null`, `{}` or empty for none. */
  readonly matrixLeg: string;
}

/** What the step asks for, and what is wrong with it. */
export interface Wanted {
  /** With the default in the place of what cannot be used. */
  readonly inputs: Inputs;
  /** A sentence for each input that cannot be used. */
  readonly mistakes: readonly string[];
}

/**
 * Reads and checks every input of `action.yml`. Reports all errors at once, in the outputs that the
 * valid inputs select.
 *
 * @param getInput the value of an input; empty where the user gave none.
 */
export function readInputs(getInput: (name: InputName) => string, calendar: Calendar): Wanted {
  const mistakes: string[] = [];
  const check = <T>(name: InputName, otherwise: T, work: () => T): T => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      const end = error.message.endsWith('?') ? '' : '.';
      mistakes.push(`The input ${quote(name, '"')} ${error.message}${end}`);
      return otherwise;
    }
  };
  const read = <T>(name: InputName, otherwise: T, parse: (value: string) => T): T => {
    const value = getInput(name).trim();
    return value === '' ? otherwise : check(name, otherwise, () => parse(value));
  };
  const flag = (name: InputName, otherwise: boolean) =>
    read(name, otherwise, (value) => choose(value, ['true', 'false']) === 'true');
  const text = (name: InputName) => read<string | null>(name, null, (value) => value);
  const xen = splitList(getInput('xen'));
  const xenBinary = splitList(getInput('xen-binary'));
  const exclude = splitList(getInput('exclude'));
  const inputs = {
    kernels: read('kernels', [], readKernels),
    filesFrom: text('files-from'),
    exclude: exclude.length === 0 ? null : exclude,
    xen: xen.length === 0 ? null : xen,
    builds:
      xen.length === 0 ? null : check('xen', null, () => use(() => parseXenList(xen, calendar))),
    xenBinary: xenBinary.length === 0 ? null : xenBinary,
    boot: read('boot', null, readBoot),
    dom0Memory: read('dom0-memory', null, readMemorySize),
    guestMemory: read('guest-memory', null, readMemorySize),
    failOn: read<FailOn | null>('fail-on', null, (value) => choose(value, FAIL_ON)),
    policy: text('policy'),
    policyFrom: read('policy-from', 'workspace', (value) => choose(value, POLICY_FROM)),
    warnBeforeExpiry: read('warn-before-expiry', null, readDays),
    ifNoKernels: read('if-no-kernels', 'error', (value) => choose(value, IF_NO_KERNELS)),
    jobs: read<number | null>('jobs', null, (value) => parseJobs(value, '"')),
    maxDictionary: read('max-dictionary', DEFAULT_MAX_DICTIONARY, readSize),
    maxTime: read('max-time', DEFAULT_MAX_TIME, readDuration),
    shard: read<Shard | null>('shard', null, (value) => parseShard(value, '"')),
    merge: splitList(getInput('merge')),
    resultFiles: { json: text('json-file'), sarif: text('sarif-file'), html: text('html-file') },
    annotations: flag('annotations', true),
    summary: flag('summary', true),
    comment: read('comment', 'never', (value) => choose(value, COMMENT)),
    checkRun: flag('check-run', false),
    githubToken: text('github-token') ?? '',
    matrixLeg: text('matrix-leg') ?? '',
  };
  if (inputs.merge.length > 0) {
    const given = OF_A_CHECK.filter((name) => getInput(name).trim() !== '');
    for (const name of given) {
      mistakes.push(
        `The input ${quote(name, '"')} has no effect together with "merge": give it to the shards.`,
      );
    }
  }
  return { inputs, mistakes };
}

/** What the reports of shards have settled. */
const OF_A_CHECK: readonly InputName[] = [
  'kernels',
  'files-from',
  'exclude',
  'xen',
  'xen-binary',
  'boot',
  'dom0-memory',
  'guest-memory',
  'fail-on',
  'warn-before-expiry',
  'max-dictionary',
  'max-time',
  'shard',
];

/** How many unknown inputs are reported. */
const MOST_UNKNOWN = 10;

/**
 * A sentence for each unknown input of the step, as one text; empty for none. The gate would ignore
 * a misspelled input and use its default.
 *
 * @param env of the step: the runner makes `INPUT_FAIL-ON` of `fail-on`.
 */
export function unknownInputs(env: Readonly<Record<string, string | undefined>>): string {
  const known = new Set(INPUT_NAMES.map((name) => `INPUT_${name.toUpperCase()}`));
  return Object.keys(env)
    .filter((variable) => variable.startsWith('INPUT_') && !known.has(variable))
    .slice(0, MOST_UNKNOWN)
    .map((variable) => variable.slice('INPUT_'.length).toLowerCase())
    .map(
      (name) =>
        `There is no input ${quote(name, '"')}; the nearest is ${quote(nearest(name, INPUT_NAMES), '"')}.`,
    )
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

/** What other lists of paths take at the start of a line. */
const NO_PATH = /^[#!]/;

function readKernels(value: string): readonly string[] {
  const patterns = splitList(value);
  const wrong = patterns.find((pattern) => NO_PATH.test(pattern));
  if (wrong === undefined) return patterns;
  throw new UsageError(
    `cannot have ${quote(wrong, '"')}: exclusions are written in the input "exclude", and comments are not supported; for a file of that name, write ${quote(`./${wrong}`, '"')}`,
  );
}

/** The value of a list that has a grammar of its own. */
function use<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(`cannot be used: ${error.message}`);
  }
}

function readBoot(value: string): NamedPaths | null {
  const names = splitList(value);
  return names.length === 0 ? null : use(() => parseBootList(names));
}

function readMemorySize(value: string): number | null {
  const memory = readMemory(value);
  if ('bytes' in memory) return memory.bytes;
  throw new UsageError(`cannot be ${quote(value, '"')}: ${memory.fault}`);
}

function readSize(value: string): number {
  const size = parseSize(value);
  if (size !== null) return size;
  throw new UsageError(`cannot be ${quote(value, '"')}: write a size such as 256MiB`);
}

function readDays(value: string): number | null {
  const days = parseDays(value);
  if (days !== null) return days;
  throw new UsageError(`cannot be ${quote(value, '"')}: write a number of days such as 14`);
}

function readDuration(value: string): number {
  const duration = parseDuration(value);
  if (duration !== null) return duration;
  throw new UsageError(`cannot be ${quote(value, '"')}: write a time such as 90s, 30min or 2h`);
}

function choose<const T extends string>(value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found !== undefined) return found;
  const meant = near(value, allowed);
  const suggestion = meant === null ? '' : `; the nearest is ${quote(meant, '"')}`;
  throw new UsageError(
    `cannot be ${quote(value, '"')}: it is one of ${allowed.join(', ')}${suggestion}`,
  );
}
