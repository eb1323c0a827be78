import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Command, measure, measureOnce, summarize } from '../measure.ts';
import type { Measurement } from '../measurements.ts';
import { COLD, ONE_CORE, TWO_CORES, WARM } from '../parts.ts';
import { slimKernels } from '../slim-kernels.ts';
import { CLI, check, type Run } from './run.ts';

/** So many kernels take a minute: they are checked once. */
const ONCE_FROM = 1000;

export function many({ counts, runs, add, skip }: Run): void {
  const directory = mkdtempSync(join(tmpdir(), 'bench-kernels-'));
  try {
    for (const count of counts) {
      const kernels = join(directory, `${count}`);
      mkdirSync(kernels);
      slimKernels(kernels, count);
      const commands = commandsFor(kernels, join(directory, 'cache'), skip);
      const measured = count < ONCE_FROM ? measure(commands, Math.min(runs, 3)) : once(commands);
      for (const [way, one] of Object.entries(measured)) {
        add({ part: 'many', name: count.toLocaleString('en-US'), way, ...one });
      }
      rmSync(kernels, { recursive: true });
    }
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function commandsFor(kernels: string, cache: string, skip: Run['skip']): Record<string, Command> {
  const checkAll = (...options: readonly string[]) =>
    check('--xen', '4.20', '--boot', 'pv-domu', ...options, kernels);
  const withCache = hasCache();
  if (!withCache) skip(`${COLD}, ${WARM}`, 'check has no option --cache');
  return {
    [ONE_CORE]: checkAll('--jobs', '1'),
    [TWO_CORES]: checkAll('--jobs', '2'),
    ...(withCache
      ? {
          [COLD]: {
            ...checkAll('--cache', cache),
            before: () => rmSync(cache, { recursive: true, force: true }),
          },
          // Right after the cold one, which filled it.
          [WARM]: checkAll('--cache', cache),
        }
      : {}),
  };
}

function hasCache(): boolean {
  return execFileSync(process.execPath, [CLI, 'check', '--help'], { encoding: 'utf8' }).includes(
    '--cache',
  );
}

function once(commands: Readonly<Record<string, Command>>): Record<string, Measurement> {
  return Object.fromEntries(
    Object.entries(commands).map(([way, command]) => [way, summarize([measureOnce(command)])]),
  );
}
