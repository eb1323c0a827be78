import { wayOf } from '../programs/boot-way.ts';
import { nameOf } from '../programs/xen/products/state.ts';
import { hasOwnName, type XenBuild } from '../programs/xen/xen-build.ts';
import type { PublishedBinary } from './published-binary.ts';
import type { KernelReport, Report, VerdictReport } from './report.ts';

/**
 * A report as users and other tools read it (`schema/report.schema.json`): plain data, in which a
 * build of Xen is its id. A field changes only with `schemaVersion`.
 */
export interface PublishedReport extends Omit<Report, 'kernels' | 'binaries'> {
  readonly binaries?: readonly PublishedBinary[];
  /** The products that were checked; left out where there are none. */
  readonly products?: readonly PublishedProduct[];
  readonly kernels: readonly PublishedKernel[];
}

export interface PublishedProduct {
  /** As in the verdicts. */
  readonly id: string;
  readonly name: string;
  /** The release that it behaves like, but for its differences. */
  readonly xen: string;
  readonly package: string | null;
  /** The last day of its support, or its month or year; `null` where no end is known. */
  readonly supportedUntil: string | null;
  /** On the day of the run. */
  readonly supported: boolean;
}

export interface PublishedKernel extends Omit<KernelReport, 'verdicts'> {
  readonly verdicts: readonly PublishedVerdict[];
}

export interface PublishedVerdict extends Omit<VerdictReport, 'builds'> {
  /** Releases, and releases with differences: `4.17.7`, `4.17.7+no-domu-lzo`. */
  readonly releases: readonly string[];
  /** `debian-12`, `debian-12-initial`, `debian-13@2026-07-31`. */
  readonly products: readonly string[];
  /** Ids of `binaries`; left out where there is none. */
  readonly binaries?: readonly string[];
}

export function publishKernel(kernel: KernelReport): PublishedKernel {
  return { ...kernel, verdicts: kernel.verdicts.map(publishVerdict) };
}

export function publishVerdict(verdict: VerdictReport): PublishedVerdict {
  const { builds, ...rest } = verdict;
  const ids = (isOf: (build: XenBuild) => boolean) => builds.filter(isOf).map(({ id }) => id);
  const binaries = ids(({ binary }) => binary !== null);
  return {
    ...wayOf(verdict),
    releases: ids((build) => !hasOwnName(build)),
    products: ids(({ product }) => product !== null),
    ...(binaries.length > 0 && { binaries }),
    ...rest,
  };
}

/** The products among builds. */
export function publishProducts(builds: readonly XenBuild[]): PublishedProduct[] {
  return builds.flatMap(({ id, release, product }) => {
    if (product === null) return [];
    const { supportedUntil } = product.product;
    return [
      {
        id,
        name: nameOf(product).label,
        xen: release.version,
        package: product.state.package,
        supportedUntil: supportedUntil?.day ?? null,
        supported: !product.isEnded,
      },
    ];
  });
}
