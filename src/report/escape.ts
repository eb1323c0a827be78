/**
 * The only place that escapes untrusted text for output. A kernel's notes, its version and its file
 * name may hold any bytes. Examples are escape sequences, line ends that start a command for the
 * runner, characters that change the direction of text, Markdown and HTML.
 *
 * Every function shows invisible characters, as `\u{1b}`, and keeps the others.
 */

/**
 * Characters that a terminal, a log or a browser does not show. They are controls (Cc), format
 * characters such as the bidirectional ones (Cf), line and paragraph separators (Zl, Zp), and
 * halves of surrogate pairs (Cs).
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * Text for a terminal or a log, on one line. The runner of GitHub Actions takes `::name::` at the
 * start of a line, and `##[name]` anywhere in it, for a command. So both are escaped everywhere:
 * wrapping may put any word at the start of a line.
 */
export function forTerminal(text: string): string {
  return text
    .replace(INVISIBLE, visible)
    .replaceAll('::', ':\\u{3a}')
    .replaceAll('##[', '#\\u{23}[');
}

/** Whether a log shows a name as it is: nothing could be found by another one. */
export function isShowable(name: string): boolean {
  return forTerminal(name) === name;
}

/**
 * What GitHub's Markdown would interpret:
 * - characters of its grammar, and `_`, except inside a word;
 * - `:` and `.`, as in the links `http://` and `www.`, and in the picture `:name:`;
 * - `-`, as in `GH-1`, which is an issue;
 * - characters that make a list or a heading at the start of a line.
 */
const MARKDOWN =
  /[&<>|`*[\]\\~$@#]|(?<![0-9a-z])_|_(?![0-9a-z])|:(?=\/|[\w+-]+:)|(?<=www)\.|(?<=(?<![0-9a-z])gh)-(?=\d)|^\P{L}/giu;

/**
 * Text for a sentence or a table cell of GitHub's Markdown, on one line. Nothing in it is read as
 * Markdown or HTML, mentions a person, refers to an issue, or becomes a link.
 */
export function forMarkdown(text: string): string {
  return text.replace(INVISIBLE, visible).replace(MARKDOWN, entity);
}

/**
 * Text as inline code of GitHub's Markdown, on one line, in a sentence or in a table cell. It is
 * HTML, because no number of backticks keeps a `|` inside a cell.
 */
export function codeForMarkdown(text: string): string {
  return `<code>${forMarkdown(text)}</code>`;
}

/** Text for HTML, between tags or in a quoted attribute, on one line. Nothing in it is markup. */
export function forHtml(text: string): string {
  return text.replace(INVISIBLE, visible).replace(/[&<>"']/g, entity);
}

/** Text for XML 1.0, as for HTML: two characters more are not allowed there (§2.2, `Char`). */
export function forXml(text: string): string {
  return forHtml(text).replace(/[\ufffe\uffff]/g, visible);
}

/**
 * Text for a message of a SARIF log, on one line: none of it is a link (`[text](target)`, §3.11.6)
 * or a placeholder (`{0}`, §3.11.5).
 */
export function forSarif(text: string): string {
  return text.replace(INVISIBLE, visible).replaceAll('](', ']\\u{28}').replace(/[{}]/g, '$&$&');
}

function visible(char: string): string {
  return `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`;
}

/**
 * A numeric reference is text, whatever it stands for, when Markdown is parsed. GitHub looks for
 * `@name`, `#1`, `GH-1`, `$math$` and links in the result, once more: an empty comment keeps those
 * apart.
 */
function entity(char: string): string {
  const reference = `&#${char.codePointAt(0)};`;
  return '@#$:.-'.includes(char) ? `${reference}<!-- -->` : reference;
}
