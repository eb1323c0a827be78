import type { KernelReport } from '../contract/report.ts';
import { type Cause, causeKey } from '../report/causes.ts';
import { fileInside } from '../report/file-inside.ts';
import { type Locate, regionOf, type SourceRegion, type Span } from '../report/source-region.ts';
import { isNamedForOther, isSetForOther } from './architecture.ts';
import { agreement } from './build-config.ts';
import { type Agreement, byLikelihood, type Candidate, chooseSetting } from './choose.ts';
import { type Clue, cluesOf } from './clues.ts';
import {
  type Left,
  mayHold,
  readInside,
  readingLimits,
  type SourceFile,
  sourcePaths,
} from './files.ts';
import { findNote, mayEmit, type NoteClue, prepareSource } from './find-note.ts';
import { findOption } from './find-option.ts';
import { openNaming, type Repository } from './naming.ts';

/** Many more than are annotated. The rest are similar, or the work of a hostile pull request. */
const MOST_CAUSES = 100;

/** How many of a cause's kernels are looked for. */
const MOST_KERNELS = 4;

/** How many files that have what is looked for are chosen from. */
const MOST_CANDIDATES = 100;

/** How much text is searched in all, for every clue again, in UTF-16 units: seconds of work. */
const MOST_SEARCHED = 256 * 1024 * 1024;

/** How many pairs of configurations are compared; what is not counts as different. */
const MOST_COMPARED = 40;

/**
 * Finds the lines in a repository that causes come from: the line that emits the note or sets the
 * option. Otherwise, the line of the policy or of a workflow that names the kernel.
 */
export function findSourceLines(causes: readonly Cause[], repository: Repository): Locate {
  const { workspace } = repository;
  const wanted = causes.slice(0, MOST_CAUSES).flatMap((cause) => wantedFor(cause, workspace));
  const archs = [...new Set(wanted.map(({ kernel }) => kernel.arch))];
  const left = readingLimits();
  for (const paths of sourcePaths(workspace, cluesLeft(wanted))) {
    const clues = cluesLeft(wanted);
    const files = paths.filter(
      (path) =>
        clues.some((clue) => mayHold(path, clue)) &&
        !archs.every((arch) => isNamedForOther(path, arch)),
    );
    lookInto(readAll(workspace, files, left), wanted);
  }
  const findName = openNaming(repository);
  const regions = new Map<string, SourceRegion | null>();
  for (const { cause, found } of [...wanted].sort((a, b) => rankOf(a) - rankOf(b))) {
    const key = keyOf(cause);
    if (regions.has(key)) continue;
    regions.set(key, found?.region ?? findNaming(cause, findName));
  }
  return (cause) => regions.get(keyOf(cause)) ?? null;
}

/** Causes with one fault can be accepted for different reasons. */
function keyOf(cause: Cause): string {
  return JSON.stringify([causeKey(cause), cause.excuse]);
}

/** What the surest clue so far, by its place among the clues, led to. */
type Found = { readonly rank: number; readonly region: SourceRegion } | null;

/** A cause, and one of the kernels that it hits. */
interface Wanted {
  readonly cause: Cause;
  /** Its path is relative to the workspace. */
  readonly kernel: KernelReport;
  readonly clues: readonly Clue[];
  found: Found;
}

function wantedFor(cause: Cause, workspace: string): Wanted[] {
  const kernels = [...new Set(cause.places.map(({ kernel }) => kernel))].slice(0, MOST_KERNELS);
  return kernels.map((kernel) => {
    const path = fileInside(workspace, kernel.path) ?? kernel.path;
    const places = cause.places.filter((place) => place.kernel === kernel);
    return {
      cause,
      kernel: { ...kernel, path },
      clues: cluesOf({ ...cause, places }),
      found: null,
    };
  });
}

/** The lower, the surer. */
function rankOf({ found }: Wanted): number {
  return found?.rank ?? Number.MAX_SAFE_INTEGER;
}

/** The clues that would lead to a better line than there is. */
function cluesLeft(wanted: readonly Wanted[]): Clue[] {
  return wanted.flatMap(({ clues, found }) => clues.slice(0, found?.rank));
}

function readAll(workspace: string, paths: readonly string[], left: Left): SourceFile[] {
  return paths.flatMap((path) => {
    const text = readInside(workspace, path, left);
    return text === null ? [] : [{ path, text }];
  });
}

/** Looks for causes in some files, for what several have in common once. */
function lookInto(files: readonly SourceFile[], wanted: readonly Wanted[]): void {
  const byText = new Map(files.map(({ path, text }) => [path, text]));
  const textOf = (path: string) => byText.get(path) ?? '';
  const prepared = once((path: string, arch: string | null) => prepareSource(textOf(path), arch));
  let left = MOST_SEARCHED;
  const findIn = ({ path, text }: SourceFile, clue: Clue, arch: string | null): Span | null => {
    if (!mayContain(text, clue)) return null;
    left -= text.length;
    return clue.kind === 'note'
      ? findNote(prepared(path, arch), clue)
      : findOther(text, clue, arch);
  };
  const candidatesOf = once((clue: Clue, arch: string | null): Candidate[] => {
    const candidates: Candidate[] = [];
    for (const file of files) {
      if (left <= 0 || candidates.length === MOST_CANDIDATES) break;
      const { path, text } = file;
      if (!mayHold(path, clue) || isNamedForOther(path, arch)) continue;
      const span = findIn(file, clue, arch);
      if (span) candidates.push({ path, region: regionOf(path, text, span) });
    }
    return candidates;
  });
  let compared = 0;
  const agree: Agreement = once((path, whole) => {
    if (++compared > MOST_COMPARED) return 0;
    return agreement(textOf(path), textOf(whole));
  });
  for (const want of wanted) {
    const { clues, kernel, found } = want;
    for (const [rank, clue] of clues.slice(0, found?.rank).entries()) {
      const candidates = candidatesOf(clue, kernel.arch);
      const chosen =
        clue.kind === 'option'
          ? chooseSetting(candidates, kernel, agree)
          : byLikelihood(candidates, kernel)[0];
      if (!chosen) continue;
      want.found = { rank, region: chosen.region };
      break;
    }
  }
}

/** A function that is asked for much, and often for the same. */
function once<A, B, Result>(get: (a: A, b: B) => Result): (a: A, b: B) => Result {
  const known = new Map<string, Result>();
  return (a, b) => {
    const key = JSON.stringify([a, b]);
    const result = known.get(key) ?? get(a, b);
    known.set(key, result);
    return result;
  };
}

/** Quick to say of most files. */
function mayContain(text: string, clue: Clue): boolean {
  if (clue.kind === 'note') return mayEmit(text, clue);
  return clue.kind === 'text' || text.includes(clue.option);
}

function findOther(text: string, clue: Exclude<Clue, NoteClue>, arch: string | null): Span | null {
  if (clue.kind === 'option') {
    const span = findOption(text, clue);
    return span && isSetForOther(text, arch) ? null : span;
  }
  const start = text.toLowerCase().indexOf(clue.text);
  return start < 0 ? null : { start, end: start + clue.text.length };
}

function findNaming(
  { places }: Cause,
  findName: (path: string) => SourceRegion | null,
): SourceRegion | null {
  const kernels = new Set(places.map(({ kernel: { path } }) => path));
  for (const kernel of [...kernels].slice(0, MOST_KERNELS)) {
    const region = findName(kernel);
    if (region) return region;
  }
  return null;
}
