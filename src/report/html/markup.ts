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
 * HTML from a template. Whatever is put into it becomes text, so that a stranger's string is
 * harmless without anybody thinking of it; attributes have to be quoted.
 */
export function html(template: readonly string[], ...parts: readonly Part[]): Html {
  return new Html(template.map((piece, i) => piece + render(parts[i] ?? null)).join(''));
}

function render(part: Part): string {
  if (part === null) return '';
  if (part instanceof Html) return part.markup;
  if (typeof part === 'object') return part.map(({ markup }) => markup).join('');
  return forHtml(String(part));
}
