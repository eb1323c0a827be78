import { plain } from './markdown.ts';
import type { Piece } from './piece.ts';

const TOKEN = new RegExp(
  [
    /(?<comment>\/\*[\s\S]*?\*\/|(?:^[ \t]*\/\/.*\n?)+|\/\/.*)/,
    /(?<string>'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[\s\S])*`)/,
    // A regular expression may hold a quote: it stands where a value is expected.
    /(?<=[(,=:[!&|?{};\n]\s*|return )\/(?![*/])(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\//,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gm',
);

/** Where a paragraph, an item of a list, an indented line or a row of a table starts. */
const PARAGRAPH = /\n{2,}| *\n *(?:[-*]|\d+\.) | *\n {2,}| *\n(?=.*\S {2})/;

/** The comments and messages of a TypeScript or JavaScript file: strings of at least three words. */
export function typescriptPieces(source: string): Piece[] {
  const pieces: Piece[] = [];
  for (const { groups = {}, index } of source.matchAll(TOKEN)) {
    const text = groups.comment ? commentText(groups.comment) : stringText(groups.string ?? '');
    // A template of HTML has elements and expressions between its texts.
    const isHtml = source.slice(0, index).endsWith('html');
    if (groups.comment || (!isHtml && text.split(/\s+/).length >= 3)) {
      const line = source.slice(0, index).split('\n').length;
      pieces.push(...text.split(PARAGRAPH).map((part) => ({ line, text: plain(part) })));
    }
  }
  return pieces.filter(({ text }) => text !== '');
}

function commentText(comment: string): string {
  return comment
    .replaceAll(/^ *\/\/ ?|^ *\/?\*+\/? ?|\*\/$/gm, '')
    .replaceAll(/^@(?:param \w+|\w+) */gm, '\n\n');
}

/** What a literal says, with a word for each value that is put in. */
function stringText(literal: string): string {
  return literal
    .slice(1, -1)
    .replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, 'VALUE')
    .replaceAll(/\\n/g, '\n')
    .replaceAll(/\\(.)/g, '$1');
}
