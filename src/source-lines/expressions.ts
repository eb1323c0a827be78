import type { Span } from '../report/source-region.ts';

/** An item of a list with expressions in it, as in `out/${{ matrix.flavour }}/vmlinuz`. */
export interface Expression {
  /** What stands before the first expression, and behind each. */
  readonly first: string;
  readonly rest: readonly string[];
  readonly span: Span;
}

const ITEM = /(?:\$\{\{[^$]*?\}\}|[^\s,'"$])+/g;
const EXPRESSION = /\$\{\{[^$]*?\}\}/;

/** How many items with expressions are read: a workflow has a few. */
const MOST_ITEMS = 256;

/** The items with expressions in some parts of a text. */
export function readExpressions(text: string, parts: readonly Span[]): Expression[] {
  const expressions: Expression[] = [];
  for (const { start, end } of parts) {
    for (const { 0: item, index } of text.slice(start, end).matchAll(ITEM)) {
      const [first = '', ...rest] = withoutDots(item).split(EXPRESSION);
      if (rest.length === 0) continue;
      const at = start + index;
      expressions.push({ first, rest, span: { start: at, end: at + item.length } });
      if (expressions.length === MOST_ITEMS) return expressions;
    }
  }
  return expressions;
}

/** The first item that GitHub may have made one of some names of. */
export function findExpression(
  names: readonly string[],
  expressions: readonly Expression[],
): Span | null {
  // `${{ github.workspace }}/vmlinuz`
  const all = names.flatMap((name) => [name, `/${name}`]);
  const found = expressions.find((expression) => all.some((name) => isMadeOf(name, expression)));
  return found?.span ?? null;
}

/** Whether a name starts and ends with the literal parts of an item, and has all of them in order. */
function isMadeOf(name: string, { first, rest }: Expression): boolean {
  if (!name.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest.slice(0, -1)) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  const last = rest.at(-1) ?? '';
  return name.length >= at + last.length && name.endsWith(last);
}

/** A path or a pattern without the `./` that may stand before it. */
export function withoutDots(path: string): string {
  return path.replace(/^(?:\.\/)+/, '');
}
