import type { KernelReport } from '../contract/report.ts';
import { isDom0 } from '../programs/boot-path.ts';
import { wayId, wayLabel, waysOf } from '../programs/boot-way.ts';
import type { XenBuild } from '../programs/xen/xen-build.ts';
import { formatMemory } from '../text/size.ts';
import { areMany } from './product-names.ts';
import { buildsIn, foldBuilds } from './release-ranges.ts';
import { type Row, rowsOf } from './rows.ts';

/** More sizes than these are a range. */
const MOST_SIZES = 3;

/**
 * The least memory with which a kernel loads in a row, in few words: `64 MiB`, or `64 MiB (4.0–4.6)`
 * and `65 MiB (4.7–4.22)` where releases differ; none where it is not known.
 */
export function needsOf({ verdicts }: Pick<Row, 'verdicts'>): string[] {
  const bySize = new Map<number, XenBuild[]>();
  for (const { needsMemory, builds } of verdicts) {
    if (needsMemory === null) continue;
    bySize.set(needsMemory, [...(bySize.get(needsMemory) ?? []), ...builds]);
  }
  const sizes = [...bySize.keys()].sort((a, b) => a - b);
  if (sizes.length <= 1) return sizes.map(formatMemory);
  const asked = buildsIn(verdicts);
  if (sizes.length > MOST_SIZES || areMany(asked)) {
    return [`${formatMemory(sizes[0] ?? 0)} to ${formatMemory(sizes.at(-1) ?? 0)}`];
  }
  return sizes.map(
    (size) => `${formatMemory(size)} (${foldBuilds(bySize.get(size) ?? [], asked)})`,
  );
}

/** `needs 64 MiB as pv-dom0, 65 MiB as pv-domu`; `null` where nothing is known. */
export function describeNeeds({ verdicts }: KernelReport): string | null {
  const byNeeds = new Map<string, string[]>();
  for (const way of waysOf(verdicts)) {
    const own = verdicts.filter((verdict) => wayId(verdict) === wayId(way));
    const needs = needsOf({ verdicts: own }).join(' or ');
    if (needs !== '') byNeeds.set(needs, [...(byNeeds.get(needs) ?? []), wayLabel(way)]);
  }
  const parts = [...byNeeds].map(([needs, boots]) => `${needs} as ${boots.join(' and ')}`);
  return parts.length === 0 ? null : `needs ${parts.join(', ')}`;
}

/**
 * The memory that was assumed: `4 GiB of memory`, or `4 GiB of memory for dom0, 256 MiB for a guest`;
 * `null` where nothing was checked.
 */
export function describeAssumed(kernels: readonly KernelReport[]): string | null {
  const sizes = { dom0: new Set<number>(), guest: new Set<number>() };
  for (const kernel of kernels) {
    for (const { boot, memory } of rowsOf(kernel))
      sizes[isDom0(boot) ? 'dom0' : 'guest'].add(memory);
  }
  const [dom0, guest] = [sizes.dom0, sizes.guest].map(list);
  if (!dom0 || !guest || dom0 === guest) return dom0 || guest ? `${dom0 || guest} of memory` : null;
  return `${dom0} of memory for dom0, ${guest} for a guest`;
}

function list(sizes: ReadonlySet<number>): string {
  return [...sizes]
    .sort((a, b) => a - b)
    .map(formatMemory)
    .join(' or ');
}
