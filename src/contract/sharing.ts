import type { KernelReport } from './report.ts';

/** Answers with the one that stands for all values that are equal to it. */
export type Share = <T>(value: T) => T;

/** The first of some equal values, and what it is known by. */
interface First {
  readonly id: number;
  readonly value: unknown;
}

/**
 * How many different values are remembered. A kernel on every release has some hundred; where ten
 * thousand kernels have nothing in common, to remember them all would take as much memory as they do.
 */
const MOST_KNOWN = 50_000;

/**
 * Stores what is alike once: of equal texts, lists and objects, at any depth, the first stands for
 * all. Ten thousand kernels of one build on every release have a few verdicts, ten thousand times.
 *
 * Values are plain data, as in a report, with builds of Xen in it, and are not changed afterwards.
 *
 * @param most how many different values are remembered; with one more, all are forgotten.
 */
export function sharing(most = MOST_KNOWN): Share {
  const byValue = new Map<unknown, First>();
  /** Lists and objects by their parts. */
  const byParts = new Map<string, First>();
  let count = 0;
  const add = (value: unknown): First => {
    const first = { id: count++, value };
    byValue.set(value, first);
    return first;
  };
  const firstOf = (value: unknown): First => {
    const known = byValue.get(value);
    if (known) return known;
    if (!isData(value)) return add(value);
    const parts = Object.entries(value).map(([name, part]): Part => [name, firstOf(part)]);
    const key = Array.isArray(value)
      ? parts.map(([, { id }]) => id).join()
      : `{${parts.map(([name, { id }]) => `${firstOf(name).id}:${id}`)}`;
    const first = byParts.get(key) ?? add(withParts(value, parts));
    byParts.set(key, first);
    return first;
  };
  return <T>(value: T): T => {
    if (byValue.size > most) {
      byValue.clear();
      byParts.clear();
    }
    return firstOf(value).value as T;
  };
}

/** A list or an object. With a function in it, it is a thing, which only stands for itself. */
function isData(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value) || !Object.values(value).some((part) => typeof part === 'function');
}

type Part = readonly [name: string, first: First];

/** A copy, spread so that it has the shape that others of its kind have: that takes least memory. */
function withParts(value: object, parts: readonly Part[]): unknown {
  if (Array.isArray(value)) return parts.map(([, first]) => first.value);
  const copy: Record<string, unknown> = { ...value };
  for (const [name, first] of parts) copy[name] = first.value;
  return copy;
}

/** A kernel with what it may have in common with others of the run shared. */
export function shareParts(kernel: KernelReport, share: Share): KernelReport {
  const { notes, claims, verdicts } = kernel;
  return { ...kernel, notes: share(notes), claims: share(claims), verdicts: share(verdicts) };
}
