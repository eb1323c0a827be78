import type { CompressedPayload, Kernel } from './kernel.ts';

/** The compressed streams around a kernel, the innermost first: the payload of a bzImage, the whole file. */
export function streamsOf(kernel: Kernel): CompressedPayload[] {
  const payload = kernel.format === 'bzimage' ? kernel.payload : null;
  const isCompressed = payload !== null && payload.codec !== null && payload.codec !== 'none';
  return [isCompressed ? payload : null, kernel.wrapper].filter((stream) => stream !== null);
}
