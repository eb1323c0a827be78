import type { Report } from '../contract/report.ts';
import type { ShardSources } from '../contract/shard-report.ts';
import { causesOf } from '../report/causes.ts';
import type { Locate } from '../report/source-region.ts';
import { findSourceLines } from '../source-lines/source-lines.ts';
import type { Io } from './io.ts';

/** Finds the lines of the sources that causes come from, where an output asks for them. */
export function locator(
  report: Report,
  sources: ShardSources,
  { workspace }: Pick<Io, 'workspace'>,
): () => Locate {
  return () => findSourceLines(causesOf(report), { workspace, workflow: null, ...sources });
}
