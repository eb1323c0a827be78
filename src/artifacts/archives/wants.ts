import { endsOf, type PatternSet, patternSet } from '../../glob/pattern-set.ts';
import { isForDebugger, isKernelName } from '../kernel-name.ts';

/**
 * What is looked for in an archive: a pattern for its members, one for those of an archive among them,
 * and so on. Without patterns, every kernel.
 */
export interface Want {
  /** Who asks: any number that the caller knows again. */
  readonly by: number;
  readonly patterns: readonly string[];
}

/** Who wants a member, and how. */
export interface Wanted {
  /** Its name is meant: it is taken whatever it holds. */
  readonly named: readonly number[];
  /** It is in a directory, or an archive, that is meant: it is taken if it is a kernel. */
  readonly walked: readonly number[];
  /** It is an archive in which something is meant. */
  readonly deeper: readonly Want[];
}

/** The wants of one archive, prepared for many members. */
export interface Wants {
  /** @param name of a member */
  of(name: string): Wanted;
  /**
   * The names of the members that must be met, of those that the archive says it has; all others need
   * not be. `null` where all must be met.
   */
  readonly needed: (listed: readonly string[] | null, isTrusted: boolean) => Set<string> | null;
}

export function prepareWants(wants: readonly Want[]): Wants {
  const all = wants.filter(({ patterns }) => patterns.length === 0).map(({ by }) => by);
  const some = wants.filter(({ patterns }) => patterns.length > 0);
  const parts = some.map(({ patterns: [first = ''] }) => partsOf(first));
  const set = patternSet(parts);
  const of = (name: string): Wanted => {
    const { exact, above } = matchesOf(set, partsOf(name));
    const hits = exact.flatMap((index) => some[index] ?? []);
    const rest = ({ by, patterns }: Want) => ({ by, patterns: patterns.slice(1) });
    return {
      named: hits.filter(({ patterns }) => patterns.length === 1).map(({ by }) => by),
      walked: [
        ...all,
        ...above
          .flatMap((index) => some[index] ?? [])
          .filter(({ patterns }) => patterns.length === 1)
          .map(({ by }) => by),
      ],
      deeper: hits.filter(({ patterns }) => patterns.length > 1).map(rest),
    };
  };
  return {
    of,
    needed: (listed, isTrusted) => {
      if (listed === null) return all.length === 0 ? literalNames(parts) : null;
      const asked = listed.filter((name) => {
        const { named, walked, deeper } = of(name);
        return (
          named.length + deeper.length > 0 ||
          (walked.length > 0 && (isKernelFile(name) || PE_FILE.test(name)))
        );
      });
      return asked.length === 0 && !isTrusted ? null : new Set(asked);
    },
  };
}

/** It may be a unified kernel image. */
const PE_FILE = /\.efi$/i;

/** A kernel's name, but for those that a package has for a debugger. */
export function isKernelFile(name: string): boolean {
  return isKernelName(name) && !isForDebugger(name);
}

/** Where all patterns are names, those; each may be that of a directory, which is met at no one place. */
function literalNames(parts: readonly (readonly string[])[]): Set<string> | null {
  const isLiteral = parts.every((one) => one.every((part) => !/[*?[]/.test(part)));
  return isLiteral ? new Set(parts.map((one) => one.join('/'))) : null;
}

function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '' && part !== '.');
}

function matchesOf(
  set: PatternSet,
  names: readonly string[],
): { readonly exact: readonly number[]; readonly above: readonly number[] } {
  let state = set.start;
  const above = new Set<number>();
  for (const name of names) {
    for (const index of endsOf(state)) above.add(index);
    state = set.step(state, name);
  }
  const exact = endsOf(state);
  return { exact, above: [...above].filter((index) => !exact.includes(index)) };
}
