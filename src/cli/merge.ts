import { readShards } from '../gate/merge/find-reports.ts';
import { mergeShards } from '../gate/merge/merge.ts';
import { UsageError } from '../text/usage-error.ts';
import type { Args } from './args.ts';
import { emitAll, exitCodeOf, parseOutputs, requireOthers } from './formats.ts';
import { requireKernels } from './inputs.ts';
import { EXIT_USAGE, type Io } from './io.ts';
import { locator } from './locator.ts';

/** `merge REPORT…`: one report and one decision from those of all shards. */
export async function merge(args: Args, io: Io): Promise<number> {
  const outputs = parseOutputs(args);
  const { positionals } = args;
  if (positionals.length === 0) {
    throw new UsageError('no REPORT given: name the JSON reports of all shards');
  }
  const { files, parts } = await readShards(positionals);
  requireOthers(outputs, files);
  const { releases } = io.calendar;
  const merged = mergeShards(parts, releases);
  if (merged.isWhole) requireKernels(merged, io);
  const report = merged.report(merged.unmatched);
  const { settings, sources } = merged.shard;
  const calendar = { releases, today: settings.day };
  const isWritten = emitAll(report, outputs, io, locator(report, sources, io), calendar);
  return isWritten ? exitCodeOf(report) : EXIT_USAGE;
}
