import type { Release } from '../../programs/xen/releases.ts';
import { quote } from '../../text/quote.ts';
import type { Inputs } from './inputs.ts';

/**
 * A sentence where the input `xen` may be another release than its writer meant: to YAML, `4.20`
 * without quotes is the number 4.2, and so it is in the list of a job's matrix. `null` where it cannot
 * be: in a list of several releases nothing is a number.
 */
export function lostZero(xen: Inputs['xen'], releases: readonly Release[]): string | null {
  const [series, ...others] = xen ?? [];
  if (series === undefined || others.length > 0) return null;
  const meant = `${series}0`;
  const newest = releases.findLast(({ minor }) => minor === series)?.version;
  if (newest === undefined || !releases.some(({ minor }) => minor === meant)) return null;
  return (
    `The input "xen" is ${series}, which is also what YAML makes of ${meant} without quotes: ` +
    `write ${quote(meant)} with them, or ${newest} if ${series} is meant.`
  );
}
