import type { KernelReport } from '../contract/report.ts';
import { BOOT_PATHS, isGrubPath } from '../programs/boot-path.ts';
import { NEWEST_GRUB } from '../programs/grub/releases.ts';
import type { XenBuild } from '../programs/xen/xen-build.ts';
import { productNames } from './product-names.ts';

/** More names than these are not worth reading. */
const MOST_NAMED = 4;

/**
 * `pvgrub-domu: the GRUB of XCP-ng 8.3 is not known, …`: of each path on which the newest GRUB stands for
 * that of products. None where several releases were asked for.
 */
export function describeUnknownGrub(kernels: readonly KernelReport[]): string[] {
  const verdicts = kernels.flatMap((kernel) => kernel.verdicts);
  return BOOT_PATHS.filter(isGrubPath).flatMap((path) => {
    const grubsOf = new Map<string, { build: XenBuild; grubs: Set<string | undefined> }>();
    for (const { boot, grub, builds, status } of verdicts) {
      if (boot !== path || status === 'unsupported') continue;
      for (const build of builds.filter(isUnknown)) {
        const known = grubsOf.get(build.id) ?? { build, grubs: new Set() };
        known.grubs.add(grub);
        grubsOf.set(build.id, known);
      }
    }
    const assumed = [...grubsOf.values()]
      .filter(({ grubs }) => grubs.size === 1 && grubs.has(NEWEST_GRUB))
      .map(({ build }) => build);
    if (assumed.length === 0) return [];
    const names =
      assumed.length > MOST_NAMED ? `${assumed.length} products` : productNames(assumed).join(', ');
    return [
      `${path}: the GRUB of ${names} is not known, so the newest stands for it: ${NEWEST_GRUB}`,
    ];
  });
}

function isUnknown({ product }: XenBuild): boolean {
  return product !== null && product.product.guests.grub === null;
}
