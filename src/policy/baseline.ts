import type { KernelReport } from '../report/report.ts';
import type { BootPath } from '../xen/boot-path.ts';

/** Whether a finding was there before, by its rule and target. */
export type Knows = (rule: string, boot: BootPath, release: string) => boolean;

/**
 * What a baseline knows of a kernel.
 *
 * @param now all kernels of this run, named by the policy.
 * @param before those of the baseline, named by the same policy.
 */
export function knownOf(
  kernel: KernelReport,
  now: readonly KernelReport[],
  before: readonly KernelReport[],
): Knows {
  const known = new Set(
    counterparts(kernel, now, before).flatMap(({ verdicts }) =>
      verdicts.flatMap(({ boot, releases, findings }) =>
        findings.flatMap(({ rule }) => releases.map((release) => keyOf(rule, boot, release))),
      ),
    ),
  );
  return (rule, boot, release) => known.has(keyOf(rule, boot, release));
}

function keyOf(rule: string, boot: BootPath, release: string): string {
  return `${rule} ${boot} ${release}`;
}

/**
 * A version in a path changes from build to build, so the name that the policy gives comes first,
 * then the path. Where there is one kernel then and one now, they are the same; unless their names
 * say otherwise.
 */
function counterparts(
  kernel: KernelReport,
  now: readonly KernelReport[],
  before: readonly KernelReport[],
): readonly KernelReport[] {
  const named = before.filter(({ name }) => name !== undefined && name === kernel.name);
  if (named.length > 0) return named;
  const samePath = before.filter(({ path }) => path === kernel.path);
  if (samePath.length > 0) return samePath;
  const [only] = before;
  if (only === undefined || before.length > 1 || now.length > 1) return [];
  return only.name !== undefined && kernel.name !== undefined ? [] : before;
}
