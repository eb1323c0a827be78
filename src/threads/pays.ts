import { statSync } from 'node:fs';
import type { Unit } from './messages.ts';

/** So many files take longer than it takes to start threads, whatever they are. */
const MANY = 32;

/** So many bytes of kernels as well, in bytes: two kernels of a distribution. */
const LARGE = 16 * 1024 * 1024;

/** Whether it pays to start threads: each loads this program again, in about a tenth of a second. */
export function pays(units: readonly Unit[]): boolean {
  if (units.length >= MANY) return true;
  return units.reduce((sum, { path }) => sum + sizeOf(path), 0) >= LARGE;
}

/** In bytes; 0 for what cannot be opened either. */
function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}
