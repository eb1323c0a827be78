import type { Release } from '../../programs/xen/releases.ts';
import { quote } from '../../text/quote.ts';
import type { Inputs } from './inputs.ts';

/**
 * A warning if the input `xen` may be another release than intended: YAML reads `4.20` without
 * quotes as the number 4.2, also in the list of a job's matrix. `null` for a list of several
 * releases, which is no number.
 */
export function lostZero(xen: Inputs['xen'], releases: readonly Release[]): string | null {
  const [series, ...others] = xen ?? [];
  if (series === undefined || others.length > 0) return null;
  const meant = `${series}0`;
  const newest = releases.findLast(({ minor }) => minor === series)?.version;
  if (newest === undefined || !releases.some(({ minor }) => minor === meant)) return null;
  return (
    `The input "xen" is ${series}, and YAML reads ${meant} without quotes as ${series}: ` +
    `write ${quote(meant)} in quotes, or ${newest} if you mean ${series}.`
  );
}
