/** A `{a,b}` of a pattern, and what is on either side of it. */
interface Group {
  readonly before: string;
  readonly alternatives: readonly string[];
  readonly behind: string;
}

/**
 * The patterns without braces that a pattern stands for: `{a,b}/c` is `a/c` and `b/c`, as in a shell.
 * Braces without a comma, or that do not close, are characters like any other, and so is `[{]`.
 *
 * @param most how many patterns there may be.
 * @returns `null` where there are more.
 */
export function expandBraces(pattern: string, most: number): string[] | null {
  const group = firstGroup(pattern);
  if (group === null) return [pattern];
  const tails = expandBraces(group.behind, most);
  const heads: string[] = [];
  for (const alternative of group.alternatives) {
    const expanded = expandBraces(alternative, most);
    if (expanded === null) return null;
    heads.push(...expanded);
  }
  if (tails === null || heads.length * tails.length > most) return null;
  return heads.flatMap((head) => tails.map((tail) => group.before + head + tail));
}

/** The first group that has a comma of its own, looked for in one pass. */
function firstGroup(pattern: string): Group | null {
  /** The open braces, each with its commas. */
  const open: { readonly at: number; readonly commas: number[] }[] = [];
  let first: { start: number; end: number; commas: number[] } | null = null;
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at];
    if (pattern[at - 1] === '[' && pattern[at + 1] === ']') continue;
    if (char === '{') open.push({ at, commas: [] });
    else if (char === ',') open.at(-1)?.commas.push(at);
    else if (char === '}') {
      const group = open.pop();
      if (group === undefined || group.commas.length === 0) continue;
      if (first === null || group.at < first.start) {
        first = { start: group.at, end: at, commas: group.commas };
      }
      // What is still open around it may be a group as well, and starts before it.
      if (open.length === 0) break;
    }
  }
  if (first === null) return null;
  const { start, end, commas } = first;
  const cuts = [start, ...commas, end];
  return {
    before: pattern.slice(0, start),
    alternatives: cuts.slice(1).map((cut, i) => pattern.slice((cuts[i] ?? 0) + 1, cut)),
    behind: pattern.slice(end + 1),
  };
}
