import type { Kernel } from '../kernel/kernel.ts';
import type { Has } from '../programs/xen/facts/facts.ts';
import type { RuleId } from '../rules/index.ts';
import { LATEST } from './libelf/latest.ts';
import { parseXenElf } from './libelf/parse.ts';
import { type Refusal, refusalAt } from './refusal.ts';

/**
 * Releases before 90b18f1666a8 misplace the symbol table, and refuse the kernel for whatever its wrong
 * end leads to. Where a finding would not be there without this mistake, the mistake is the finding.
 *
 * @param checkAs what becomes of the same kernel on a release that differs
 */
export function blameSymbolTable(
  kernel: Kernel,
  findings: readonly Refusal[],
  has: Has,
  checkAs: (has: Has) => readonly Refusal[],
): readonly Refusal[] {
  if (findings.length === 0 || !hasSymbolTable(kernel)) return findings;
  if (has('bsd-symtab-follows-image')) return findings;
  const without = checkAs((id) => id === 'bsd-symtab-follows-image' || has(id));
  const others: readonly RuleId[] = without.map(({ rule }) => rule);
  return findings.map((one) => (others.includes(one.rule) ? one : misplaced(one)));
}

function hasSymbolTable({ elf }: Kernel): boolean {
  return elf !== null && parseXenElf(elf, 'pv', LATEST).parameters.bsdSymtab;
}

function misplaced({ rule, stage, evidence, xenSays }: Refusal): Refusal {
  const leadsTo = { rule, evidence };
  return refusalAt(stage, 'bsd-symtab-misplaced', { leadsTo }, xenSays);
}
