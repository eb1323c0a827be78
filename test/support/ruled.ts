import { publishKernel } from '../../src/contract/published.ts';
import type { Finding, KernelReport, Report } from '../../src/contract/report.ts';
import { makeReport } from '../../src/gate/gate.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import type { FailOn } from '../../src/policy/policy.ts';
import { settle } from '../../src/policy/settings.ts';
import { CALENDAR, idsOf } from './builds.ts';
import { finding, kernel, verdict } from './fixture-report.ts';

export const TODAY = '2026-11-22';

export interface Run {
  readonly kernels?: readonly KernelReport[];
  readonly before?: readonly KernelReport[] | null;
  readonly failOn?: FailOn;
  readonly today?: string;
  readonly warnBeforeExpiry?: number;
}

export const CODEC = finding();
export const WARNING = finding({ rule: 'not-relocatable', level: 'warning' });
/** Fails on three releases, warns on one, boots on one. */
export const KERNEL = kernel({
  verdicts: [
    verdict({ findings: [CODEC] }),
    verdict({ boot: 'pvh-dom0', releases: ['4.17.7'], findings: [WARNING] }),
    verdict({ boot: 'pv-dom0', releases: ['4.17.7'] }),
  ],
});

/** The report of a run under a policy. */
export function ruled(policy: string, run: Run = {}): Report {
  const { kernels = [KERNEL], before = null, failOn, today = TODAY, warnBeforeExpiry } = run;
  const calendar = { ...CALENDAR, today };
  const settings = settle(
    loadPolicy(policy, 'p.yml', calendar),
    { failOn, warnBeforeExpiry },
    calendar,
  );
  return makeReport(
    { kernels, problems: [], before: before?.map(publishKernel) ?? null },
    settings,
  );
}

/** `pv-domu 4.14.6 fails: unknown-codec waived`, a line for each verdict. */
export function verdicts({ kernels }: Report): string[] {
  const mark = ({ rule, waiver, known }: Finding) =>
    [rule, waiver && 'waived', known && 'known'].filter(Boolean).join(' ');
  return kernels.flatMap((one) =>
    one.verdicts.map(({ boot, builds, status, role, findings }) =>
      [boot, idsOf(builds), status, role, ...findings.map(mark)].filter(Boolean).join(' '),
    ),
  );
}
