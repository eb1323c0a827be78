import { type Cause, causeKey } from '../../report/causes.ts';
import { type Locate, regionOf, type SourceRegion, type Span } from '../../report/source-region.ts';
import { type Clue, cluesOf } from './clues.ts';
import { mayHold, type SourceFile, sourceFiles } from './files.ts';
import { findNote } from './find-note.ts';
import { findOption } from './find-option.ts';
import { findNameOf, namingFiles, type Repository } from './naming.ts';

/** Many more than are annotated; the rest are alike, or a stranger's doing. */
const MOST_CAUSES = 100;

/**
 * Looks in a repository for the lines that causes come from: the one that emits the note or sets the
 * option, or else the one of the policy or of a workflow that names the kernel.
 */
export function findSourceLines(causes: readonly Cause[], repository: Repository): Locate {
  const wanted = causes.slice(0, MOST_CAUSES).map((cause): Wanted => {
    return { cause, clues: cluesOf(cause), found: null };
  });
  for (const file of sourceFiles(repository.workspace, cluesLeft(wanted))) {
    const look = lookInto(file);
    for (const want of wanted) want.found = look(want);
    if (cluesLeft(wanted).length === 0) break;
  }
  const naming = namingFiles(repository);
  const regions = new Map(
    wanted.map(({ cause, found }) => {
      return [keyOf(cause), found?.region ?? findNaming(cause, naming, repository)];
    }),
  );
  return (cause) => regions.get(keyOf(cause)) ?? null;
}

/** Of several causes with one message, each is excused for a reason of its own. */
function keyOf(cause: Cause): string {
  return JSON.stringify([causeKey(cause), cause.excuse]);
}

/** What the surest clue so far, by its place among the clues, led to. */
type Found = { readonly rank: number; readonly region: SourceRegion } | null;

interface Wanted {
  readonly cause: Cause;
  readonly clues: readonly Clue[];
  found: Found;
}

/** The clues that would lead to a better line than there is. */
function cluesLeft(wanted: readonly Wanted[]): Clue[] {
  return wanted.flatMap(({ clues, found }) => clues.slice(0, found?.rank));
}

/** Looks for causes in one file, for what several have in common once. */
function lookInto({ path, text }: SourceFile): (want: Wanted) => Found {
  const spans = new Map<string, Span | null>();
  const find = (clue: Clue): Span | null => {
    const key = JSON.stringify(clue);
    let span = spans.get(key);
    if (span === undefined) span = mayHold(path, clue) ? findClue(text, clue) : null;
    spans.set(key, span);
    return span;
  };
  return ({ clues, found }) => {
    for (const [rank, clue] of clues.slice(0, found?.rank).entries()) {
      const span = find(clue);
      if (span) return { rank, region: regionOf(path, text, span) };
    }
    return found;
  };
}

function findClue(text: string, clue: Clue): Span | null {
  if (clue.kind === 'note') return findNote(text, clue);
  if (clue.kind === 'option') return findOption(text, clue);
  const start = text.toLowerCase().indexOf(clue.text);
  return start < 0 ? null : { start, end: start + clue.text.length };
}

/** How many of a cause's kernels a workflow is searched for. */
const MOST_KERNELS = 4;

function findNaming(
  { places }: Cause,
  files: readonly SourceFile[],
  repository: Repository,
): SourceRegion | null {
  const kernels = new Set(places.map(({ kernel: { path } }) => path));
  for (const kernel of [...kernels].slice(0, MOST_KERNELS)) {
    const region = findNameOf(kernel, files, repository);
    if (region) return region;
  }
  return null;
}
