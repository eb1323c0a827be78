import { plural } from '../report/plural.ts';
import type { KernelReport, Notice } from '../report/report.ts';
import type { BootPath } from '../xen/boot-path.ts';
import type { BaselineFile } from './policy.ts';

/** Whether a finding was there before, by its rule and target. */
export type Knows = (rule: string, boot: BootPath, release: string) => boolean;

/** What was there before, and what to say of it. */
export interface Baseline {
  of(kernel: KernelReport): Knows;
  /** Which kernels it does not have, though they have findings: all of these count as new. */
  notices(): Notice[];
}

/** How many kernels a notice names. */
const MOST_NAMED = 3;

/**
 * @param file where the policy names it; `null` for no baseline.
 * @param now all kernels of this run, named by the policy.
 * @param before those of the baseline, named by the same policy.
 */
export function openBaseline(
  file: BaselineFile | null,
  now: readonly KernelReport[],
  before: readonly KernelReport[],
): Baseline {
  const counterparts = matchKernels(now, before);
  const strangers = now.filter((kernel) => {
    return hasFindings(kernel) && counterparts(kernel).length === 0;
  });
  return {
    of: (kernel) => knownOf(counterparts(kernel)),
    notices: () =>
      file === null || before.length === 0 || strangers.length === 0
        ? []
        : [strangersNotice(file, strangers)],
  };
}

function hasFindings({ verdicts }: KernelReport): boolean {
  return verdicts.some(({ findings }) => findings.length > 0);
}

function strangersNotice({ place }: BaselineFile, strangers: readonly KernelReport[]): Notice {
  const paths = strangers.slice(0, MOST_NAMED).map(({ path }) => path);
  const more = strangers.length - paths.length;
  const which = `${paths.join(', ')}${more > 0 ? ` and ${plural(more, 'more kernel')}` : ''}`;
  const message = `the baseline has nothing that is the same kernel as ${which}: all that is found there counts as new`;
  return { ...place, level: 'notice', message };
}

/** Where nobody can say which of several it was, what all of them had was there in any case. */
function knownOf(before: readonly KernelReport[]): Knows {
  const found = before.map(findingsOf);
  return (rule, boot, release) => {
    return found.length > 0 && found.every((one) => one.has(keyOf(rule, boot, release)));
  };
}

function findingsOf({ verdicts }: KernelReport): Set<string> {
  return new Set(
    verdicts.flatMap(({ boot, releases, findings }) =>
      findings.flatMap(({ rule }) => releases.map((release) => keyOf(rule, boot, release))),
    ),
  );
}

function keyOf(rule: string, boot: BootPath, release: string): string {
  return `${rule} ${boot} ${release}`;
}

/**
 * Which kernels of the baseline a kernel may have been: the one at its path. A version in a path
 * changes from build to build, so of the paths that came and went the names decide that the policy
 * gives, unless more kernels of a name came than went: one of them is new. Where there is one
 * kernel then and one now, they are the same; unless their names say otherwise.
 */
function matchKernels(
  now: readonly KernelReport[],
  before: readonly KernelReport[],
): (kernel: KernelReport) => readonly KernelReport[] {
  const came = notIn(before, now);
  const gone = notIn(now, before);
  return (kernel) => {
    const samePath = before.filter(({ path }) => path === kernel.path);
    if (samePath.length > 0) return samePath;
    const sameName = ({ name }: KernelReport) => name !== undefined && name === kernel.name;
    const named = gone.filter(sameName);
    if (named.length > 0) return came.filter(sameName).length > named.length ? [] : named;
    const [only] = before;
    if (only === undefined || before.length > 1 || now.length > 1) return [];
    return only.name !== undefined && kernel.name !== undefined ? [] : before;
  };
}

/** The kernels at paths that others do not have. */
function notIn(others: readonly KernelReport[], kernels: readonly KernelReport[]): KernelReport[] {
  const paths = new Set(others.map(({ path }) => path));
  return kernels.filter(({ path }) => !paths.has(path));
}
