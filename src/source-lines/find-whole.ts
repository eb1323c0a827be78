import type { Span } from '../report/source-region.ts';

/**
 * The first place in a stretch of a text where a name stands whole: not as a part of a longer one.
 *
 * @param part a character of a name.
 */
export function findWhole(
  text: string,
  name: string,
  { start, end }: Span,
  part: RegExp,
): Span | null {
  if (name === '') return null;
  for (let at = text.indexOf(name, start); at >= 0 && at < end; at = text.indexOf(name, at + 1)) {
    const behind = at + name.length;
    if (!part.test(text.charAt(at - 1)) && !part.test(text.charAt(behind))) {
      return { start: at, end: behind };
    }
  }
  return null;
}
