/** A text of at most `most` UTF-16 units: a longer one is cut, ends in `…`, and tears no pair. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  const halfPair = /[\ud800-\udbff]$/;
  return `${text.slice(0, most - 1).replace(halfPair, '')}…`;
}
