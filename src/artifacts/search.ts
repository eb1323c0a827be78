import { describeError } from '../files/file-error.ts';
import { childOf, type Entry, type FsPath, isWithin, UNNAMEABLE } from '../files/fs-path.ts';
import { type Target, targetOf } from '../files/link-target.ts';
import { endsOf, type PatternSet, patternSet, type State } from '../glob/pattern-set.ts';
import { Findings, type FoundFile } from './found.ts';
import { IGNORED_DIRECTORIES } from './ignored.ts';
import type { Reader } from './reader.ts';
import { Seen, type Visit, visitOf, type Walk } from './visit.ts';

/** Why a link that a pattern names is not followed to its file. */
const LEADS_OUT =
  'is a link that leads out of the directory in which the pattern starts; name its target';

/** An entry of a directory, and what patterns say of it. */
interface Met extends Pick<Visit, 'path' | 'real' | 'walks'> {
  readonly name: string;
  /** Of the directory that it is in. */
  readonly state: State;
}

/**
 * Finds the files that patterns match in a directory, in one walk for all patterns. A matched file
 * is taken whatever it holds; a link out of `base` is a problem. In a matched directory, which
 * without parts is `base` itself, only kernels are taken. Links to files inside `base` are
 * followed. Links to directories inside it are followed only if a part of a pattern other than `**`
 * names the link: all other patterns find that directory without it.
 *
 * @param patterns the parts of each.
 * @throws {UsageError} where the patterns take too long.
 */
export async function search(
  base: string,
  realBase: FsPath,
  patterns: readonly (readonly string[])[],
  reader: Reader,
): Promise<Findings> {
  const set = patternSet(patterns);
  const everyPattern = [...patterns.keys()];
  const context: Context = {
    set,
    realBase,
    reader,
    everyPattern,
    found: new Findings(),
    pending: [],
    links: [],
  };
  context.pending.push(visitOf(base, realBase, set.start, []));
  const seen = new Seen();
  // By links last, so that a directory is met by its own name first.
  for (;;) {
    const visit = context.pending.pop() ?? context.links.shift();
    if (visit === undefined) return context.found;
    const fresh = seen.freshPartOf(visit);
    if (fresh === null) continue;
    const entries = await reader
      .list(fresh.path, fresh.real)
      .catch((error: NodeJS.ErrnoException) => {
        if (error.code === undefined) throw error;
        // What is not there has nothing that a pattern could name; anything else may have it.
        if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') {
          context.found.addProblem(fresh.path, describeError(error), everyPattern);
        }
        return [];
      });
    for (const entry of entries) await meet(entry, fresh, context);
  }
}

interface Context {
  readonly set: PatternSet;
  readonly realBase: FsPath;
  readonly reader: Reader;
  readonly everyPattern: readonly number[];
  readonly found: Findings;
  readonly pending: Visit[];
  readonly links: Visit[];
}

async function meet({ name, kind }: Entry, visit: Visit, context: Context): Promise<void> {
  const { state, walks } = visit;
  const path = childOf(visit.path, name);
  const real = childOf(visit.real, name);
  const met: Met = { path, real, name: String(name), state, walks };
  const meaning = meantBy(met, kind, context);
  if (meaning.length > 0 && context.reader.excludes(path)) {
    context.found.addExcluded(path, real, meaning);
  } else if (kind === 'directory') enter(met, context);
  else if (kind === 'link') await follow(met, context);
  else {
    const named = endsOf(context.set.step(state, met.name));
    if (kind === 'file') await take({ path, real, isLink: false }, named, walks, context);
    else if (named.length > 0 || walks.length > 0) context.found.skip(path, real, 'special');
  }
}

/** The patterns that may stand for an entry, or for something in it. */
function meantBy({ state, name, walks }: Met, kind: Entry['kind'], context: Context): number[] {
  const next = context.set.step(state, name);
  const leadsOn = kind === 'directory' && next.length > 0;
  const ends = leadsOn ? context.everyPattern : endsOf(next);
  return [...ends, ...walks.map(({ pattern }) => pattern)];
}

function enter(met: Met, { set, found, pending }: Context): void {
  const { path, real, walks } = met;
  const all = set.step(met.state, met.name);
  if (!IGNORED_DIRECTORIES.includes(met.name)) {
    if (all.length > 0 || walks.length > 0) pending.push(visitOf(path, real, all, walks));
    return;
  }
  const named = set.step(met.state, met.name, 'literal');
  if (all.length > named.length || walks.length > 0) found.skip(path, real, 'ignored');
  if (named.length > 0) pending.push(visitOf(path, real, named, []));
}

async function follow(met: Met, context: Context): Promise<void> {
  const { path, walks } = met;
  const { set, realBase, found, links } = context;
  const all = set.step(met.state, met.name);
  const isIgnored = IGNORED_DIRECTORIES.includes(met.name);
  const single = set.step(met.state, met.name, isIgnored ? 'literal' : 'single');
  const named = endsOf(all);
  if (all.length === 0 && walks.length === 0) return;
  const target: Target = await targetOf(path);
  // Where a `**` alone leads here, the target is come to without the link, or not at all.
  const isMeant = named.length > 0 || single.length > 0 || walks.length > 0;
  if (target.kind === 'unknown') {
    if (!isMeant) return;
    const patterns = [...named, ...walks.map(({ pattern }) => pattern)];
    found.addProblem(path, target.message, patterns);
  } else if (target.kind === 'file') {
    const isInside = isWithin(target.real, realBase);
    const reachable = walks.filter(({ root }) => isWithin(target.real, root));
    const file = { path, real: target.real, isLink: true };
    // A pattern asks for what it names: a link must not hide a kernel from it.
    if (named.length > 0 && !isInside) found.addProblem(path, LEADS_OUT, named);
    else if (reachable.length < walks.length) found.skip(path, met.real, 'link-out');
    await take(file, isInside ? named : [], reachable, context);
  } else if (target.kind === 'directory') {
    const { real } = target;
    const isInside = isWithin(real, realBase);
    const isOut = !isInside || walks.some(({ root }) => !isWithin(real, root));
    if (isOut) found.skip(path, met.real, 'link-out');
    if (single.length > 0 && isInside) links.push(visitOf(path, real, single, []));
  } else if (isMeant) {
    found.skip(path, met.real, target.kind === 'nothing' ? 'link-lost' : 'special');
  }
}

/**
 * @param named the patterns that a file is all of.
 * @param walks the patterns that it may be a kernel of.
 */
async function take(
  file: Pick<FoundFile, 'real' | 'isLink'> & { readonly path: FsPath },
  named: readonly number[],
  walks: readonly Walk[],
  { reader, found }: Context,
): Promise<void> {
  const { path } = file;
  const add = (patterns: readonly number[], how: Pick<FoundFile, 'isMet'> = {}) => {
    if (patterns.length === 0) return;
    if (typeof path === 'string') found.addFile({ ...file, ...how, path }, patterns);
    else found.addProblem(path, UNNAMEABLE, patterns);
  };
  add(named);
  const walkers = walks.map(({ pattern }) => pattern).filter((one) => !named.includes(one));
  if (walkers.length === 0) return;
  const sniffed = await reader.sniff(path, file.real);
  if (sniffed?.is === 'kernel') add(walkers);
  else if (sniffed?.is === 'archive') add(walkers, { isMet: true });
  else if (sniffed?.is === 'problem') found.addProblem(path, sniffed.message, walkers);
  else if (sniffed?.is === 'passed-over') found.skip(path, file.real, sniffed.reason);
}
