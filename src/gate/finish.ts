import { wasChecked } from '../contract/checked.ts';
import { type Outcome, outcomeOf } from '../contract/outcome.ts';
import type { GateResult, KernelReport, Notice, Problem, Report } from '../contract/report.ts';
import type { ShardReport } from '../contract/shard-report.ts';
import type { FailOn } from '../policy/policy.ts';
import type { ReadBuild } from '../programs/xen/binary/xen-binary.ts';
import { VERSION } from '../version.ts';

/** What a report is made of, once the policy has had its say. */
export interface Ready {
  readonly kernels: readonly KernelReport[];
  readonly problems: readonly Problem[];
  readonly notices: readonly Notice[];
  readonly binaries: readonly ReadBuild[];
  readonly failOn: FailOn;
  /** `undefined` for a whole run. */
  readonly shard: ShardReport | undefined;
}

/** The report with its decision: of a run, of a shard, or of shards that were joined. */
export function finishReport(ready: Ready): Report {
  const { kernels, problems, notices, binaries, shard } = ready;
  return {
    schemaVersion: 1,
    tool: { name: 'xen-boot-gate', version: VERSION },
    ...(shard && { shard }),
    gate: decide(ready),
    ...(binaries.length > 0 && { binaries }),
    kernels,
    problems,
    ...(notices.length > 0 && { notices }),
  };
}

/** Problems in the order of the artifacts that they are about; those of other files last. */
export function inOrder(problems: readonly Problem[], paths: readonly string[]): Problem[] {
  const places = new Map<string, number>();
  for (const [place, path] of paths.entries()) if (!places.has(path)) places.set(path, place);
  const placeOf = ({ path }: Problem) => places.get(path) ?? paths.length;
  return [...problems].sort((a, b) => placeOf(a) - placeOf(b));
}

/**
 * Nothing checked is never a pass: not no kernel, not an unread input, not only targets that are
 * absent or ignored. Only a shard may have no kernel: another has.
 */
function decide({ kernels, problems, failOn, shard }: Ready): GateResult {
  const failed = count(kernels, ['fails']);
  const warned = count(kernels, ['warns']);
  const isEmpty = kernels.length === 0 && shard === undefined;
  const checked = !isEmpty && problems.length === 0 && kernels.every(wasChecked);
  const tolerated = {
    never: true,
    fails: failed === 0,
    warns: failed === 0 && warned === 0,
  };
  return {
    passed: checked && tolerated[failOn],
    failed,
    warned: warned + count(kernels, ['allowed-to-fail', 'known']),
    waived: count(kernels, ['waived']),
  };
}

function count(kernels: readonly KernelReport[], outcomes: readonly Outcome[]): number {
  return kernels
    .flatMap(({ verdicts }) => verdicts)
    .filter((verdict) => outcomes.includes(outcomeOf(verdict)))
    .reduce((sum, { builds }) => sum + builds.length, 0);
}
