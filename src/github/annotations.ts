import { isAbsolute, relative, resolve, sep } from 'node:path';
import { type Cause, causesOf } from '../report/causes.ts';
import { UNCHECKED, wasChecked } from '../report/checked.ts';
import { forTerminal } from '../report/escape.ts';
import { describePlaces } from '../report/places.ts';
import type { Report } from '../report/report.ts';
import { type Wordings, wordingsOf } from '../report/wordings.ts';

/**
 * The runner shows ten errors and ten warnings of a step, and drops the rest (runner 2.336,
 * `ExecutionContext.cs`). One error is kept for the sentence with which the step fails.
 */
export const MAX_ERRORS = 9;
export const MAX_WARNINGS = 10;

/** The runner cuts a message at 4096 characters. */
const MAX_MESSAGE = 4095;

/** How many of the places of a cause a message names: last, so that a cut takes them first. */
const MAX_PLACES = 8;

/** A message beside the run, and beside the kernel's file where that lies in the workspace. */
export interface Annotation {
  readonly level: 'error' | 'warning';
  readonly title: string;
  /** May have several lines. Nothing in it acts on the log. */
  readonly message: string;
  /** Relative to the workspace, with `/`; `null` for none. */
  readonly file: string | null;
}

/**
 * What a report has to say beside the run: what was not judged, then the causes, the severest first;
 * no more than the runner shows, and the last one of a level tells how many more there are.
 *
 * @param workspace the directory that kernel paths are relative to.
 */
export function annotationsOf(report: Report, workspace: string): Annotation[] {
  const unchecked = report.kernels.filter((kernel) => !wasChecked(kernel));
  const all = [
    ...report.problems.map(({ path, message }) => notJudged(path, message, workspace)),
    ...unchecked.map(({ path }) => notJudged(path, UNCHECKED, workspace)),
    ...causesOf(report).map((cause) => annotate(cause, workspace)),
  ];
  return [...limit(all, 'error', MAX_ERRORS), ...limit(all, 'warning', MAX_WARNINGS)];
}

function notJudged(path: string, reason: string, workspace: string): Annotation {
  return {
    level: 'error',
    title: 'not judged',
    message: clip(`${forTerminal(path)}: ${forTerminal(reason)}`),
    file: fileInside(workspace, path),
  };
}

function annotate(cause: Cause, workspace: string): Annotation {
  const places = describePlaces(cause).map(({ kernels, where }) => {
    return `${kernels.map(forTerminal).join(', ')}: ${where}`;
  });
  const more = places.length - MAX_PLACES;
  const lines = [
    forTerminal(cause.message),
    ...describeWordings(wordingsOf(cause)),
    `Fix: ${forTerminal(cause.fix)}`,
    ...places.slice(0, MAX_PLACES),
    ...(more > 0 ? [`and ${more} more in the job summary`] : []),
  ];
  const paths = cause.places.map(({ kernel }) => fileInside(workspace, kernel.path));
  return {
    level: cause.level,
    title: forTerminal(cause.rule),
    message: clip(lines.join('\n')),
    file: paths.find((path) => path !== null) ?? null,
  };
}

/** A line for each wording. */
function describeWordings({ depending, shown, more }: Wordings): string[] {
  const texts = shown.map((lines) => lines.map(forTerminal).join(' / ') || 'nothing');
  if (depending === null) return texts.map((text) => `Xen says: ${text}`);
  return [
    `Xen says, ${depending}:`,
    ...[...texts, ...(more ? [more] : [])].map((text) => `- ${text}`),
  ];
}

function limit(all: readonly Annotation[], level: Annotation['level'], max: number): Annotation[] {
  const own = all.filter((annotation) => annotation.level === level);
  if (own.length <= max) return own;
  const shown = own.slice(0, max - 1);
  const more = own.length - shown.length;
  return [
    ...shown,
    {
      level,
      title: `${more} more ${level}s`,
      message: `The job summary has ${more} more ${level}s than are shown here.`,
      file: null,
    },
  ];
}

function clip(text: string): string {
  if (text.length <= MAX_MESSAGE) return text;
  const halfPair = /[\ud800-\udbff]$/;
  return `${text.slice(0, MAX_MESSAGE - 1).replace(halfPair, '')}…`;
}

/** A name that a log cannot show as it is gets no file: nothing could be found by it. */
function fileInside(workspace: string, path: string): string | null {
  const inside = relative(workspace, resolve(workspace, path));
  if (inside === '' || isAbsolute(inside) || inside.split(sep)[0] === '..') return null;
  if (forTerminal(inside) !== inside) return null;
  return inside.split(sep).join('/');
}
