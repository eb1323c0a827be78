import { UsageError } from '../text/usage-error.ts';
import { type Name, type NamePattern, namePattern, type Work } from './name-pattern.ts';

/** Many patterns for paths, as one tree of their parts: what they start with alike is looked at once. */
export interface PatternSet {
  /** Before the first name of a path. */
  readonly start: State;
  /**
   * Behind one more name.
   *
   * @param by which parts may take the name. Default: all.
   * @throws {UsageError} where the patterns have taken more steps than a run may spend on them.
   */
  readonly step: (state: State, name: string, by?: Parts) => State;
}

/** Places in the tree: those that the names of a path lead to. Empty where no pattern goes on. */
export type State = readonly Place[];

/**
 * `single`: all but `**`; `literal`: only parts that spell the name out.
 */
export type Parts = 'all' | 'single' | 'literal';

/** A place in the tree of parts. */
export interface Place {
  /** The patterns that end here, by their index. */
  readonly ends: number[];
  readonly literal: Map<string, Place>;
  readonly varying: Map<string, { readonly pattern: NamePattern; readonly next: Place }>;
  /** Behind a `**` that starts here. */
  deep: Place | null;
  /** Itself behind a `**`, which may take more names. */
  readonly isDeep: boolean;
}

/** Seconds. A thousand patterns for a hundred thousand files take less. */
const MOST_STEPS = 500_000_000;

/**
 * @param patterns the parts of each: names, patterns for a name, and `**` for any number of names.
 * @param most how many steps matching may take, a character at a time.
 */
export function patternSet(
  patterns: readonly (readonly string[])[],
  most = MOST_STEPS,
): PatternSet {
  const work: Work = { left: most };
  const root = newPlace(false);
  for (const [index, parts] of patterns.entries()) {
    parts.reduce(childOf, root).ends.push(index);
  }
  return {
    start: withNone([root]),
    step: (state, text, by = 'all') => {
      const name: Name = { text };
      const next = new Set<Place>();
      for (const place of state) {
        if (by === 'all' && place.isDeep) next.add(place);
        const literal = place.literal.get(text);
        if (literal) next.add(literal);
        if (by === 'literal') continue;
        for (const { pattern, next: behind } of place.varying.values()) {
          if (pattern.fits(name, work)) next.add(behind);
        }
      }
      work.left -= state.length;
      if (work.left < 0) throw new UsageError(TOO_LONG);
      return withNone(next);
    },
  };
}

const TOO_LONG =
  'the patterns for kernels take too long to match: use fewer patterns, or fewer * in each';

/** The patterns that the names so far are all of, by their index. */
export function endsOf(state: State): number[] {
  return state.flatMap(({ ends }) => ends);
}

function newPlace(isDeep: boolean): Place {
  return { ends: [], literal: new Map(), varying: new Map(), deep: null, isDeep };
}

function childOf(place: Place, part: string): Place {
  if (part === '**') {
    // Another one behind it takes nothing that it does not take.
    if (place.isDeep) return place;
    place.deep ??= newPlace(true);
    return place.deep;
  }
  const pattern = namePattern(part);
  if (!pattern.varies) {
    const known = place.literal.get(part) ?? newPlace(false);
    place.literal.set(part, known);
    return known;
  }
  const known = place.varying.get(part) ?? { pattern, next: newPlace(false) };
  place.varying.set(part, known);
  return known.next;
}

/** These places, and those behind a `**` that takes no name. */
function withNone(places: Iterable<Place>): State {
  const all = new Set(places);
  for (const { deep } of all) if (deep !== null) all.add(deep);
  return [...all];
}
