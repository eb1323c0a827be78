import type { Problem } from '../../contract/report.ts';
import type { ShardReport } from '../../contract/shard-report.ts';

/** The shards that are not there, each as a problem. */
export function missingProblems({ parts, count }: ShardReport): Problem[] {
  const known = new Set(parts);
  const all = Array.from({ length: count }, (_, i) => i + 1);
  return all
    .filter((part) => !known.has(part))
    .map((part) => ({
      path: `shard ${part}/${count}`,
      message: 'its report is missing',
    }));
}

/** Distinguishes problems. */
export function problemKey({ path, message }: Problem): string {
  return JSON.stringify([path, message]);
}
