import type { KernelReport } from '../contract/report.ts';
import { type BootPath, CLAIMED_PATHS } from '../programs/boot-path.ts';

/** The boot paths that a kernel does not claim; none where its claims are not known. */
export function unclaimedPaths({ claims }: KernelReport): BootPath[] {
  return claims === null ? [] : CLAIMED_PATHS.filter((path) => !claims.includes(path));
}

/** Those of them on which it was not checked: it may have been all the same, where the path was named. */
export function uncheckedPaths(kernel: KernelReport): BootPath[] {
  const checked = new Set(kernel.verdicts.map(({ boot }) => boot));
  return unclaimedPaths(kernel).filter((path) => !checked.has(path));
}

/** `not claimed: pvh-dom0, pvh-domu`; `null` where nothing is to be said. */
export function describeUnclaimed(kernel: KernelReport): string | null {
  const paths = unclaimedPaths(kernel);
  return paths.length === 0 ? null : `not claimed: ${paths.join(', ')}`;
}
