import { isRule } from '../../rules/index.ts';
import type { Cause } from '../causes.ts';
import { codeForMarkdown, forMarkdown } from '../escape.ts';
import { quietAddress, referenceName } from '../references.ts';
import type { Locate } from '../source-region.ts';
import { type Wordings, wordingsOf } from '../wordings.ts';

/** Where a reader finds more. */
export interface MarkdownLinks {
  /** The URL of the directory of the rules' pages. Default: not known. */
  readonly pages?: string;
  /** The lines that causes come from. Default: not known. */
  readonly locate?: Locate;
}

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

/** An address becomes a link with a name where nothing in it could end one. */
export function link(address: string): string {
  if (!/^https:\/\/[\w./?=&;,#%~+:-]+$/.test(address)) return forMarkdown(address);
  return `[${forMarkdown(referenceName(address))}](${quietAddress(address)})`;
}

/** The name of a rule, and its page where that is known. */
export function ruleName(rule: string, { pages }: MarkdownLinks): string {
  const name = codeForMarkdown(rule);
  return pages && isRule(rule) ? `[${name}](${pages}/${rule}.md)` : name;
}
