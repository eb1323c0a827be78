import { type GrubOutcome, loadWithGrub } from '../grub/load.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { bootPath, type GrubPath, isGrubPath } from '../programs/boot-path.ts';
import { type BootWay, isOfferedWay } from '../programs/boot-way.ts';
import { grubHas } from '../programs/grub/facts.ts';
import type { XenBuild } from '../programs/xen/xen-build.ts';
import { checkKernel, UNSUPPORTED, type Verdict, verdictsOf } from '../xen/check-kernel.ts';
import { namerOf } from '../xen/loaders/name-no-kernel.ts';
import type { Machine } from '../xen/machine.ts';
import { startFromGrub } from '../xen/start/from-grub.ts';

/** What builds of Xen do with a kernel in one way to boot. Call it inside `kernel.examine`. */
export function checkWay(
  kernel: Kernel,
  way: BootWay,
  builds: readonly XenBuild[],
  machine: Machine,
): Verdict[] {
  const { boot, grub } = way;
  if (!isGrubPath(boot)) return checkKernel(kernel, boot, builds, machine);
  if (grub === undefined) throw new Error(`${boot} without a release of GRUB`);
  return checkWithGrub(kernel, { boot, grub }, builds, machine);
}

/** GRUB loads the kernel, whatever the Xen; then the guest runs on each of the builds. */
function checkWithGrub(
  kernel: Kernel,
  way: { readonly boot: GrubPath; readonly grub: string },
  builds: readonly XenBuild[],
  machine: Machine,
): Verdict[] {
  const { boot, grub } = way;
  let loaded: GrubOutcome | null = null;
  return verdictsOf(way, builds, (has) => {
    if (!isOfferedWay(way, { has })) return UNSUPPORTED;
    loaded ??= loadWithGrub(kernel, bootPath(boot).guest, grubHas(grub), machine);
    const { needsMemory = null } = loaded;
    const loads = !('refusal' in loaded);
    const refusals =
      'refusal' in loaded
        ? [namerOf(kernel)(loaded.refusal)]
        : startFromGrub(kernel, boot, loaded, has);
    return { supported: true, loads, needsMemory, refusals };
  });
}
