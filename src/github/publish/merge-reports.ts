import * as core from '@actions/core';
import { readShards } from '../../gate/merge/find-reports.ts';
import { type Merged, mergeShards } from '../../gate/merge/merge.ts';
import { describeUnused } from '../../glob/exclusions.ts';
import type { Release } from '../../programs/xen/releases.ts';
import { forTerminal } from '../../report/escape.ts';
import { plural } from '../../text/plural.ts';
import { UsageError } from '../../text/usage-error.ts';
import { InputsError } from './fail.ts';
import { type PublishContext, publish, publishNothing, publishUnmatched } from './publish.ts';
import { reserveResults } from './results.ts';

/** What the step that merges knows besides the reports. */
export interface MergeContext extends Pick<PublishContext, 'inputs' | 'run' | 'source'> {
  /** All that are known. */
  readonly releases: readonly Release[];
}

/** Publishes what the reports of all shards come to, as if one step had checked all kernels. */
export async function mergeReports(context: MergeContext): Promise<void> {
  const { inputs, run, source, releases } = context;
  const { ifNoKernels } = inputs;
  const merged = await read(inputs.merge, releases);
  const { shard, isWhole, found, problems, unmatched, unused } = merged;
  core.info(`Merging ${plural(shard.parts.length, 'shard')} with ${plural(found, 'kernel')}.`);
  for (const glob of unused) core.notice(forTerminal(describeUnused(glob)), { title: 'exclude' });
  const { patterns } = shard.sources;
  if (isWhole && found === 0 && problems.length === 0) {
    await publishNothing(patterns, inputs, run);
    return;
  }
  if (unmatched.length > 0) publishUnmatched(unmatched, ifNoKernels);
  await publish(merged.report(ifNoKernels === 'error' ? unmatched : []), {
    inputs,
    run,
    patterns,
    source,
    calendar: { releases, today: shard.settings.day },
    paths: reserveResults(run.temp, inputs.resultFiles),
    isAutomatic: shard.settings.isAutomatic,
  });
}

async function read(paths: readonly string[], releases: readonly Release[]): Promise<Merged> {
  try {
    const { parts } = await readShards(paths);
    return mergeShards(parts, releases);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new InputsError([`The input "merge" cannot be used: ${error.message}.`]);
  }
}
