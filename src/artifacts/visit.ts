import { type FsPath, keyOf } from '../files/fs-path.ts';
import { endsOf, type State } from '../glob/pattern-set.ts';

/** A directory to look into, and what for. */
export interface Visit {
  readonly path: FsPath;
  /** The same without links. */
  readonly real: FsPath;
  /** The patterns that it leads on with. */
  readonly state: State;
  /** The patterns that it is all of, or in a directory that they are all of. */
  readonly walks: readonly Walk[];
}

/** A pattern that names a directory has the kernels in it, and below it. */
export interface Walk {
  readonly pattern: number;
  /** That directory, without links: no link leads out of it. */
  readonly root: FsPath;
}

/**
 * What a directory is looked into for: where its name leads the patterns, and what it is in.
 *
 * @param walks those of the directory that it is in.
 */
export function visitOf(path: FsPath, real: FsPath, state: State, walks: readonly Walk[]): Visit {
  const known = new Set(walks.map(({ pattern }) => pattern));
  const own = endsOf(state).filter((pattern) => !known.has(pattern));
  return {
    path,
    real,
    state,
    walks: [...walks, ...own.map((pattern) => ({ pattern, root: real }))],
  };
}

/** What directories were looked into for: links may come to the same one again. */
export class Seen {
  readonly #known = new Map<string, Set<State[number] | number>>();

  /** What a visit is for and no earlier one was; `null` for nothing. */
  freshPartOf(visit: Visit): Visit | null {
    const key = keyOf(visit.real);
    const known = this.#known.get(key) ?? new Set();
    const state = visit.state.filter((place) => !known.has(place));
    const walks = visit.walks.filter(({ pattern }) => !known.has(pattern));
    for (const place of state) known.add(place);
    for (const { pattern } of walks) known.add(pattern);
    this.#known.set(key, known);
    return state.length > 0 || walks.length > 0 ? { ...visit, state, walks } : null;
  }
}
