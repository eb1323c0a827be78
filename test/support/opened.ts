import type { BzImageKernel, CompressedPayload, Kernel } from '../../src/kernel/kernel.ts';

/** A kernel that has to be a bzImage. */
export function asBzImage(kernel: Kernel): BzImageKernel {
  if (kernel.format !== 'bzimage') throw new Error(`no bzImage: ${kernel.format}`);
  return kernel;
}

/** The payload of a kernel that has to be a bzImage with a compressed one. */
export function compressedIn(kernel: Kernel): CompressedPayload {
  const { payload } = asBzImage(kernel);
  if (!payload?.codec || payload.codec === 'none') throw new Error('no compressed payload');
  return payload;
}
