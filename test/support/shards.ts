import { join } from 'node:path';
import { type CliOptions, type CliResult, runCli } from './cli.ts';
import { tempFiles } from './temp-files.ts';

/** Checks in so many shards; the paths of their JSON reports. */
export async function checkInShards(
  argv: readonly string[],
  count: number,
  options: CliOptions = {},
): Promise<string[]> {
  const root = tempFiles({});
  const reports = Array.from({ length: count }, (_, i) => join(root, `shard-${i + 1}.json`));
  for (const [i, output] of reports.entries()) {
    const shard = ['--shard', `${i + 1}/${count}`, '--format', `json=${output}`, '--quiet'];
    const { code, stderr } = await runCli(['check', ...argv, ...shard], options);
    if (code !== 0) throw new Error(`shard ${i + 1}/${count}: ${code}: ${stderr}`);
  }
  return reports;
}

/** Standard error without what the search says of files, which each shard says of its own. */
export function complaints({ stderr }: CliResult): string[] {
  return stderr.split('\n').filter((line) => !/: (found|not checked:) /.test(line));
}
