import { BUILD } from './build.ts';
import { HYPERVISOR } from './hypervisor.ts';
import { LIBELF } from './libelf.ts';
import { LZ4 } from './lz4.ts';
import { TOOLSTACK } from './toolstack.ts';

/**
 * Every fact that the code asks for, found in the history of xen.git and checked against each
 * release tag. A loader's `has(…)` is answered from here, and nothing else compares release numbers.
 */
export const XEN_FACTS = { ...LIBELF, ...LZ4, ...HYPERVISOR, ...TOOLSTACK, ...BUILD } as const;

export type XenFactId = keyof typeof XEN_FACTS;

/** What a loader may ask about the release that it simulates. */
export type Has = (behaviour: XenFactId) => boolean;
