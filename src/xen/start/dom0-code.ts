import type { Kernel } from '../../kernel/kernel.ts';
import { systemOf } from '../system.ts';

/**
 * Messages of code that Linux builds with CONFIG_XEN_DOM0 alone, for every x86 processor: one of these
 * is in every kernel with it (drivers/xen/pci.c, acpi.c and pcpu.c, arch/x86/pci/xen.c).
 */
const DOM0_MESSAGES = [
  'passthrough or MSI/MSI-X might fail',
  'bits of sleep control values',
  'xen_cpu: Failed to register pcpu',
  'registering gsi %u triggering %d polarity %d',
];

/**
 * What every message of drivers/xen/grant-table.c starts with, in a kernel with CONFIG_XEN, since 3.11.
 * An image without it is not as it was built (most of it may have been set to zero), or prints nothing.
 */
const XEN_MESSAGE = 'xen:grant_table: ';

export const DOM0_PATTERNS: readonly string[] = [...DOM0_MESSAGES, XEN_MESSAGE];

/**
 * Whether a Linux has none of the code that a dom0 needs. That a message is absent proves it only where
 * the others of Xen are there. Call it inside `examine`.
 */
export function lacksDom0Code(kernel: Kernel): boolean {
  if (systemOf(kernel) !== 'linux') return false;
  const marks = kernel.marks();
  const occurs = (pattern: string) => (marks.get(pattern) ?? []).length > 0;
  return occurs(XEN_MESSAGE) && !DOM0_MESSAGES.some(occurs);
}
