// `npm run bench:many [-- --kernels N]`: the memory that a run over many kernels takes, for each
// format of the report and for the Action with all of its outputs. It prints, and never checks.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { megabytes, seconds } from './format.ts';
import { alikeKernel, differingKernel } from './many-kernels.ts';
import { type Command, measureOnce } from './measure.ts';
import { table } from './table.ts';

const CLI = 'dist/cli/index.js';
const ACTION = resolve('dist/action/index.js');
const FORMATS = ['text', 'json', 'markdown', 'sarif', 'html'] as const;
/** Memory that a run over ten thousand kernels may take, in bytes. */
const TARGET = 500e6;

const SETS = { alike: alikeKernel, differing: differingKernel } as const;

const { values } = parseArgs({ options: { kernels: { type: 'string', default: '10000' } } });
const count = Number(values.kernels);
if (!Number.isInteger(count) || count < 1) {
  fail('--kernels must be a number from 1 on');
} else if (!existsSync(CLI)) {
  fail(`${CLI} is missing: run "npm run build"`);
} else {
  const directory = mkdtempSync(join(tmpdir(), 'bench-many-'));
  try {
    print(Object.entries(SETS).flatMap(([name, make]) => measureSet(directory, name, make)));
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function fail(complaint: string): void {
  console.error(`bench: ${complaint}`);
  process.exitCode = 2;
}

function measureSet(
  directory: string,
  name: string,
  make: (index: number) => Uint8Array,
): readonly string[][] {
  console.error(`bench: making ${count} ${name} kernels`);
  const kernels = join(directory, name);
  mkdirSync(kernels);
  for (let i = 0; i < count; i++) writeFileSync(join(kernels, `vmlinux-${i}`), make(i));
  const commands = {
    ...Object.fromEntries(FORMATS.map((format) => [format, checkAs(format, kernels)])),
    'the Action': actionOn(kernels, directory),
  };
  return Object.entries(commands).map(([output, command]) => {
    console.error(`bench: measuring ${name} kernels, ${output}`);
    const { seconds: time, peakRss } = measureOnce(command);
    const reached = peakRss <= TARGET ? 'reached' : 'not yet';
    return [`${name}, ${output}`, seconds(time), megabytes(peakRss), reached];
  });
}

function checkAs(format: string, kernels: string): Command {
  const argv = ['check', '--xen', 'every', '--fail-on', 'never', '--format', format, kernels];
  return { argv: [process.execPath, CLI, ...argv] };
}

/** A step of a job, without an event and a token, so that it asks no server. */
function actionOn(workspace: string, directory: string): Command {
  const temporary = mkdtempSync(join(directory, 'runner-'));
  const files = ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY'].map((name) => {
    const path = join(temporary, name);
    writeFileSync(path, '');
    return [name, path] as const;
  });
  const env = {
    ...Object.fromEntries(files),
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: temporary,
    INPUT_XEN: 'every',
    'INPUT_FAIL-ON': 'never',
  };
  return { argv: [process.execPath, ACTION], cwd: workspace, env };
}

function print(rows: readonly string[][]): void {
  console.log(`Node ${process.version}; ${count} kernels on every release, one run of each.\n`);
  console.log(table(['kernels, output', 'time', 'peak RSS', `≤ ${megabytes(TARGET)}`], rows));
}
