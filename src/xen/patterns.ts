import type { Patterns } from '../bytes/marks.ts';
import { OWNER_PATTERN } from './libelf/near-misses.ts';
import { DOM0_PATTERNS } from './start/dom0-code.ts';

/** What is looked for in the ELF file of every kernel: `Kernel.marks` has the places. */
export const PATTERNS: Patterns = new Map([
  [OWNER_PATTERN, 64],
  ...DOM0_PATTERNS.map((text) => [text, 1] as const),
]);
