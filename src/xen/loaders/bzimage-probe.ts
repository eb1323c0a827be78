import type { ByteSource } from '../../bytes/bytes.ts';
import { BZIMAGE_HEADER_SIZE } from '../../kernel/bzimage.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { Has } from '../../programs/xen/facts/facts.ts';
import type { Loaded, Refused } from './loader.ts';

/**
 * What comes of the ELF loader, with what the toolstack's bzImage loader, which is asked before it,
 * has said by then (`xc_dom_probe_bzimage_kernel`): not what is wrong, but it is read all the same.
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

/** Of every ELF file before 4.2; of an ELF file that lies in a bzImage as it is, in every release. */
function complaintOf(kernel: Kernel, blob: ByteSource, has: Has): string | null {
  if (kernel.format === 'bzimage') {
    return kernel.payload?.codec === 'none' ? 'unknown compression format' : null;
  }
  if (has('domu-tells-no-bzimage-softly')) return null;
  if (blob.size >= BZIMAGE_HEADER_SIZE) return 'kernel is not a bzImage';
  return `kernel image too small${has('domu-tells-error-kind') ? ': Internal error' : ''}`;
}
