/**
 * Breaks text at spaces into lines of at most `width` characters; a word that is longer is cut.
 * One empty line for text without words.
 */
export function wrap(text: string, width: number): string[] {
  const words = text.split(' ').filter((word) => word !== '');
  const pieces = words.flatMap((word) => cut(word, width));
  return pieces.length === 0 ? [''] : fill(pieces, 1, width).map((line) => line.join(' '));
}

/**
 * Distributes pieces over lines of at most `width` characters, `gap` characters between two; a
 * longer piece has a line to itself.
 */
export function fill(pieces: readonly string[], gap: number, width: number): string[][] {
  const lines: string[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const piece of pieces) {
    if (used + gap + piece.length <= width) {
      lines.at(-1)?.push(piece);
      used += gap + piece.length;
    } else {
      lines.push([piece]);
      used = piece.length;
    }
  }
  return lines;
}

/** Wrapped text behind a label, its lines aligned: `Fix   enable …`. */
export function labelled(label: string, text: string, indent: number, width: number): string[] {
  const lines = wrap(text, Math.max(width - indent, MIN_WIDTH));
  return lines.map((line, i) => (i === 0 ? label : '').padEnd(indent) + line);
}

/** Narrower than this nothing can be read, so a narrower terminal wraps lines itself. */
const MIN_WIDTH = 20;

/** By code points, so that no pair of surrogates is torn. */
function cut(word: string, width: number): string[] {
  if (word.length <= width) return [word];
  const chars = Array.from(word);
  const pieces: string[] = [];
  for (let at = 0; at < chars.length; at += width) {
    pieces.push(chars.slice(at, at + width).join(''));
  }
  return pieces;
}
