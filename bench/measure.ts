import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measurement, Spread } from './measurements.ts';

/** A command line to measure; its output is thrown away. */
export interface Command {
  readonly argv: readonly string[];
  /** A file for its standard input. */
  readonly input?: string;
  /** Where it runs, if not here. */
  readonly cwd?: string;
  /** Variables beside those of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Exit codes that do not mean that it failed; `[0]` if absent. */
  readonly exitCodes?: readonly number[];
  /** Called before each run; its time does not count. */
  readonly before?: () => void;
}

/** One run. */
export interface Run {
  /** Wall time of the whole process, with its children, in seconds. */
  readonly seconds: number;
  /** Largest resident set of any one process among them, in bytes. */
  readonly peakRss: number;
}

/**
 * Runs every command `runs` times in turns, so that other load on the machine affects all of them
 * alike. A first turn warms the page cache and does not count.
 *
 * @throws {Error} when a command exits as it should not.
 */
export function measure(
  commands: Readonly<Record<string, Command>>,
  runs: number,
): Record<string, Measurement> {
  const turn = () =>
    Object.entries(commands).map(([name, command]) => ({ name, ...measureOnce(command) }));
  turn();
  const results = Array.from({ length: runs }, turn).flat();
  const summary = Object.keys(commands).map((name) => [
    name,
    summarize(results.filter((result) => result.name === name)),
  ]);
  return Object.fromEntries(summary);
}

/** What several runs of one command come to. */
export function summarize(runs: readonly Run[]): Measurement {
  return {
    seconds: spreadOf(runs.map(({ seconds }) => seconds)),
    peakRss: Math.max(...runs.map(({ peakRss }) => peakRss)),
  };
}

/** @param times of several runs, in seconds */
export function spreadOf(times: readonly number[]): Spread {
  return { least: Math.min(...times), median: median(times), most: Math.max(...times) };
}

/**
 * Runs a command once.
 *
 * @throws {Error} when it exits as it should not.
 */
export function measureOnce({ argv, input, cwd, env, before, exitCodes = [0] }: Command): Run {
  before?.();
  const directory = mkdtempSync(join(tmpdir(), 'bench-'));
  const rssFile = join(directory, 'rss');
  const stdin = openSync(input ?? '/dev/null', 'r');
  try {
    const start = performance.now();
    const { status, stderr } = spawnSync(
      '/usr/bin/time',
      ['--quiet', '--format=%M', `--output=${rssFile}`, ...argv],
      { stdio: [stdin, 'ignore', 'pipe'], encoding: 'utf8', cwd, env: { ...process.env, ...env } },
    );
    const seconds = (performance.now() - start) / 1000;
    if (!exitCodes.includes(status ?? -1)) {
      throw new Error(`exit code ${status}: ${argv.join(' ')}\n${stderr}`);
    }
    return { seconds, peakRss: Number(readFileSync(rssFile, 'utf8')) * 1024 };
  } finally {
    closeSync(stdin);
    rmSync(directory, { recursive: true });
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? at(middle) : (at(middle - 1) + at(middle)) / 2;
}
