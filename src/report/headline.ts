import { wasChecked } from './checked.ts';
import { plural } from './plural.ts';
import type { Report } from './report.ts';

/** The decision and its reason in one line, in words of our own only: safe to print anywhere. */
export function headline(report: Report): string {
  const { passed, failed, warned } = report.gate;
  const boots = report.kernels
    .flatMap(({ verdicts }) => verdicts)
    .filter(({ status }) => status !== 'unsupported')
    .reduce((sum, { releases }) => sum + releases.length, 0);
  const hits = [
    failed > 0 && `${failed} of ${plural(boots, 'boot')} ${failed === 1 ? 'fails' : 'fail'}`,
    warned > 0 && `${warned} of ${plural(boots, 'boot')} ${warned === 1 ? 'warns' : 'warn'}`,
  ].filter((reason) => reason !== false);
  const unchecked = report.kernels.filter((kernel) => !wasChecked(kernel)).length;
  const unjudged = [
    unchecked > 0 && `${plural(unchecked, 'kernel')} not checked`,
    report.problems.length > 0 && `${plural(report.problems.length, 'input')} not judged`,
    report.kernels.length === 0 && report.problems.length === 0 && 'there is no kernel to judge',
  ].filter((reason) => reason !== false);
  const reasons = [...hits, ...unjudged].join(', ');
  if (!passed) {
    const onlyWarns = failed === 0 && unjudged.length === 0;
    return `✗ fails${onlyWarns ? ' because of warnings' : ''}: ${reasons}`;
  }
  // What else passes in spite of failures is a gate that was told not to fail.
  const inSpite = failed > 0 ? ' as a report only' : warned > 0 ? ' with warnings' : '';
  return `✓ passes${inSpite}: ${reasons || allBoot(boots, report.kernels.length)}`;
}

function allBoot(boots: number, kernels: number): string {
  if (boots === 1) return 'the one boot succeeds';
  return `all ${boots} boots of ${plural(kernels, 'kernel')} succeed`;
}
