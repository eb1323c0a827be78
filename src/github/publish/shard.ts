import * as core from '@actions/core';
import type { Report } from '../../contract/report.ts';
import { logReport, outputReport, type PublishContext, writeReport } from './publish.ts';

/**
 * Hands the result of a shard to the step that merges: that one decides, annotates and posts, once for
 * all shards. This one does not fail.
 */
export function publishShard(
  report: Report,
  context: Pick<PublishContext, 'run' | 'paths' | 'calendar'>,
): void {
  logReport(report, context.run);
  writeReport(report, context);
  outputReport(report, context.paths, '');
  core.info('This is one shard. The step with the input "merge" decides.');
}
