import type { Patterns } from '../kernel/marks.ts';
import { OWNER_PATTERN } from './libelf/near-misses.ts';

/** What is looked for in the ELF file of every kernel: `Kernel.marks` has the places. */
export const PATTERNS: Patterns = [OWNER_PATTERN];
