import type { KernelReport, Report, VerdictReport } from './report.ts';

/**
 * A report as users and other tools read it (`schema/report.schema.json`): plain data, in which a
 * build of Xen is its id. A field changes only with `schemaVersion`.
 */
export interface PublishedReport extends Omit<Report, 'kernels'> {
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
}

export function publishKernel(kernel: KernelReport): PublishedKernel {
  return { ...kernel, verdicts: kernel.verdicts.map(publishVerdict) };
}

export function publishVerdict(verdict: VerdictReport): PublishedVerdict {
  const { boot, builds, ...rest } = verdict;
  const ids = (isProduct: boolean) =>
    builds.filter(({ product }) => (product !== null) === isProduct).map(({ id }) => id);
  return { boot, releases: ids(false), products: ids(true), ...rest };
}
