import { forHtml } from '../escape.ts';

/** A piece of HTML in which every string is escaped: only `html` makes one. */
class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

export type { Html };

/** What may stand in a template: text, which is escaped, or HTML, which is not; `null` is nothing. */
type Part = string | number | null | Html | readonly Html[];

/**
 * HTML from a template. Every value becomes text, so that untrusted strings are always harmless.
 * Attributes must be quoted.
 */
export function html(template: readonly string[], ...parts: readonly Part[]): Html {
  return new Html(template.map((piece, i) => piece + render(parts[i] ?? null)).join(''));
}

/** The same in parts: a list of HTML may be made piece by piece, while it is written. */
export function* htmlParts(
  template: readonly string[],
  ...parts: readonly (Part | Iterable<Html>)[]
): Generator<string> {
  for (const [i, piece] of template.entries()) {
    yield piece;
    const part = parts[i] ?? null;
    if (isList(part)) for (const one of part) yield one.markup;
    else yield render(part);
  }
}

function isList(part: Part | Iterable<Html>): part is Iterable<Html> {
  return typeof part === 'object' && part !== null && Symbol.iterator in part;
}

function render(part: Part): string {
  if (part === null) return '';
  if (part instanceof Html) return part.markup;
  if (typeof part === 'object') return part.map(({ markup }) => markup).join('');
  return forHtml(String(part));
}
