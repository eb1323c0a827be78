import { loadWithGrub } from '../grub/load.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { bootPath, type GrubPath, isGrubPath } from '../programs/boot-path.ts';
import { type BootWay, isOfferedWay } from '../programs/boot-way.ts';
import { grubHas } from '../programs/grub/facts.ts';
import type { Has } from '../programs/xen/facts/facts.ts';
import type { XenBuild } from '../programs/xen/xen-build.ts';
import type { Refusal } from '../rules/refusal.ts';
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
  const outcome = loadWithGrub(kernel, bootPath(boot).guest, grubHas(grub), machine);
  const loads = !('refusal' in outcome);
  const refusalsOn = (has: Has): readonly Refusal[] =>
    'refusal' in outcome
      ? [namerOf(kernel)(outcome.refusal)]
      : startFromGrub(kernel, boot, outcome, has);
  const { needsMemory = null } = outcome;
  return verdictsOf(way, builds, (has) => {
    if (!isOfferedWay(way, { has })) return UNSUPPORTED;
    return { supported: true, loads, needsMemory, refusals: refusalsOn(has) };
  });
}
