import { XEN_FACTS, type XenFactId } from './facts/facts.ts';
import { FEATURES } from './feature-names.ts';

/** One way in which a build of Xen differs from its release: a fact more, or one less. */
export interface Difference {
  /** As the user wrote it: `no-domu-lzo`. */
  readonly name: string;
  readonly fact: XenFactId;
  readonly present: boolean;
}

/** Before the name of a fact that was left out of a build. */
export const NO = 'no-';

/**
 * What a fact may be called: by its own name, and one that teaches the note parser a feature by the
 * name of that feature, too.
 */
const FACT_NAMES: ReadonlyMap<string, XenFactId> = new Map([
  ...(Object.keys(XEN_FACTS) as XenFactId[]).map((id) => [id, id] as const),
  ...FEATURES.flatMap(({ name, behaviour }) => (behaviour ? [[name, behaviour] as const] : [])),
]);

/**
 * The names of differences. Wordings have none, because no build of Xen differs only in a wording.
 */
export const DIFFERENCE_NAMES: ReadonlyMap<string, XenFactId> = new Map(
  [...FACT_NAMES].filter(([, fact]) => XEN_FACTS[fact].kind !== 'wording'),
);

/**
 * A difference by its name. `domu-zstd` or `hvm_callback_vector` is a backport of that fact or
 * feature; with `no-` before it, something left out of a build. `null` for an unknown name.
 */
export function differenceOf(name: string): Difference | null {
  return find(name, DIFFERENCE_NAMES);
}

/** The same for facts of every kind: a product may also print other words. */
export function productDifferenceOf(name: string): Difference | null {
  return find(name, FACT_NAMES);
}

/** The wording that a name stands for, with or without `no-`; `null` for none. */
export function wordingOf(name: string): XenFactId | null {
  const found = find(name, FACT_NAMES);
  return found && XEN_FACTS[found.fact].kind === 'wording' ? found.fact : null;
}

function find(name: string, names: ReadonlyMap<string, XenFactId>): Difference | null {
  const added = names.get(name);
  if (added) return { name, fact: added, present: true };
  const without = name.startsWith(NO) ? names.get(name.slice(NO.length)) : undefined;
  return without ? { name, fact: without, present: false } : null;
}
