import { createHash } from 'node:crypto';
import type { Split } from '../artifacts/split-files.ts';
import type { PolicyUse } from '../contract/policy-use.ts';
import type { PublishedKernel } from '../contract/published.ts';
import type { Problem } from '../contract/report.ts';
import type {
  ShardReport,
  ShardSettings,
  ShardSources,
  UnmatchedPath,
} from '../contract/shard-report.ts';
import type { Policy } from '../policy/policy.ts';
import type { Settings } from '../policy/settings.ts';
import { holds } from '../policy/waivers.ts';
import type { XenBuild } from '../programs/xen/xen-build.ts';
import type { Limits } from './kernel-report.ts';

/** What a shard knows of the run that it is a part of. */
export interface ShardRun extends ShardFound {
  readonly sources: ShardSources;
}

/** What the search of a shard came to. */
export interface ShardFound {
  readonly split: Split;
  readonly problems: readonly Problem[];
  readonly unmatched: readonly UnmatchedPath[];
  readonly unused: readonly string[];
}

/** What the report of a shard has besides its kernels. */
export function shardReport(
  { split, problems, unmatched, unused, sources }: ShardRun,
  policy: PolicyUse,
  before: readonly PublishedKernel[] | null,
  settings: Settings & Limits,
): ShardReport {
  const { index, count, files, found } = split;
  return {
    parts: [index],
    count,
    settings: shardSettings(settings, before),
    files,
    found,
    search: { problems: problems.length, unmatched, unused },
    sources,
    policy,
  };
}

function shardSettings(
  settings: Settings & Limits,
  before: readonly PublishedKernel[] | null,
): ShardSettings {
  const { targets, policy, failOn, warnBeforeExpiry, today, maxDictionary = null } = settings;
  return {
    targets: digest([plain(targets), maxDictionary]),
    policy: digest([plain(withoutContent(policy)), policy.waivers.map((one) => holds(one, today))]),
    baseline: before && digest(before),
    failOn,
    warnBeforeExpiry,
    isAutomatic: targets.some(({ boot }) => boot === 'auto'),
    day: today,
  };
}

/** The content of a baseline is compared by its kernels. */
function withoutContent({ baseline, ...policy }: Policy): object {
  return { ...policy, baseline: baseline && { path: baseline.path, place: baseline.place } };
}

/** Data with each build as what it is known by. */
function plain(data: unknown): unknown {
  return JSON.parse(
    JSON.stringify(data, (_, value) => (isBuild(value) ? identityOf(value) : value)),
  );
}

function isBuild(value: unknown): value is XenBuild {
  return typeof value === 'object' && value !== null && 'has' in value && 'release' in value;
}

/** A product may have another Xen another day, and a path another file. */
function identityOf({ id, release, differences, product, binary }: XenBuild): unknown[] {
  return [
    id,
    release.version,
    differences.map(({ name }) => name),
    product && [product.state.package, product.isEnded],
    binary?.files.map(({ sha256 }) => sha256),
  ];
}

/** SHA-256 in hexadecimal. */
function digest(data: unknown): string {
  return createHash('sha256').update(JSON.stringify(data)).digest('hex');
}
