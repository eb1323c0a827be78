import type { KernelReport } from '../../contract/report.ts';
import { plural } from '../../text/plural.ts';
import type { Cause } from '../causes.ts';
import { codeForMarkdown } from '../escape.ts';
import { table } from './parts.ts';

/** More rules than these are only counted. */
const MOST_RULES = 20;

/** How often each rule hits, without accepted findings, the widest first. */
export function totalsBlocks(causes: readonly Cause[]): string[] {
  const rules = new Map<string, { boots: number; kernels: Set<KernelReport> }>();
  for (const { rule, boots, places, excuse } of causes) {
    if (excuse !== null) continue;
    const total = rules.get(rule) ?? { boots: 0, kernels: new Set() };
    rules.set(rule, total);
    total.boots += boots;
    for (const { kernel } of places) total.kernels.add(kernel);
  }
  if (rules.size === 0) return [];
  const rows = [...rules]
    .sort(([, a], [, b]) => b.boots - a.boots)
    .slice(0, MOST_RULES)
    .map(([rule, { boots, kernels }]) => [codeForMarkdown(rule), `${kernels.size}`, `${boots}`]);
  const more = rules.size - rows.length;
  return [
    table(['Why', 'Kernels', 'Boots'], ['---', '---:', '---:'], rows),
    ...(more > 0 ? [`and ${plural(more, 'more reason')}`] : []),
  ];
}
