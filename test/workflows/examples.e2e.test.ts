import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { createRunner } from '../support/runner.ts';
import { XZ, ZSTD } from '../support/step-results.ts';
import { tempFiles } from '../support/temp-files.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const EXAMPLES = `${PROJECT}examples/`;

interface ExampleStep {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
}

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps?: readonly ExampleStep[] }>>;
}

/** What every step of an example that is ours is given. */
const steps = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yml'))
  .flatMap((name) => {
    const workflow: Workflow = parse(readFileSync(EXAMPLES + name, 'utf8'));
    return Object.values(workflow.jobs ?? {})
      .flatMap((job) => job.steps ?? [])
      .filter(({ uses }) => uses?.includes('/xen-boot-gate@'))
      .map((step) => [name, step.with ?? {}] as const);
  });

const runner = createRunner();
afterAll(() => runner.dispose());

test('there are examples', () => {
  expect(steps.length).toBeGreaterThanOrEqual(5);
});

test.each(steps)(
  '%s passes a kernel that boots, where its build would leave it',
  async (_, given) => {
    const patterns = (given.kernels ?? 'build/kernel').trim().split('\n');
    const files = Object.fromEntries(
      patterns.map((pattern) => [pattern.trim().replaceAll('*', 'x'), XZ]),
    );
    const step = await runner.runHere({ files, with: given });
    expect(step.outputs).toMatchObject({ verdict: 'passed', passed: 'true' });
    expect(step.exitCode).toBe(0);
    expect(JSON.parse(step.reportJson ?? 'null').kernels).toHaveLength(patterns.length);
  },
);

/** The kernel does not boot where the policy asks for it. */
test('the example of a policy passes with the baseline that its guide describes', async () => {
  const guide = readFileSync(`${PROJECT}docs/policy.md`, 'utf8');
  const [, command = ''] = /^node dist\/cli\/index\.js (.*report\.json.*)$/m.exec(guide) ?? [];
  const base = tempFiles({
    'build/amd64/vmlinuz-1': ZSTD,
    'build/cloud/vmlinuz-1': ZSTD,
    'baseline/.keep': '',
  });
  execFileSync(process.execPath, [`${PROJECT}dist/cli/index.js`, ...command.split(' ')], {
    cwd: base,
  });
  const files = {
    '.github/xen-boot-gate.yml': readFileSync(`${EXAMPLES}xen-boot-gate.yml`),
    'build/amd64/vmlinuz-2': ZSTD,
    'build/cloud/vmlinuz-2': ZSTD,
  };
  const report = readFileSync(`${base}/baseline/report.json`);
  const step = await runner.run({ files: { ...files, 'baseline/report.json': report } });
  expect(JSON.parse(step.reportJson ?? 'null')).toMatchObject({
    gate: { passed: true, failed: 0 },
    kernels: [{ name: 'amd64' }, { name: 'cloud' }],
    problems: [],
  });
  expect(step.reportJson).toContain('"known": true');
  expect(step.exitCode).toBe(0);
});
