import type { KernelReport } from './report.ts';

/** What a kernel is, in a few words; its version is a stranger's. */
export function kernelFacts(kernel: KernelReport): string[] {
  if (kernel.format === null) return ['not a kernel', formatSize(kernel.size)];
  return [
    kernel.format === 'bzimage' ? 'bzImage' : 'ELF',
    ...(kernel.codec === null ? [] : [kernel.codec]),
    ...(kernel.arch === null ? [] : [kernel.arch]),
    formatSize(kernel.size),
    ...(kernel.linuxVersion === null ? [] : [`Linux ${kernel.linuxVersion}`]),
  ];
}

/** `12.3 MiB` */
export function formatSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KiB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}
