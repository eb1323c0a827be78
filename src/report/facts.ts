import type { KernelReport } from '../contract/report.ts';
import type { PeContainer } from '../kernel/pe-kernel.ts';

/**
 * What a kernel is, in a few words; some of them are untrusted.
 *
 * @param all the kernels of the report, among which another may be of the same build.
 */
export function kernelFacts(kernel: KernelReport, all: readonly KernelReport[]): string[] {
  return [
    ...(kernel.name === undefined ? [] : [kernel.name]),
    ...(kernel.container === undefined ? [] : [AROUND[kernel.container]]),
    ...fileFacts(kernel, all),
  ];
}

/** What is around a kernel, which no loader of Xen sees. */
const AROUND: Readonly<Record<PeContainer, string>> = {
  uki: 'in a unified kernel image (UKI), which Xen itself does not load',
  'xen-unified': 'in a unified image of Xen, which only EFI firmware starts',
};

function fileFacts(kernel: KernelReport, all: readonly KernelReport[]): string[] {
  if (kernel.format === null) return ['not a kernel', formatSize(kernel.size)];
  return [
    kernel.format === 'bzimage' ? 'bzImage' : 'ELF',
    ...(kernel.codec === null ? [] : [kernel.codec]),
    ...(kernel.arch === null ? [] : [kernel.arch]),
    formatSize(kernel.size),
    ...(kernel.linuxVersion === null ? [] : [`Linux ${kernel.linuxVersion}`]),
    ...sameBuild(kernel, all),
  ];
}

/** A `vmlinux` and the bzImage made of it are two files to a loader and one kernel to a reader. */
function sameBuild({ buildId, path }: KernelReport, all: readonly KernelReport[]): string[] {
  if (buildId === null) return [];
  const alike = byBuildId(all).get(buildId) ?? [];
  const others = alike.slice(0, MOST_NAMED + 2).filter((other) => other.path !== path);
  const names = others.slice(0, MOST_NAMED).map((other) => other.path);
  if (names.length === 0) return [];
  const more = others.length > MOST_NAMED ? ', …' : '';
  return [`the same kernel as ${names.join(', ')}${more} (build id ${buildId.slice(0, 12)})`];
}

const MOST_NAMED = 3;

const BY_BUILD_ID = new WeakMap<readonly KernelReport[], Map<string | null, KernelReport[]>>();

function byBuildId(kernels: readonly KernelReport[]): Map<string | null, KernelReport[]> {
  const known = BY_BUILD_ID.get(kernels);
  if (known) return known;
  const groups = new Map<string | null, KernelReport[]>();
  for (const kernel of kernels) {
    const group = groups.get(kernel.buildId);
    if (group) group.push(kernel);
    else groups.set(kernel.buildId, [kernel]);
  }
  BY_BUILD_ID.set(kernels, groups);
  return groups;
}

/** `12.3 MiB` */
export function formatSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KiB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}
