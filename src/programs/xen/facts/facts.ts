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

/** Facts of the hypervisor that concern guests as well. */
const FOR_BOTH: ReadonlySet<keyof typeof HYPERVISOR> = new Set(['pv', 'pv32', 'pv32-off-at-boot']);

/** Whose code has a fact, and so which kernels it concerns. */
export const FACT_GROUPS: readonly {
  readonly concerns: string;
  readonly facts: readonly XenFactId[];
}[] = [
  { concerns: 'the note parser, for dom0 and domU', facts: idsOf(LIBELF) },
  { concerns: 'the lz4 decoder, for dom0 and domU', facts: idsOf(LZ4) },
  { concerns: 'the hypervisor, for dom0 and domU', facts: [...FOR_BOTH] },
  {
    concerns: 'the hypervisor, for dom0',
    facts: idsOf(HYPERVISOR).filter((id) => !FOR_BOTH.has(id)),
  },
  { concerns: 'the toolstack, for domU', facts: [...idsOf(TOOLSTACK), ...idsOf(BUILD)] },
];

/** Whose code has a fact: the note parser and the lz4 decoder are in both. */
export function partsWith(id: XenFactId): readonly ('hypervisor' | 'toolstack')[] {
  if (id in HYPERVISOR) return ['hypervisor'];
  return id in LIBELF || id in LZ4 ? ['hypervisor', 'toolstack'] : ['toolstack'];
}

function idsOf<T extends object>(table: T): (keyof T)[] {
  return Object.keys(table) as (keyof T)[];
}
