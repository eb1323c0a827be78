import type { Report } from '../../contract/report.ts';
import { type ReadBuild, readBuilds } from '../../programs/xen/binary/xen-binary.ts';
import { nameOf } from '../../programs/xen/products/state.ts';
import { SUPPORT_WINDOWS, supportedMinors } from '../../programs/xen/support.ts';
import { hasOwnName, type XenBuild } from '../../programs/xen/xen-build.ts';
import { countBoots } from '../causes.ts';
import { buildsIn } from '../release-ranges.ts';

/**
 * Neighbouring columns of the map that belong together: the releases of a series, one product, or one Xen
 * that was read from its files.
 */
export interface Series {
  /** `4.17`, `Debian 12` */
  readonly name: string;
  readonly isProduct: boolean;
  /** Whether it is one Xen that was read from its files. */
  readonly isBinary: boolean;
  /** Oldest first; never none. */
  readonly columns: readonly XenBuild[];
  /** The last day of its security support, `YYYY-MM-DD`; `null` where none is known. */
  readonly securityUntil: string | null;
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
  const builds = buildsIn(verdicts);
  return [
    ...releaseSeries(
      builds.filter((build) => !hasOwnName(build)),
      today,
    ),
    ...productSeries(builds),
    ...readBuilds(builds).map(binarySeries),
  ];
}

function releaseSeries(builds: readonly XenBuild[], today: string): Series[] {
  const groups = new Map<string, XenBuild[]>();
  for (const build of builds) {
    const { minor } = build.release;
    groups.set(minor, [...(groups.get(minor) ?? []), build]);
  }
  const supported = supportedMinors(today);
  return [...groups].map(([name, columns]) => ({
    name,
    isProduct: false,
    isBinary: false,
    columns,
    securityUntil: SUPPORT_WINDOWS.find(({ minor }) => minor === name)?.securityUntil ?? null,
    supported: supported.includes(name),
  }));
}

function productSeries(builds: readonly XenBuild[]): Series[] {
  return builds.flatMap((build) => {
    if (build.product === null) return [];
    const { product } = build.product;
    return [
      {
        name: nameOf(build.product).label,
        isProduct: true,
        isBinary: false,
        columns: [build],
        securityUntil: product.supportedUntil?.day ?? null,
        supported: !build.product.isEnded,
      },
    ];
  });
}

function binarySeries(build: ReadBuild): Series {
  const name = build.label.slice(0, -` · ${build.binary.version}`.length);
  const rest = { securityUntil: null, supported: false };
  return { name, isProduct: false, isBinary: true, columns: [build], ...rest };
}
