import { UsageError } from '../text/usage-error.ts';
import { VERSION_STARTED } from '../version.ts';

const LAST_YEAR = 9999;

/**
 * The day of a run, `YYYY-MM-DD` in UTC. Which releases have support and which waivers hold depends on
 * it, so a clock that cannot be right is refused: one that was never set stands at 1970.
 *
 * @throws {UsageError} where the day is before this version was begun, or is past the year 9999.
 */
export function dayOf(now: Date): string {
  const year = now.getUTCFullYear();
  const isShort = year >= 0 && year <= LAST_YEAR;
  const day = isShort ? now.toISOString().slice(0, 'YYYY-MM-DD'.length) : `year ${year}`;
  if (isShort && day >= VERSION_STARTED) return day;
  const why =
    year > LAST_YEAR
      ? `past the year ${LAST_YEAR}`
      : `before this version was made (${VERSION_STARTED})`;
  throw new UsageError(
    `the clock of this machine says ${day}, ${why}: set it, because waivers and the support of releases depend on the date`,
  );
}
