import type { KernelReport } from './report.ts';

/** Answers with the one that stands for all values that are equal to it. */
export type Share = <T>(value: T) => T;

/**
 * Stores what is alike once: of equal lists and objects, at any depth, the first stands for all. Ten
 * thousand kernels of one build on every release have a few verdicts, ten thousand times.
 *
 * Values are plain data, as in a report, and are not changed afterwards.
 */
export function sharing(): Share {
  /** By value: strings and numbers as they are, and the lists and objects that stand for others. */
  const ids = new Map<unknown, number>();
  const known = new Map<string, object>();
  const idOf = (value: unknown): number => {
    const id = ids.get(value) ?? ids.size;
    ids.set(value, id);
    return id;
  };
  const share: Share = (value) => {
    if (typeof value !== 'object' || value === null || ids.has(value)) return value;
    const own = Array.isArray(value)
      ? value.map(share)
      : Object.fromEntries(Object.entries(value).map(([key, part]) => [key, share(part)]));
    const key = Array.isArray(own)
      ? own.map(idOf).join()
      : `{${Object.entries(own).map(([name, part]) => `${idOf(name)}:${idOf(part)}`)}`;
    const isSame = Object.entries(value).every(([name, part]) => Reflect.get(own, name) === part);
    const first = known.get(key) ?? (isSame ? value : own);
    known.set(key, first);
    idOf(first);
    return first as typeof value;
  };
  return share;
}

/** A kernel with what it may have in common with others of the run shared. */
export function shareParts(kernel: KernelReport, share: Share): KernelReport {
  const { notes, claims, verdicts } = kernel;
  return { ...kernel, notes: share(notes), claims: share(claims), verdicts: share(verdicts) };
}
