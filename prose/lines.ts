import { plain } from './markdown.ts';
import type { Piece } from './piece.ts';

/** The comments of a shell script or a workflow: lines that start with `#` and follow each other. */
export function commentPieces(source: string): Piece[] {
  return [...source.matchAll(/(?:^ *#(?!!).*\n)+/gm)].map(({ 0: text, index }) => ({
    line: source.slice(0, index).split('\n').length,
    text: plain(text.replaceAll(/^ *# ?/gm, ' ').replaceAll(/\s+/g, ' ')),
  }));
}

/** The comments and descriptions of `action.yml`. */
export function manifestPieces(source: string): Piece[] {
  const texts = source.matchAll(/(?<=^ *description: )(?:>-?\n(?:(?: {6}.*)?\n)+|['"]?.*)/gm);
  const descriptions = [...texts].map(({ 0: text, index }) => ({
    line: source.slice(0, index).split('\n').length,
    text: plain(text.replace(/^>-?\n/, '').replaceAll(/\s+/g, ' ')),
  }));
  return [...descriptions, ...commentPieces(source)];
}

/** The descriptions of a JSON schema; one of a field that many rules have is a list of clauses. */
export function schemaPieces(source: string): Piece[] {
  const texts = source.matchAll(/(?<="(?:description|title)": )"(?:[^"\\]|\\.)*"/g);
  return [...texts].flatMap(({ 0: text, index }) => {
    const line = source.slice(0, index).split('\n').length;
    return (JSON.parse(text) as string)
      .split('; ')
      .map((clause) => ({ line, text: plain(clause) }));
  });
}
