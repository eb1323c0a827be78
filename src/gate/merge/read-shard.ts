import { isReport } from '../../contract/is-report.ts';
import type { PublishedKernel, PublishedReport } from '../../contract/published.ts';
import type { PublishedBinary } from '../../contract/published-binary.ts';
import type { Problem } from '../../contract/report.ts';
import type { ShardReport } from '../../contract/shard-report.ts';
import { quote } from '../../text/quote.ts';
import { UsageError } from '../../text/usage-error.ts';
import { VERSION } from '../../version.ts';
import { parseJson } from '../parse-json.ts';
import { missingProblems, problemKey } from './missing.ts';

/** What the report of a shard says, or that of several that were joined. */
export interface ShardPart {
  /** The reports that it comes from, by the shards in them. */
  readonly origins: ReadonlyMap<number, string>;
  readonly shard: ShardReport;
  readonly kernels: readonly PublishedKernel[];
  /** Of the search for kernels. */
  readonly unfound: readonly Problem[];
  /** Of their checks. */
  readonly unchecked: readonly Problem[];
  readonly binaries: readonly PublishedBinary[];
}

/**
 * Reads the report of a shard.
 *
 * @param origin what messages call it.
 * @throws {UsageError} where it is none, or not of this version.
 */
export function readShard(text: string, origin: string): ShardPart {
  const data = parseJson(text);
  const refuse = (why: string) => new UsageError(`${quote(origin)} ${why}`);
  const { schemaVersion, tool } = Object(data) as Record<string, unknown>;
  const { name, version } = Object(tool) as Record<string, unknown>;
  if (schemaVersion !== 1 || name !== 'xen-boot-gate' || typeof version !== 'string') {
    throw refuse('is not a JSON report of this program with schemaVersion 1');
  }
  if (version !== VERSION) {
    throw refuse(
      `is of version ${quote(version)}, and this is ${VERSION}: use one version for all shards and the merge`,
    );
  }
  if (!isReport(data)) throw refuse(DAMAGED);
  const { shard } = data;
  if (shard === undefined) {
    throw refuse('is the report of a whole run: to make one of a shard, check with --shard I/N');
  }
  if (!isSound(data, shard)) throw refuse(DAMAGED);
  const { kernels, problems, binaries = [] } = data;
  const made = new Set(missingProblems(shard).map(problemKey));
  const own = problems.filter((problem) => !made.has(problemKey(problem)));
  return {
    origins: new Map(shard.parts.map((part) => [part, origin])),
    shard,
    kernels,
    unfound: own.slice(0, shard.search.problems),
    unchecked: own.slice(shard.search.problems),
    binaries,
  };
}

const DAMAGED = 'does not match its schema: it is damaged, or was changed';

/** What the schema cannot say: numbers that go with each other. */
function isSound({ kernels, problems }: PublishedReport, shard: ShardReport): boolean {
  const { parts, count, files, found, search } = shard;
  const places = found.map(({ file }) => file);
  const names = new Set(found.flatMap((one) => one.kernels));
  const paths = kernels.map(({ path }) => path);
  return (
    isAscending(parts) &&
    parts.every((part) => part <= count) &&
    isAscending(places) &&
    places.every((place) => place < files.count) &&
    search.problems <= problems.length &&
    new Set(paths).size === paths.length &&
    paths.every((path) => names.has(path))
  );
}

function isAscending(numbers: readonly number[]): boolean {
  return numbers.every((number, i) => i === 0 || number > (numbers[i - 1] ?? 0));
}
