// `npm run bench [-- --only CODEC[,CODEC…]] [--runs N]`: what the gate costs on real kernels, next
// to what people do by hand, measured in one run. It prints, and never checks.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { Codec } from '../src/codecs/codec.ts';
import { CODECS } from './codecs.ts';
import { benchKernel, bigVmlinux } from './kernels.ts';
import { type Command, type Measurement, measure } from './measure.ts';
import { megabytes, ratio, seconds, table } from './table.ts';

const CLI = 'dist/cli/index.js';
const ALL_BOOT_PATHS = 'pv-dom0,pvh-dom0,pv-domu,pvh-domu';
/** How long a check of every release on all boot paths may take, as a multiple of one target. */
const EVERY_TARGET = 1.1;
/** Memory that a vmlinux of any size may take, in bytes. */
const BIG_TARGET = 150e6;

interface Row {
  readonly name: string;
  readonly codec: Codec | null;
  readonly one: Measurement;
  readonly every: Measurement;
  readonly byHand: Measurement;
  readonly native: Measurement | null;
}

const { values } = parseArgs({
  options: { only: { type: 'string' }, runs: { type: 'string', default: '5' } },
});
const runs = Number(values.runs);
const only = values.only?.split(',');
const codecs = (Object.keys(CODECS) as Codec[]).filter((codec) => only?.includes(codec) ?? true);
const complaint = whatIsMissing();
if (complaint === null) {
  execFileSync('scripts/debian-kernels.sh', ['.cache/debian-kernels'], { stdio: 'inherit' });
  print([...codecs.map(measureCodec), ...(only ? [] : [measureBig()])]);
} else {
  console.error(`bench: ${complaint}`);
  process.exitCode = 2;
}

function whatIsMissing(): string | null {
  if (!Number.isInteger(runs) || runs < 1) return '--runs must be a number from 1 on';
  const strange = only?.find((name) => !Object.hasOwn(CODECS, name));
  if (strange !== undefined) {
    return `no codec is called '${strange}': ${Object.keys(CODECS).join(', ')}`;
  }
  if (!existsSync(CLI)) return `${CLI} is missing: run "npm run build"`;
  const tools = { readelf: 'binutils', time: 'time' };
  const needed = [
    ...Object.entries(tools),
    ...Object.values(CODECS).map(({ decompress, package: name }) => [decompress[0], name]),
  ] as [tool: string, debianPackage: string][];
  const packages = needed.filter(([tool]) => !isInstalled(tool)).map(([, name]) => name);
  return packages.length > 0
    ? `tools are missing: apt-get install ${[...new Set(packages)].join(' ')}`
    : null;
}

function isInstalled(tool: string): boolean {
  return spawnSync('which', [tool]).status === 0;
}

function measureCodec(codec: Codec): Row {
  const { image, stream } = benchKernel(codec);
  console.error(`bench: measuring ${codec}`);
  const native = { argv: CODECS[codec].decompress, input: stream };
  return { name: codec, codec, ...measure({ ...commandsFor(image), native }, runs) };
}

function measureBig(): Row {
  const path = bigVmlinux();
  console.error('bench: measuring a vmlinux of 1 GiB');
  return { name: 'vmlinux 1 GiB', codec: null, native: null, ...measure(commandsFor(path), runs) };
}

function commandsFor(path: string): Record<'one' | 'every' | 'byHand', Command> {
  const check = (xen: string, boot: string): Command => ({
    argv: [process.execPath, CLI, 'check', '--xen', xen, '--boot', boot, path],
    // No kernel boots everywhere: a gate that fails is an answer too.
    exitCodes: [0, 1],
  });
  return {
    one: check('4.20', 'pv-domu'),
    every: check('every', ALL_BOOT_PATHS),
    byHand: { argv: ['sh', 'bench/by-hand.sh', path] },
  };
}

function print(rows: readonly Row[]): void {
  const { start } = measure({ start: { argv: [process.execPath, CLI, '--version'] } }, runs);
  const cpu = `${cpus().length} × ${cpus()[0]?.model}`;
  console.log(`Node ${process.version}, ${cpu}; wall time, median of ${runs} interleaved runs.`);
  console.log('RSS is the peak of the largest process, in any run.');
  console.log(`Of each run of the gate, ${seconds(start.seconds)} go into starting it.\n`);
  console.log(besideByHand(rows));
  console.log(everyBesideOne(rows));
  console.log(targets(rows));
}

function besideByHand(rows: readonly Row[]): string {
  return table(
    'check --xen 4.20 --boot pv-domu, beside finding, decompressing and reading the notes by hand',
    [
      'kernel',
      'gate',
      'by hand',
      'ratio',
      'decompress only',
      'gate RSS',
      'by-hand RSS',
      'decompress RSS',
    ],
    rows.map(({ name, one, byHand, native }) => [
      name,
      seconds(one.seconds),
      seconds(byHand.seconds),
      ratio(one.seconds / byHand.seconds),
      native ? seconds(native.seconds) : '',
      megabytes(one.peakRss),
      megabytes(byHand.peakRss),
      native ? megabytes(native.peakRss) : '',
    ]),
  );
}

function everyBesideOne(rows: readonly Row[]): string {
  return table(
    'check --xen every on all four boot paths, beside one release on one',
    ['kernel', 'every', 'one', 'ratio', 'every RSS', 'one RSS'],
    rows.map(({ name, one, every }) => [
      name,
      seconds(every.seconds),
      seconds(one.seconds),
      ratio(every.seconds / one.seconds),
      megabytes(every.peakRss),
      megabytes(one.peakRss),
    ]),
  );
}

function targets(rows: readonly Row[]): string {
  const goal = (what: string, measured: number, limit: number, show: (value: number) => string) => [
    what,
    show(measured),
    `≤ ${show(limit)}`,
    measured <= limit ? 'reached' : 'not yet',
  ];
  return table(
    'Targets',
    ['what', 'measured', 'target', ''],
    rows.flatMap(({ name, codec, one, every, byHand }) => [
      codec === null
        ? goal(`${name}, peak RSS`, every.peakRss, BIG_TARGET, megabytes)
        : goal(`${name}, of by hand`, one.seconds / byHand.seconds, CODECS[codec].target, ratio),
      goal(`${name}, every of one`, every.seconds / one.seconds, EVERY_TARGET, ratio),
    ]),
  );
}
