import type { Report } from '../../contract/report.ts';
import { compareVersions } from '../../programs/xen/behaviours.ts';
import {
  SUPPORT_WINDOWS,
  type SupportWindow,
  supportedMinors,
} from '../../programs/xen/support.ts';
import { countBoots } from '../causes.ts';

/** Neighbouring columns of the map that belong together. */
export interface Series {
  /** `4.17`, or `products`. */
  readonly name: string;
  /** Releases, or products, oldest first; never none. */
  readonly columns: readonly string[];
  /** What upstream promises, where it is a series of releases that is known. */
  readonly support: SupportWindow | null;
  /** Whether it has security support today. */
  readonly supported: boolean;
}

const PRODUCTS = 'products';

/**
 * Every release that a kernel was checked for, in order, then the products.
 *
 * @param today `YYYY-MM-DD`
 */
export function seriesOf(report: Report, today: string): Series[] {
  const verdicts = report.kernels.flatMap((kernel) => kernel.verdicts).filter(countBoots);
  const releases = [...new Set(verdicts.flatMap((verdict) => verdict.releases))];
  const products = [...new Set(verdicts.flatMap((verdict) => verdict.products))];
  const groups = new Map<string, string[]>();
  for (const release of releases.sort(compareVersions)) {
    const minor = minorOf(release);
    groups.set(minor, [...(groups.get(minor) ?? []), release]);
  }
  if (products.length > 0) groups.set(PRODUCTS, products);
  const supported = supportedMinors(today);
  return [...groups].map(([name, columns]) => ({
    name,
    columns,
    support: SUPPORT_WINDOWS.find(({ minor }) => minor === name) ?? null,
    supported: supported.includes(name),
  }));
}

/** `4.17` of `4.17.3` */
function minorOf(release: string): string {
  return release.split('.', 2).join('.');
}
