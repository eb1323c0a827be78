import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { INPUT_NAMES } from '../../src/github/step/inputs.ts';
import { createRunner } from '../support/runner.ts';
import { LZ4, XZ, ZSTD } from '../support/step-results.ts';
import { tempFiles } from '../support/temp-files.ts';

const WORKFLOW = parse(
  readFileSync(fileURLToPath(new URL('../../.github/workflows/gate.yml', import.meta.url)), 'utf8'),
);

interface WorkflowStep {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string>>;
}

const INPUTS: Readonly<Record<string, { readonly default?: unknown }>> =
  WORKFLOW.on.workflow_call.inputs;

function stepOf(job: string, isMeant: (step: WorkflowStep) => boolean): WorkflowStep {
  const steps: readonly WorkflowStep[] = WORKFLOW.jobs[job].steps;
  const found = steps.find(isMeant);
  if (found === undefined) throw new Error(`${job} has no such step`);
  return found;
}

const gateOf = (job: string) => stepOf(job, ({ id }) => id === 'gate').with ?? {};

type Context = Readonly<Record<string, unknown>>;

/** `${{ inputs.xen }}` and its like, as GitHub replaces them. */
function evaluate(text: string, context: Context): string {
  return text.replace(/\$\{\{ *([\w.-]+) *\}\}/g, (whole, name) => {
    if (!(name in context)) throw new Error(`${whole} is not known`);
    return String(context[name]);
  });
}

/** The inputs of a step, without those that the caller left empty. */
function given(inputs: Readonly<Record<string, string>>, context: Context) {
  const all = Object.entries(inputs).map(([name, text]) => [name, evaluate(text, context)]);
  return Object.fromEntries(all.filter(([, value]) => value !== ''));
}

function callWith(inputs: Context): Context {
  const defaults = Object.entries(INPUTS).map(([name, input]) => [name, input.default]);
  const all = { ...Object.fromEntries(defaults), ...inputs };
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [`inputs.${name}`, value]));
}

const runner = createRunner();
afterAll(() => runner.dispose());

/** The jobs of a call, in the order in which GitHub runs them. */
async function call(kernels: Readonly<Record<string, Uint8Array>>, inputs: Context) {
  const context = callWith(inputs);
  const temp = tempFiles({});
  const shards = planOf(inputs.shards).list;
  for (const shard of shards) {
    const own = { ...context, 'matrix.shard': shard };
    const path = stepOf('shard', ({ uses }) => uses?.includes('download') === true).with?.path;
    const files = Object.entries(kernels).map(([name, bytes]) => [`${path}/built/${name}`, bytes]);
    const step = await runner.runHere({
      files: Object.fromEntries(files),
      with: given(gateOf('shard'), own),
    });
    expect(step.exitCode).toBe(0);
    const upload = stepOf('shard', ({ uses }) => uses?.includes('upload') === true).with ?? {};
    const download = stepOf('merge', ({ uses }) => uses?.includes('download') === true).with ?? {};
    const name = evaluate(upload.name ?? '', own);
    const pattern = evaluate(download.pattern ?? '', context);
    expect(name.startsWith(pattern.replace('*', ''))).toBe(true);
    const report = step.outputs['report-json'] ?? '';
    const directory = evaluate(download.path ?? '', { 'runner.temp': temp });
    const file = join(directory, name, 'report.json');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, readFileSync(report));
  }
  const merged = { ...context, 'runner.temp': temp };
  return runner.runHere({ with: given(gateOf('merge'), merged), env: { RUNNER_TEMP: temp } });
}

/** What the script of the first job makes of the input `shards`. */
function planOf(shards: unknown) {
  const output = join(tempFiles({ output: '' }), 'output');
  const { run = '' } = stepOf('plan', ({ id }) => id === 'list');
  const env = { PATH: process.env.PATH, SHARDS: String(shards), GITHUB_OUTPUT: output };
  const { status, stdout } = spawnSync('bash', ['-e', '-c', run], { env, encoding: 'utf8' });
  const [, list = '[]'] = /^shards=(.*)$/m.exec(readFileSync(output, 'utf8')) ?? [];
  return { status, stdout, list: JSON.parse(list) as number[] };
}

describe('the reusable workflow', () => {
  test('hands every input to the Action, and has every input that a caller may want', () => {
    const steps = { ...gateOf('shard'), ...gateOf('merge') };
    const ofTheWorkflow = ['artifact', 'shards', 'name'];
    for (const name of Object.keys(INPUTS).filter((one) => !ofTheWorkflow.includes(one))) {
      expect([name, steps[name]]).toEqual([name, `\${{ inputs.${name} }}`]);
    }
    const ofTheJobs = ['files-from', 'shard', 'merge', 'github-token', 'matrix-leg', 'jobs'];
    const ofTheMachine = ['json-file', 'sarif-file', 'html-file', 'cache-dir'];
    const left = INPUT_NAMES.filter((name) => !(name in INPUTS));
    for (const name of left) expect([...ofTheJobs, ...ofTheMachine]).toContain(name);
  });

  test.each([
    [1, [1]],
    [4, [1, 2, 3, 4]],
    [256, Array.from({ length: 256 }, (_, i) => i + 1)],
  ])('makes a matrix of %s', (shards, list) => {
    expect(planOf(shards)).toMatchObject({ status: 0, list });
  });

  test.each([0, 257, 1.5, -1, 1e21, '$(true)', ''])('makes no matrix of %s', (shards) => {
    const { status, stdout, list } = planOf(shards);
    expect(status).toBe(1);
    expect(stdout).toContain('::error::The input "shards" cannot be');
    expect(list).toEqual([]);
  });

  test('checks kernels in its shards and publishes one result', async () => {
    const kernels = { a: XZ, b: ZSTD, 'deep/c': LZ4, d: XZ };
    const inputs = { artifact: 'built', shards: 3, xen: '4.14', boot: 'pv-domu' };
    const failed = await call(kernels, inputs);
    expect(failed.outputs).toMatchObject({ verdict: 'failed', passed: 'false' });
    expect(failed.exitCode).toBe(1);
    const report = JSON.parse(failed.reportJson ?? 'null');
    expect(report.kernels.map(({ path }: { path: string }) => path)).toEqual([
      'kernels/built/a',
      'kernels/built/b',
      'kernels/built/d',
      'kernels/built/deep/c',
    ]);
    expect(report).not.toHaveProperty('shard');
    const passed = await call(kernels, { ...inputs, 'fail-on': 'never' });
    expect(passed.outputs).toMatchObject({ verdict: 'passed', passed: 'true' });
  });

  test('asks for no more than its callers must grant', () => {
    const permissions = Object.entries<{ permissions?: unknown }>(WORKFLOW.jobs).map(
      ([name, job]) => [name, job.permissions],
    );
    expect(permissions).toEqual([
      ['plan', {}],
      ['shard', { contents: 'read' }],
      ['merge', undefined],
    ]);
    expect(WORKFLOW).not.toHaveProperty('permissions');
  });
});
