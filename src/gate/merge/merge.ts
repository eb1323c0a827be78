import { missingFirst } from '../../artifacts/unmatched.ts';
import type { KernelReport, Problem, Report } from '../../contract/report.ts';
import type { ShardReport, UnmatchedPath } from '../../contract/shard-report.ts';
import { shareParts, sharing } from '../../contract/sharing.ts';
import { noticesOf } from '../../policy/notices.ts';
import type { Release } from '../../programs/xen/releases.ts';
import { compareBuilds } from '../../programs/xen/xen-build.ts';
import { UsageError } from '../../text/usage-error.ts';
import { finishReport, inOrder } from '../finish.ts';
import { joinShards } from './join.ts';
import { missingProblems, problemKey } from './missing.ts';
import type { ShardPart } from './read-shard.ts';
import { buildFinder, restoreBinary, restoreKernel } from './restore.ts';

/** What the reports of shards came to. */
export interface Merged {
  readonly shard: ShardReport;
  /** Whether all shards are there. */
  readonly isWhole: boolean;
  /** How many kernels were found. */
  readonly found: number;
  /** PATHs without a kernel; none where a shard is missing, which may have it. */
  readonly unmatched: readonly UnmatchedPath[];
  /** Patterns for what is not checked that matched nothing. */
  readonly unused: readonly string[];
  /** The problems of the search. */
  readonly problems: readonly Problem[];
  /**
   * The report: that of the run as a whole where all shards are there, and else one that lacks them and
   * can be merged again.
   *
   * @param unmatched those of the PATHs without a kernel that are problems.
   */
  readonly report: (unmatched: readonly UnmatchedPath[]) => Report;
}

/**
 * Merges the reports of shards, in whatever order.
 *
 * @throws {UsageError} where they are not of one run, or a shard is there twice; from `report`, too.
 */
export function mergeShards(
  [first, ...others]: readonly [ShardPart, ...ShardPart[]],
  releases: readonly Release[],
): Merged {
  const joined = others.reduce(joinShards, first);
  const { shard, unfound } = joined;
  const isWhole = shard.parts.length === shard.count;
  if (isWhole && shard.found.length !== shard.files.count) {
    throw new UsageError(
      `the reports have ${shard.found.length} of ${shard.files.count} files: one is damaged, or was changed`,
    );
  }
  return {
    shard,
    isWhole,
    found: shard.found.reduce((sum, { kernels }) => sum + kernels.length, 0),
    unmatched: isWhole ? missingFirst(shard.search.unmatched) : [],
    unused: isWhole ? shard.search.unused : [],
    problems: unfound,
    report: (unmatched) => reportOf(joined, isWhole, unmatched, releases),
  };
}

function reportOf(
  joined: ShardPart,
  isWhole: boolean,
  unmatched: readonly UnmatchedPath[],
  releases: readonly Release[],
): Report {
  const { shard, unfound, unchecked } = joined;
  const { day, failOn, warnBeforeExpiry } = shard.settings;
  const paths = shard.found.flatMap(({ kernels }) => kernels);
  const binaries = joined.binaries
    .map((binary) => restoreBinary(binary, releases))
    .sort(compareBuilds);
  const find = buildFinder(binaries, { releases, today: day });
  const share = sharing();
  const kernels = joined.kernels.map((kernel) => shareParts(restoreKernel(kernel, find), share));
  const problems = [
    ...unfound,
    ...unmatched.map(({ path, message }) => ({ path, message })),
    ...inOrder([...unchecked].sort(byText), paths),
    ...missingProblems(shard),
  ];
  return finishReport({
    kernels: kernelsInOrder(kernels, paths),
    problems,
    binaries,
    failOn,
    notices: isWhole ? noticesOf(shard.policy, day, warnBeforeExpiry) : [],
    shard: isWhole
      ? undefined
      : { ...shard, search: { ...shard.search, problems: unfound.length } },
  });
}

function kernelsInOrder(
  kernels: readonly KernelReport[],
  paths: readonly string[],
): KernelReport[] {
  const places = new Map(paths.map((path, place) => [path, place]));
  const placeOf = ({ path }: KernelReport) => places.get(path) ?? paths.length;
  return [...kernels].sort((a, b) => placeOf(a) - placeOf(b));
}

function byText(a: Problem, b: Problem): number {
  return problemKey(a) < problemKey(b) ? -1 : 1;
}
