import { plural } from '../text/plural.ts';
import { quote } from '../text/quote.ts';

/** A PATH that is searched, or an alternative of one, and the number of kernels that it stands for. */
export interface Place {
  readonly path: string;
  readonly kernels: number;
}

/** How many places are listed. */
const MOST_LISTED = 20;

/** A line for each directory and pattern: how many kernels it gave. */
export function describePlaces(places: readonly Place[]): string[] {
  const lines = places.map(({ path, kernels }) => `${plural(kernels, 'kernel')} in ${quote(path)}`);
  const more = lines.length - MOST_LISTED;
  return more > 0 ? [...lines.slice(0, MOST_LISTED), `kernels in ${more} more places`] : lines;
}
