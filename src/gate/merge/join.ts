import { byPath } from '../../artifacts/by-path.ts';
import type { ShardReport, ShardSearch, UnmatchedPath } from '../../contract/shard-report.ts';
import { joinUses } from './join-uses.ts';
import { problemKey } from './missing.ts';
import { requireOneRun } from './one-run.ts';
import type { ShardPart } from './read-shard.ts';

/**
 * Joins what two reports say, in whatever order: `(a b) c` is `a (b c)`, and `b a` is `a b`.
 *
 * @throws {UsageError} where they are not of one run, or have a shard in common.
 */
export function joinShards(a: ShardPart, b: ShardPart): ShardPart {
  requireOneRun(a, b);
  return {
    origins: new Map([...a.origins, ...b.origins]),
    shard: joinReports(a.shard, b.shard),
    kernels: [...a.kernels, ...b.kernels],
    unfound: byPath([...a.unfound, ...b.unfound]),
    // What all of them need, such as a baseline, is a problem of each.
    unchecked: distinct([...a.unchecked, ...b.unchecked], problemKey),
    binaries: distinct([...a.binaries, ...b.binaries], ({ id }) => id),
  };
}

function joinReports(a: ShardReport, b: ShardReport): ShardReport {
  const { settings } = a;
  const day = settings.day > b.settings.day ? settings.day : b.settings.day;
  const baseline = settings.baseline ?? b.settings.baseline;
  const found = [...a.found, ...b.found].sort((one, other) => one.file - other.file);
  return {
    parts: [...a.parts, ...b.parts].sort((one, other) => one - other),
    count: a.count,
    settings: { ...settings, baseline, day },
    files: a.files,
    found,
    search: joinSearches(a.search, b.search),
    sources: a.sources,
    policy: joinUses(a.policy, b.policy, found),
  };
}

/** A PATH is matched where one shard has a kernel for it; what is excluded is used likewise. */
function joinSearches(a: ShardSearch, b: ShardSearch): ShardSearch {
  const others = new Map(b.unmatched.map((one) => [one.at, one]));
  return {
    // Counted where the report is made.
    problems: 0,
    unmatched: a.unmatched.flatMap((one) => {
      const other = others.get(one.at);
      return other ? [moreTelling(one, other)] : [];
    }),
    unused: a.unused.filter((glob) => b.unused.includes(glob)),
  };
}

/** The shard that has the file knows most. */
const TELLING: readonly UnmatchedPath['why'][] = ['none', 'excluded', 'explained', 'missing'];

function moreTelling(a: UnmatchedPath, b: UnmatchedPath): UnmatchedPath {
  const more = TELLING.indexOf(a.why) - TELLING.indexOf(b.why);
  if (more !== 0) return more > 0 ? a : b;
  return a.message <= b.message ? a : b;
}

function distinct<T>(all: readonly T[], keyOf: (one: T) => string): T[] {
  return [...new Map(all.map((one) => [keyOf(one), one])).values()];
}
