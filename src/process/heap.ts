import { setFlagsFromString } from 'node:v8';

/** A run of so many kernels may keep tens of MB of findings. */
const MANY_KERNELS = 1000;

/**
 * Node lets its heap grow to four times what is in use. Where a report of many kernels is in use that is
 * half a gigabyte, so it may only double; a short run is left as it is.
 */
export function limitHeapGrowth(kernels: number): void {
  if (kernels >= MANY_KERNELS) setFlagsFromString('--heap-growing-percent=100');
}
