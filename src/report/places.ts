import type { KernelReport, VerdictReport } from '../contract/report.ts';
import { wayLabel } from '../programs/boot-way.ts';
import type { XenBuild } from '../programs/xen/xen-build.ts';
import type { Cause } from './causes.ts';
import { memo } from './memo.ts';
import { areMany, describeProducts } from './product-names.ts';
import { buildsIn, foldBuilds } from './release-ranges.ts';
import { type Row, rowsOf } from './rows.ts';

/** Where a cause hits the kernels that it hits in the same way. */
export interface PlaceGroup {
  /** Paths of the kernels, which are untrusted. */
  readonly kernels: readonly string[];
  /** `pv-dom0, pv-domu on Xen 4.0–4.1; pvh-domu on Debian 12 · 4.17.7` */
  readonly where: string;
}

/** The places of a cause in few words. */
export function describePlaces({ places }: Pick<Cause, 'places'>): PlaceGroup[] {
  const hits = new Map<KernelReport, VerdictReport[]>();
  for (const { kernel, verdict } of places) {
    const own = hits.get(kernel);
    if (own) own.push(verdict);
    else hits.set(kernel, [verdict]);
  }
  const groups = new Map<string, string[]>();
  for (const [kernel, own] of hits) {
    const where = describeHits(kernel, own);
    const group = groups.get(where);
    if (group) group.push(kernel.path);
    else groups.set(where, [kernel.path]);
  }
  return [...groups].map(([where, kernels]) => ({ kernels, where }));
}

/** By the verdicts of kernels, which alike kernels share, and which of them a cause hits. */
const describedOf = memo((_: readonly VerdictReport[]) => new Map<string, string>());

function describeHits(kernel: KernelReport, own: readonly VerdictReport[]): string {
  const described = describedOf(kernel.verdicts);
  const key = own.map((verdict) => kernel.verdicts.indexOf(verdict)).join();
  const where = described.get(key) ?? describeRows(kernel, new Set(own));
  described.set(key, where);
  return where;
}

function describeRows(kernel: KernelReport, hits: ReadonlySet<VerdictReport>): string {
  const byRange = new Map<string, Row[]>();
  for (const row of rowsOf(kernel)) {
    const builds = row.verdicts.filter((one) => hits.has(one)).flatMap((one) => one.builds);
    if (builds.length === 0) continue;
    const range = describeBuilds(builds, buildsIn(row.verdicts));
    byRange.set(range, [...(byRange.get(range) ?? []), row]);
  }
  return [...byRange].map(([range, rows]) => `${foldRows(rows)} on ${range}`).join('; ');
}

/** `Xen 4.0–4.1 and Debian 12 · 4.17.7`; many products by their names. */
function describeBuilds(builds: readonly XenBuild[], asked: readonly XenBuild[]): string {
  const [releases, products] = [false, true].map((isProduct) =>
    builds.filter(({ product }) => (product !== null) === isProduct),
  ) as [XenBuild[], XenBuild[]];
  const names = areMany(products) ? describeProducts(products) : foldBuilds(products, asked);
  return [releases.length > 0 && `Xen ${foldBuilds(releases, asked)}`, names]
    .filter(Boolean)
    .join(' and ');
}

/** `pv-dom0, pvgrub-domu · GRUB 2.02, 2.04 and 2.06`: the releases of GRUB on one boot path together. */
function foldRows(rows: readonly Row[]): string {
  const alike = new Map<string, Row[]>();
  for (const row of rows) {
    const key = row.grub === undefined ? row.label : `${row.boot} ${row.which}`;
    alike.set(key, [...(alike.get(key) ?? []), row]);
  }
  return [...alike.values()].map(labelRows).join(', ');
}

function labelRows(rows: readonly Row[]): string {
  const last = rows.at(-1);
  if (rows.length === 1 || last === undefined) return last?.label ?? '';
  const others = rows.slice(0, -1).map(({ grub }) => grub);
  return wayLabel({ boot: last.boot, grub: `${others.join(', ')} and ${last.grub}` })
    .concat(` ${last.which}`)
    .trimEnd();
}
