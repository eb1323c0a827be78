import { readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** The kernel follows no more links. */
const MOST_LINKS = 40;

/**
 * Where a file is that may not exist yet, the same by whatever name: no link is left in it. What cannot
 * be followed is left as it is.
 */
export function placeOf(path: string, links = MOST_LINKS): string {
  const real = tryTo(() => realpathSync(path));
  if (real !== null) return real;
  const directory = tryTo(() => realpathSync(dirname(path)));
  if (directory === null) return resolve(path);
  const place = join(directory, basename(path));
  const target = tryTo(() => readlinkSync(place));
  return target === null || links === 0 ? place : placeOf(resolve(directory, target), links - 1);
}

function tryTo(work: () => string): string | null {
  try {
    return work();
  } catch {
    return null;
  }
}
