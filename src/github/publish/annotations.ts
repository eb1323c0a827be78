import { UNCHECKED, wasChecked } from '../../contract/checked.ts';
import type { Notice, Report } from '../../contract/report.ts';
import { describeBecause } from '../../report/because.ts';
import { type Cause, causesOf } from '../../report/causes.ts';
import { forTerminal, isShowable } from '../../report/escape.ts';
import { fileInCheckout, fileInside } from '../../report/file-inside.ts';
import { describePlaces } from '../../report/places.ts';
import { type Locate, regionAt, type SourceRegion } from '../../report/source-region.ts';
import { uncheckedPaths } from '../../report/unclaimed.ts';
import { describeWordings, type Said, wordingsOf } from '../../report/wordings.ts';
import type { LocateProblem, Spot } from '../../source-lines/problem-places.ts';
import { clip } from '../../text/clip.ts';
import { nameSome } from '../../text/quote.ts';

/** How many annotations there may be. */
export type Limits = Readonly<Record<Annotation['level'], number>>;

/**
 * The runner shows ten of each level of a step, and drops the rest (runner 2.336,
 * `ExecutionContext.cs`). Some are kept for the step itself: why it fails, an unknown input, a
 * pattern without a kernel, a comment or a check run that was not posted.
 */
export const RUNNER_LIMITS: Limits = { error: 9, warning: 6, notice: 7 };

/** The runner cuts a message at 4096 characters. */
const MAX_MESSAGE = 4095;

/** How many wordings of what is wrong a message quotes. */
const MAX_WORDINGS = 3;

/** How many of the places of a cause a message names: last, so that a cut takes them first. */
const MAX_PLACES = 8;

/** A message beside the run, and beside a file of the workspace where there is one for it. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  /** May have several lines. Nothing in it acts on the log. */
  readonly message: string;
  /** Relative to the repository, with `/`; `null` for none. */
  readonly file: string | null;
  /** The lines of `file` that are meant; `null` for the file as a whole. */
  readonly region: SourceRegion | null;
}

/** How a report becomes annotations. */
export interface AnnotationOptions {
  /** The lines that a cause comes from: causes of one rule and line are one annotation. */
  readonly locate?: Locate;
  /** Where a path that was not checked is named; without it, at the path. */
  readonly locateProblem?: LocateProblem;
  /** Where in the workspace the repository is, with `/` at its end; without it, all of it. */
  readonly checkout?: string;
  readonly limits?: Limits;
  /** Whether the kernels themselves say which boot paths are checked: then a notice names the others. */
  readonly isAutomatic?: boolean;
  /** Where the reader finds what is left out here. */
  readonly whole?: 'job summary' | 'summary' | 'log';
}

/**
 * The annotations of a report: unchecked inputs, then the causes, the severest first. There are no
 * more than the limits allow; the last one of a level has the number of the others.
 *
 * @param workspace the directory that kernel paths are relative to.
 */
export function annotationsOf(
  report: Report,
  workspace: string,
  {
    locate = () => null,
    locateProblem = fileItself(workspace),
    checkout = '',
    limits = RUNNER_LIMITS,
    isAutomatic = false,
    whole = 'job summary',
  }: AnnotationOptions = {},
): Annotation[] {
  const spotOf = (path: string) => {
    const spot = locateProblem(path);
    return spot && isShowable(spot.file) ? spot : null;
  };
  const unchecked = report.kernels.filter((kernel) => !wasChecked(kernel));
  const all = [
    ...report.problems.map(({ path, message }) => notChecked(path, message, spotOf(path))),
    ...unchecked.map(({ path }) => notChecked(path, UNCHECKED, spotOf(path))),
    ...(report.notices ?? []).map((notice) => aboutPolicy(notice, workspace)),
    ...foldByLine(causesOf(report), locate).map((folded) => annotate(folded, workspace, whole)),
    ...(isAutomatic ? notClaimed(report) : []),
  ];
  const levels = ['error', 'warning', 'notice'] as const;
  const placed = all.map((one) => ({
    ...one,
    file: one.file && fileInCheckout(checkout, one.file),
  }));
  return levels.flatMap((level) => limit(placed, level, limits[level], whole));
}

function fileItself(workspace: string): LocateProblem {
  return (path) => {
    const file = fileInside(workspace, path);
    return file === null ? null : { file, region: null };
  };
}

/** A region as GitHub takes it: columns only where it is in one line, the last one counted with it. */
export interface Lines {
  readonly startLine: number;
  readonly endLine: number;
  readonly startColumn?: number;
  readonly endColumn?: number;
}

export function linesOf({ line, column, endLine, endColumn }: SourceRegion): Lines {
  const lines = { startLine: line, endLine };
  return line === endLine ? { ...lines, startColumn: column, endColumn: endColumn - 1 } : lines;
}

function notChecked(path: string, reason: string, spot: Spot | null): Annotation {
  return {
    level: 'error',
    title: 'not checked',
    message: clip(`${forTerminal(path)}: ${forTerminal(reason)}`, MAX_MESSAGE),
    file: spot?.file ?? null,
    region: spot?.region ?? null,
  };
}

function aboutPolicy(notice: Notice, workspace: string): Annotation {
  const { path, line, level, message } = notice;
  const file = showable(workspace, path);
  return {
    level,
    title: 'policy',
    message: clip(`${forTerminal(path)}:${line}: ${forTerminal(message)}`, MAX_MESSAGE),
    file,
    region: file === null ? null : regionAt(file, notice),
  };
}

/** How many kernels a notice names that do not claim the same paths. */
const MOST_NAMED = 3;

/** One notice for all kernels: a path that is lost must not pass in silence. */
function notClaimed({ kernels }: Report): Annotation[] {
  const alike = new Map<string, string[]>();
  for (const kernel of kernels) {
    const paths = uncheckedPaths(kernel).join(', ');
    const names = alike.get(paths);
    if (names) names.push(kernel.path);
    else if (paths !== '') alike.set(paths, [kernel.path]);
  }
  if (alike.size === 0) return [];
  const lines = [...alike].map(([paths, names]) => {
    return `${forTerminal(nameSome(names, MOST_NAMED, 'kernel'))}: not claimed, so not checked: ${paths}`;
  });
  const hint = 'The input "boot" names the boot paths that count, whatever a kernel claims.';
  const message = [...lines, hint].join('\n');
  return [{ level: 'notice', title: 'not claimed', message, file: null, region: null }];
}

/** Causes that one change fixes: of the same rule, and from the same line. */
interface Folded {
  readonly first: Cause;
  readonly causes: Cause[];
  readonly region: SourceRegion | null;
}

/** Every build has its notes at other offsets, so that one line makes a cause for each. */
function foldByLine(causes: readonly Cause[], locate: Locate): Folded[] {
  const folded = new Map<unknown, Folded>();
  for (const cause of causes) {
    const found = locate(cause);
    const region = found && isShowable(found.file) ? found : null;
    const { level, rule, excuse, saidBy } = cause;
    const key = region ? JSON.stringify([level, rule, excuse, saidBy, region]) : cause;
    const known = folded.get(key);
    if (known) known.causes.push(cause);
    else folded.set(key, { first: cause, causes: [cause], region });
  }
  return [...folded.values()];
}

/** What is printed of all of them, where, and because of which differences of products. */
function together(first: Cause, causes: readonly Cause[]): Said & Pick<Cause, 'because'> {
  const because = causes.flatMap((cause) => cause.because ?? []);
  return {
    saidBy: first.saidBy,
    because: [...new Map(because.map((one) => [one.what, one])).values()],
    xenSays: [...new Set(causes.flatMap(({ xenSays }) => xenSays))],
    places: causes.flatMap(({ places }) => places),
  };
}

function annotate({ first, causes, region }: Folded, workspace: string, whole: string): Annotation {
  const places = causes.flatMap(describePlaces).map(({ kernels, where }) => {
    return `${kernels.map(forTerminal).join(', ')}: ${where}`;
  });
  const more = places.length - MAX_PLACES;
  const lines = [
    ...causes.slice(0, MAX_WORDINGS).map(({ message }) => forTerminal(message)),
    ...(first.excuse === null ? [] : [`Policy: ${forTerminal(first.excuse.text)}`]),
    ...describeBecause(together(first, causes)).map(({ text }) => `Because: ${forTerminal(text)}`),
    ...describeWordings(wordingsOf(together(first, causes)), forTerminal),
    `Fix: ${forTerminal(first.fix)}`,
    ...places.slice(0, MAX_PLACES),
    ...(more > 0 ? [`and ${more} more in the ${whole}`] : []),
  ];
  const paths = first.places.map(({ kernel }) => showable(workspace, kernel.path));
  return {
    level: first.excuse?.kind === 'waived' ? 'notice' : first.level,
    title: forTerminal(first.rule),
    message: clip(lines.join('\n'), MAX_MESSAGE),
    file: region?.file ?? paths.find((path) => path !== null) ?? null,
    region,
  };
}

function limit(
  all: readonly Annotation[],
  level: Annotation['level'],
  max: number,
  whole: string,
): Annotation[] {
  const own = all.filter((annotation) => annotation.level === level);
  if (own.length <= max) return own;
  const shown = own.slice(0, max - 1);
  const more = own.length - shown.length;
  return [
    ...shown,
    {
      level,
      title: `${more} more ${level}s`,
      message: `The ${whole} has ${more} more ${level}s.`,
      file: null,
      region: null,
    },
  ];
}

/** A name that a log cannot show as it is gets no file: nothing could be found by it. */
function showable(workspace: string, path: string): string | null {
  const file = fileInside(workspace, path);
  return file !== null && isShowable(file) ? file : null;
}
