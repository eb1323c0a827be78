import { commentPieces, manifestPieces, schemaPieces } from './lines.ts';
import { markdownPieces } from './markdown.ts';
import type { Piece } from './piece.ts';
import { typescriptPieces } from './typescript.ts';
import { PHRASES, WORDS, type Word } from './words.ts';

export const MOST_WORDS = 30;

export interface Problem {
  readonly line: number;
  readonly message: string;
}

/** What is wrong with the English of one file: words to avoid, and sentences that are too long. */
export function lint(path: string, source: string): Problem[] {
  const pieces = piecesOf(path, source);
  return [
    ...namesIn(source).flatMap((piece) => wordsIn(piece, WORDS)),
    ...pieces.flatMap((piece) => wordsIn(piece, PHRASES)),
    ...pieces.flatMap(longSentences),
  ].sort((a, b) => a.line - b.line);
}

function piecesOf(path: string, source: string): Piece[] {
  if (path.endsWith('.md')) return markdownPieces(source);
  if (/\.[cm]?[jt]s$/.test(path)) return typescriptPieces(source);
  if (path.endsWith('action.yml')) return manifestPieces(source);
  if (path.endsWith('.json')) return schemaPieces(source);
  return commentPieces(source);
}

/** The lines of a file, with the words of `camelCase` and `snake_case` names apart. */
function namesIn(source: string): Piece[] {
  return source.split('\n').map((text, index) => ({
    line: index + 1,
    text: text.replaceAll(/(?<=[a-z])(?=[A-Z])|_/g, ' '),
  }));
}

function wordsIn({ line, text }: Piece, words: readonly Word[]): Problem[] {
  return words.flatMap(({ pattern, better }) =>
    [...text.matchAll(new RegExp(`\\b(?:${pattern})\\b`, 'gi'))].map(([found]) => ({
      line,
      message: `'${found}': ${better}`,
    })),
  );
}

function longSentences({ line, text }: Piece): Problem[] {
  return sentencesOf(text)
    .map((sentence) => ({ sentence, count: countWords(sentence) }))
    .filter(({ count }) => count > MOST_WORDS)
    .map(({ sentence, count }) => ({
      line,
      message: `${count} words in a sentence; split it: ${sentence.slice(0, 60)}…`,
    }));
}

const ENGLISH = new Intl.Segmenter('en', { granularity: 'sentence' });

function sentencesOf(text: string): string[] {
  const joined = text.replaceAll(/\s+/g, ' ');
  return [...ENGLISH.segment(joined)].map(({ segment }) => segment.trim());
}

function countWords(sentence: string): number {
  return sentence.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
