import type { Report } from '../../contract/report.ts';
import {
  SUPPORT_WINDOWS,
  type SupportWindow,
  supportedMinors,
} from '../../programs/xen/support.ts';
import type { XenBuild } from '../../programs/xen/xen-build.ts';
import { countBoots } from '../causes.ts';
import { buildsIn } from '../release-ranges.ts';

/** Neighbouring columns of the map that belong together. */
export interface Series {
  /** `4.17` */
  readonly name: string;
  /** Oldest first; never none. */
  readonly columns: readonly XenBuild[];
  /** What upstream promises, where it is a series of releases that is known. */
  readonly support: SupportWindow | null;
  /** Whether it has security support today. */
  readonly supported: boolean;
}

/**
 * Every build that a kernel was checked for, in order.
 *
 * @param today `YYYY-MM-DD`
 */
export function seriesOf(report: Report, today: string): Series[] {
  const verdicts = report.kernels.flatMap((kernel) => kernel.verdicts).filter(countBoots);
  const groups = new Map<string, XenBuild[]>();
  for (const build of buildsIn(verdicts)) {
    const { minor } = build.release;
    groups.set(minor, [...(groups.get(minor) ?? []), build]);
  }
  const supported = supportedMinors(today);
  return [...groups].map(([name, columns]) => ({
    name,
    columns,
    support: SUPPORT_WINDOWS.find(({ minor }) => minor === name) ?? null,
    supported: supported.includes(name),
  }));
}
