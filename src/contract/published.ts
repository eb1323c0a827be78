import { wayOf } from '../programs/boot-way.ts';
import { hasOwnName, type XenBuild } from '../programs/xen/xen-build.ts';
import type { PublishedBinary } from './published-binary.ts';
import type { KernelReport, Report, VerdictReport } from './report.ts';

/**
 * A report as users and other tools read it (`schema/report.schema.json`): plain data, in which a
 * build of Xen is its id. A field changes only with `schemaVersion`.
 */
export interface PublishedReport extends Omit<Report, 'kernels' | 'binaries'> {
  readonly binaries?: readonly PublishedBinary[];
  readonly kernels: readonly PublishedKernel[];
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
