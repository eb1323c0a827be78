import type { Finding, KernelReport, Report, VerdictReport } from './report.ts';

/** One reason, and everywhere it hit: what a reader has to mend once. */
export interface Cause extends Omit<Finding, 'xenSays'> {
  /** What Xen prints; empty where it says nothing, several where releases word it differently. */
  readonly xenSays: readonly string[];
  readonly places: readonly Place[];
  /** How many combinations of kernel, boot path and release it hit. */
  readonly boots: number;
}

/** One kernel on one boot path, and the releases that answer so. */
export interface Place {
  readonly kernel: KernelReport;
  readonly verdict: VerdictReport;
}

/** The findings of a report, one for each rule and message: errors first, the widest first. */
export function causesOf(report: Report): Cause[] {
  const hits = new Map<string, { finding: Finding; xenSays: Set<string>; places: Place[] }>();
  for (const kernel of report.kernels) {
    for (const verdict of kernel.verdicts) {
      for (const finding of verdict.findings) {
        const key = JSON.stringify([finding.level, finding.rule, finding.message]);
        const hit = hits.get(key) ?? { finding, xenSays: new Set(), places: [] };
        hits.set(key, hit);
        hit.places.push({ kernel, verdict });
        for (const line of finding.xenSays?.split('\n') ?? []) hit.xenSays.add(line);
      }
    }
  }
  return [...hits.values()]
    .map(({ finding, xenSays, places }) => ({
      ...finding,
      xenSays: [...xenSays],
      places,
      boots: places.reduce((sum, { verdict }) => sum + countBoots(verdict), 0),
    }))
    .sort((a, b) => Number(b.level === 'error') - Number(a.level === 'error') || b.boots - a.boots);
}

/** How many releases and products a verdict stands for. */
export function countBoots(verdict: VerdictReport): number {
  return verdict.releases.length + verdict.products.length;
}
