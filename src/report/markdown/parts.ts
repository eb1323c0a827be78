import type { Cause } from '../causes.ts';
import { codeForMarkdown, forMarkdown } from '../escape.ts';
import { type Wordings, wordingsOf } from '../wordings.ts';

/** What a reader unfolds; `title` is harmless already, and so is `body`. */
export function folded(title: string, body: readonly string[]): string {
  return ['<details>', `<summary>${title}</summary>`, '', body.join('\n\n'), '', '</details>'].join(
    '\n',
  );
}

/** @param align one of `---`, `---:` and the like for each column */
export function table(
  head: readonly string[],
  align: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  return [head, align, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** A rule's text: plain, but for code spans between backticks. */
export function prose(text: string): string {
  const parts = text.split('`');
  return parts.map((part, i) => (i % 2 ? codeForMarkdown : forMarkdown)(part)).join('');
}

/** `**Xen says,** depending on the release: nothing; or <code>…</code>` */
export function xenSays(cause: Cause): string {
  const { by, depending, shown, more }: Wordings = wordingsOf(cause);
  const texts = shown.map((lines) => lines.map(codeForMarkdown).join(', ') || 'nothing');
  const says = depending === null ? `**${by} says:**` : `**${by} says,** ${depending}:`;
  return `${says} ${[texts.join('; or '), ...(more === null ? [] : [more])].join('; ')}`;
}

/** An address becomes a link where nothing in it could end one. */
export function link(address: string): string {
  return /^https:\/\/[\w./?=&;,#%~+:-]+$/.test(address) ? `<${address}>` : forMarkdown(address);
}
