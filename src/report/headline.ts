import { wasChecked } from '../contract/checked.ts';
import { type Outcome, outcomeOf } from '../contract/outcome.ts';
import type { Report } from '../contract/report.ts';
import { plural } from '../text/plural.ts';

/** The decision and its reason in one line, without untrusted text: safe to print anywhere. */
export function headline(report: Report): string {
  const counts = countOutcomes(report);
  const count = (outcome: Outcome) => counts.get(outcome) ?? 0;
  const [failed, warned, waived] = [count('fails'), count('warns'), count('waived')];
  const [allowed, known, ignored] = [count('allowed-to-fail'), count('known'), count('ignored')];
  const accepted = allowed + known + waived;
  const boots = count('boots') + failed + warned + accepted;
  const hits = [
    failed > 0 && share(failed, boots, 'fail'),
    warned > 0 && share(warned, boots, 'warn'),
    failed + warned === 0 && accepted > 0 && share(boots - accepted, boots, 'succeed'),
    allowed > 0 && `${allowed} allowed to fail`,
    known > 0 && `${known} known from the baseline`,
    waived > 0 && `${waived} waived`,
  ].filter((reason) => reason !== false);
  const unchecked = report.kernels.filter((kernel) => !wasChecked(kernel)).length;
  const gaps = [
    unchecked > 0 && `${plural(unchecked, 'kernel')} not checked`,
    report.problems.length > 0 && `${plural(report.problems.length, 'input')} not checked`,
    !report.gate.passed &&
      report.kernels.length === 0 &&
      report.problems.length === 0 &&
      'there is no kernel to check',
  ].filter((reason) => reason !== false);
  const { passed } = report.gate;
  const subject = subjectOf(report);
  // Several shards that are not all never pass.
  const isOne = (report.shard?.parts.length ?? 1) === 1;
  const rest = ignored > 0 ? `, ${ignored} ignored` : '';
  const reasons = [...hits, ...gaps].join(', ');
  if (!passed) {
    const why = failsByWarnings(report) ? ' because of warnings' : '';
    return `✗ ${subject}${isOne ? 'fails' : 'fail'}${why}: ${reasons}${rest}`;
  }
  // With `fail-on: never` a gate passes in spite of failures.
  const inSpite = failed > 0 ? ' (report only)' : warned > 0 ? ' with warnings' : '';
  return `✓ ${subject}passes${inSpite}: ${reasons || allBoot(boots, report.kernels.length)}${rest}`;
}

/** The part that is decided on, where it is not the whole run: `shard 2/8 `, `7 of 8 shards `. */
function subjectOf({ shard }: Report): string {
  if (shard === undefined) return '';
  const { parts, count } = shard;
  return parts.length === 1 ? `shard ${parts[0]}/${count} ` : `${parts.length} of ${count} shards `;
}

/** Whether the gate fails although everything was checked and no boot fails: then warnings do it. */
export function failsByWarnings({ gate, kernels, problems }: Report): boolean {
  const isWhole = kernels.length > 0 && problems.length === 0 && kernels.every(wasChecked);
  return !gate.passed && gate.failed === 0 && isWhole;
}

function countOutcomes(report: Report): Map<Outcome, number> {
  const counts = new Map<Outcome, number>();
  for (const verdict of report.kernels.flatMap(({ verdicts }) => verdicts)) {
    const outcome = outcomeOf(verdict);
    counts.set(outcome, (counts.get(outcome) ?? 0) + verdict.builds.length);
  }
  return counts;
}

/** `1 of 2 boots fails`. */
function share(count: number, boots: number, verb: string): string {
  return `${count} of ${boots} boots ${verb}${count === 1 || boots === 1 ? 's' : ''}`;
}

function allBoot(boots: number, kernels: number): string {
  if (kernels === 0) return 'it has no kernel';
  if (boots === 1) return 'the only boot succeeds';
  return `all ${boots} boots of ${plural(kernels, 'kernel')} succeed`;
}
