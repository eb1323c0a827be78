import { clip } from './clip.ts';
import { plural } from './plural.ts';

/** In UTF-16 units: most paths are shorter, and the start of a longer text is enough to find it. */
const LONGEST = 200;

/** What a user wrote, in quotes, for a message: a long text is cut. */
export function quote(text: string, mark: "'" | '"' = "'"): string {
  return `${mark}${clip(text, LONGEST)}${mark}`;
}

/**
 * A list for a message: `a, b and 3 more kernels`. A long entry is cut.
 *
 * @param most how many are named.
 * @param thing what they are, for the rest; `''` for `and 3 more`.
 */
export function nameSome(names: readonly string[], most: number, thing = ''): string {
  const some = names.slice(0, most).map((name) => clip(name, LONGEST));
  const more = names.length - some.length;
  const rest = thing === '' ? `${more} more` : plural(more, `more ${thing}`);
  return more > 0 ? `${some.join(', ')} and ${rest}` : some.join(', ');
}
