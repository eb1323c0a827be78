import type { Piece } from './piece.ts';

/** A line that is a block of its own, up to the text that it holds. */
const BLOCK = /^ *(?:#+ |[-*] |\d+\. |> ?)/;

/** The prose of a Markdown page: its paragraphs, headings, items and cells, without code blocks. */
export function markdownPieces(source: string): Piece[] {
  const pieces: Piece[] = [];
  let open: { line: number; text: string } | null = null;
  const close = () => {
    if (open) pieces.push(open);
    open = null;
  };
  for (const [index, content] of withoutBlocks(source).split('\n').entries()) {
    const line = index + 1;
    if (content.trim() === '') close();
    else if (content.startsWith('|')) {
      close();
      pieces.push(...content.split(/(?<!\\)\|/).map((text) => ({ line, text })));
    } else if (BLOCK.test(content) || !open) {
      close();
      open = { line, text: content.replace(BLOCK, '') };
    } else open.text += ` ${content.trim()}`;
    if (content.startsWith('#')) close();
  }
  close();
  return pieces.map(({ line, text }) => ({ line, text: plain(text) })).filter(({ text }) => text);
}

/** The page with empty lines in place of code blocks and comments. */
function withoutBlocks(source: string): string {
  return source.replace(/^( *)```[\s\S]*?^\1```$|<!--[\s\S]*?-->/gm, (block) =>
    block.replaceAll(/[^\n]/g, ''),
  );
}

/** The text that a reader sees: links without their targets, and a word for each span of code. */
export function plain(text: string): string {
  return text
    .replaceAll(/!?\[((?:[^[\]]|`[^`]*`)*)\]\([^)]*\)/g, '$1')
    .replaceAll(/(`+)(?!`).*?[^`]\1(?!`)/g, 'CODE')
    .replaceAll(/<https?:[^>]*>/g, 'URL')
    .replaceAll('**', '')
    .trim();
}
