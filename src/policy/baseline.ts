import { plural } from '../plural.ts';
import type { Finding, KernelReport, Notice } from '../report/report.ts';
import { identityOf } from '../rules/identity.ts';
import type { BootPath } from '../xen/boot-path.ts';
import type { BaselineFile } from './policy.ts';

/** Whether the same fault was there before on the same target. */
export type Knows = (finding: Finding, boot: BootPath, release: string) => boolean;

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
 * @param before those of the baseline, named by the same policy; `null` where none could be read.
 */
export function openBaseline(
  file: BaselineFile | null,
  now: readonly KernelReport[],
  before: readonly KernelReport[] | null,
): Baseline {
  const find = (kernel: KernelReport) => counterpart(kernel, now, before ?? []);
  const strangers = now.filter((kernel) => hasFindings(kernel) && find(kernel) === undefined);
  return {
    of: (kernel) => knownOf(find(kernel)),
    notices: () =>
      file === null || before === null || strangers.length === 0
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

/** A baseline may be a stranger's: what it lists is never multiplied with what else it lists. */
function knownOf(before: KernelReport | undefined): Knows {
  const faults = new Map<string, Set<string>[]>();
  for (const { boot, releases, findings } of before?.verdicts ?? []) {
    const own = new Set(findings.map(identityOf));
    for (const key of new Set(releases.map((release) => targetKey(boot, release)))) {
      const all = faults.get(key);
      if (all) all.push(own);
      else faults.set(key, [own]);
    }
  }
  return (finding, boot, release) => {
    const identity = identityOf(finding);
    return faults.get(targetKey(boot, release))?.some((own) => own.has(identity)) ?? false;
  };
}

function targetKey(boot: BootPath, release: string): string {
  return `${boot} ${release}`;
}

/**
 * The kernel of the baseline that is the same as one of this run, or none. No kernel stands for two,
 * or what one of them had would hide what is new in the other:
 *
 * 1. the one at the same path;
 * 2. the one of the same name, where the name is that of one kernel then and of one now: so the
 *    version in a path may change;
 * 3. the only one then for the only one now, unless both have names.
 */
function counterpart(
  { path, name }: KernelReport,
  now: readonly KernelReport[],
  before: readonly KernelReport[],
): KernelReport | undefined {
  const samePath = before.filter((other) => other.path === path);
  if (samePath.length > 0) return onlyOf(samePath);
  const isNamesake = (other: KernelReport) => name !== undefined && other.name === name;
  const namesakes = before.filter(isNamesake);
  if (namesakes.length > 0) return onlyOf(now.filter(isNamesake)) && onlyOf(namesakes);
  const only = onlyOf(now) && onlyOf(before);
  return name === undefined || only?.name === undefined ? only : undefined;
}

function onlyOf<T>(all: readonly T[]): T | undefined {
  return all.length === 1 ? all[0] : undefined;
}
