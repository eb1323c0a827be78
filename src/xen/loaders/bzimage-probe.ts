import type { ByteSource } from '../../bytes/bytes.ts';
import { BZIMAGE_HEADER_SIZE } from '../../kernel/bzimage.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { Has } from '../../programs/xen/facts/facts.ts';
import type { Loaded, Refused } from './loader.ts';

/**
 * The result of the ELF loader, with the earlier message of the toolstack's bzImage loader
 * (`xc_dom_probe_bzimage_kernel`). That message is not the fault, but users see it.
 */
export function afterBzImageProbe(
  outcome: Loaded | Refused,
  kernel: Kernel,
  blob: ByteSource,
  has: Has,
): Loaded | Refused {
  if (!('refusal' in outcome) || outcome.refusal.rule === 'payload-outside-file') return outcome;
  const complaint = complaintOf(kernel, blob, has);
  if (complaint === null) return outcome;
  const { refusal } = outcome;
  const lines = [`xc_dom_probe_bzimage_kernel: ${complaint}`, refusal.xenSays];
  const xenSays = lines.filter((line) => line !== null).join('\n');
  return { ...outcome, refusal: { ...refusal, xenSays } };
}

/**
 * For every ELF file before `domu-logs-no-bzimage`, and for an uncompressed ELF file in a bzImage in every release.
 */
function complaintOf(kernel: Kernel, blob: ByteSource, has: Has): string | null {
  if (kernel.format === 'bzimage') {
    return kernel.payload?.codec === 'none' ? 'unknown compression format' : null;
  }
  if (has('domu-logs-no-bzimage')) return null;
  if (blob.size >= BZIMAGE_HEADER_SIZE) return 'kernel is not a bzImage';
  return `kernel image too small${has('domu-prints-error-kind') ? ': Internal error' : ''}`;
}
