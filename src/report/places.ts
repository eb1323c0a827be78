import type { BootPath } from '../xen/boot-path.ts';
import type { Cause } from './causes.ts';
import { foldReleases, releasesAsked } from './release-ranges.ts';
import type { KernelReport } from './report.ts';

/** Where a cause hits the kernels that it hits in the same way. */
export interface PlaceGroup {
  /** Paths of the kernels; a stranger may have named them. */
  readonly kernels: readonly string[];
  /** `pv-dom0, pv-domu on Xen 4.0–4.1; pvh-domu on Xen 4.10.0` */
  readonly where: string;
}

/** The places of a cause in few words. */
export function describePlaces(cause: Cause): PlaceGroup[] {
  const hits = new Map<KernelReport, Map<BootPath, string[]>>();
  for (const { kernel, verdict } of cause.places) {
    const boots = hits.get(kernel) ?? new Map<BootPath, string[]>();
    boots.set(verdict.boot, [...(boots.get(verdict.boot) ?? []), ...verdict.releases]);
    hits.set(kernel, boots);
  }
  const groups = new Map<string, string[]>();
  for (const [kernel, boots] of hits) {
    const where = describeBoots(kernel, boots);
    groups.set(where, [...(groups.get(where) ?? []), kernel.path]);
  }
  return [...groups].map(([where, kernels]) => ({ kernels, where }));
}

function describeBoots(kernel: KernelReport, hits: ReadonlyMap<BootPath, string[]>): string {
  const byRange = new Map<string, BootPath[]>();
  for (const [boot, releases] of hits) {
    const range = foldReleases(releases, releasesAsked(kernel, boot));
    byRange.set(range, [...(byRange.get(range) ?? []), boot]);
  }
  return [...byRange].map(([range, boots]) => `${boots.join(', ')} on Xen ${range}`).join('; ');
}
