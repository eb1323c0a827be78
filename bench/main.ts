// `npm run bench`: what the gate costs on real kernels, beside what people do by hand, measured in one
// run. It prints, and never checks.
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { fill } from '../scripts/fill.js';
import { thisMachine } from './machine.ts';
import type { Measurements, Row, Skipped } from './measurements.ts';
import { HELP, type Options, readOptions } from './options.ts';
import { PARTS, type PartId } from './parts.ts';
import { plot } from './plot.ts';
import { headline, report } from './report.ts';
import { big } from './run/big.ts';
import { codecs } from './run/codecs.ts';
import { many } from './run/many.ts';
import { releases } from './run/releases.ts';
import { CLI, type Run } from './run/run.ts';
import { start } from './run/start.ts';
import { xen } from './run/xen.ts';
import { missing } from './tools.ts';

const RUNNERS: Readonly<Record<PartId, (run: Run) => void | Promise<void>>> = {
  codecs,
  start,
  releases,
  many,
  big,
  xen,
};

try {
  const options = readOptions(process.argv.slice(2));
  if (options === null) {
    process.stdout.write(HELP);
  } else {
    const measurements = await measureAll(options);
    if (options.write) write(measurements);
    else process.stdout.write(report(measurements));
  }
} catch (error) {
  console.error(`bench: ${(error as Error).message}`);
  process.exitCode = 2;
}

async function measureAll({ parts, codecs, counts, runs }: Options): Promise<Measurements> {
  const required = [
    existsSync(CLI) ? null : `${CLI} is missing: run "npm run build"`,
    missing('time', 'time'),
    // Debian's kernel is in zstd: all others are made from it.
    missing('zstd', 'zstd'),
  ].find((complaint) => complaint !== null);
  if (required) throw new Error(required);
  const machine = thisMachine();
  execFileSync('scripts/debian-kernels.sh', ['.cache/debian-kernels'], { stdio: 'inherit' });
  const rows: Row[] = [];
  const skipped = new Map<string, Skipped>();
  const run: Run = {
    runs,
    codecs,
    counts,
    add: (row) => rows.push(row),
    skip: (what, why) => skipped.set(what, { what, why }),
  };
  for (const id of parts) {
    console.error(`bench: ${PARTS[id].title}`);
    await RUNNERS[id](run);
  }
  const date = new Date().toISOString().slice(0, 10);
  return { date, machine, runs, rows, skipped: [...skipped.values()] };
}

function write(measurements: Measurements): void {
  writeFileSync('docs/benchmarks.md', report(measurements));
  writeFileSync('docs/images/benchmarks.svg', plot(measurements));
  const line = headline(measurements) ?? '';
  fill('README.md', 'npm run bench', { benchmark: `${line} [More numbers](docs/benchmarks.md)` });
}
