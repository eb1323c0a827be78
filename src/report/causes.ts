import { type Excuse, excuseOf } from '../contract/outcome.ts';
import type { Finding, KernelReport, Report, VerdictReport } from '../contract/report.ts';
import { type Speaker, saidBy } from '../contract/said-by.ts';
import type { Because } from '../programs/xen/products/because.ts';

/** One reason, and everywhere it hit: what a reader has to fix once. */
export interface Cause extends Omit<Finding, 'xenSays'> {
  /** An error that the policy accepts is a warning. */
  readonly level: Finding['level'];
  /** Why it does not fail the gate; `null` where it may. */
  readonly excuse: Excuse | null;
  /** The differences of products that lead to it, each once. */
  readonly because?: readonly Because[];
  /** What is printed, `null` for nothing; several where releases word it differently. */
  readonly xenSays: readonly Finding['xenSays'][];
  readonly saidBy: Speaker;
  readonly places: readonly Place[];
  /** How many combinations of kernel, boot path and release it hit. */
  readonly boots: number;
  /** Whether it is the first finding of a verdict: what ends that boot. */
  readonly leads: boolean;
}

/** One kernel on one boot path, and the builds that answer so. */
export interface Place {
  readonly kernel: KernelReport;
  readonly verdict: VerdictReport;
}

/**
 * The findings of a report, one for each rule, evidence, fix and decision of the policy, those of GRUB
 * apart from those of Xen. Errors come first, then those that end a boot, then the widest. Ignored findings are no causes.
 */
export function causesOf(report: Report): readonly Cause[] {
  const known = CAUSES.get(report) ?? findCauses(report);
  CAUSES.set(report, known);
  return known;
}

/** Every output asks for the causes of the same report. */
const CAUSES = new WeakMap<Report, readonly Cause[]>();

function findCauses(report: Report): Cause[] {
  const hits = new Map<string, Hit>();
  for (const kernel of report.kernels) {
    for (const verdict of kernel.verdicts) {
      if (verdict.role === 'ignored') continue;
      for (const [index, finding] of verdict.findings.entries()) {
        const excuse = excuseOf(verdict, finding);
        const speaker = saidBy(verdict, finding);
        const key = JSON.stringify([causeKey(finding), finding.fix, excuse, speaker]);
        const hit: Hit = hits.get(key) ?? {
          finding,
          excuse,
          because: new Map(),
          xenSays: new Set(),
          saidBy: speaker,
          places: [],
          leads: false,
        };
        hits.set(key, hit);
        hit.leads ||= index === 0;
        hit.places.push({ kernel, verdict });
        hit.xenSays.add(finding.xenSays);
        for (const one of finding.because ?? []) {
          hit.because.set(`${one.product} ${one.difference}`, one);
        }
      }
    }
  }
  return [...hits.values()]
    .map(({ finding, excuse, because, xenSays, saidBy: speaker, places, leads }) => ({
      ...finding,
      ...(because.size > 0 && { because: [...because.values()] }),
      level: excuse === null ? finding.level : 'warning',
      excuse,
      xenSays: [...xenSays],
      saidBy: speaker,
      // A list that grew has room for more.
      places: places.slice(),
      boots: places.reduce((sum, { verdict }) => sum + countBoots(verdict), 0),
      leads,
    }))
    .sort(
      (a, b) =>
        Number(b.level === 'error') - Number(a.level === 'error') ||
        Number(b.leads) - Number(a.leads) ||
        b.boots - a.boots,
    );
}

interface Hit {
  readonly finding: Finding;
  readonly excuse: Excuse | null;
  readonly because: Map<string, Because>;
  readonly xenSays: Set<Finding['xenSays']>;
  readonly saidBy: Speaker;
  readonly places: Place[];
  leads: boolean;
}

/** What a finding has in common with the others of its cause. */
export function causeKey(finding: Pick<Finding, 'level' | 'rule' | 'evidence'>): string {
  return `${finding.level} ${faultKey(finding)}`;
}

/** What findings of one fault have in common, at any stage and with any decision of the policy. */
export function faultKey({ rule, evidence }: Pick<Finding, 'rule' | 'evidence'>): string {
  return JSON.stringify([rule, evidence]);
}

/** How many boots a verdict stands for. */
export function countBoots(verdict: VerdictReport): number {
  return verdict.builds.length;
}
