import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { createRunner } from '../support/runner.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));
const KERNEL = readFileSync(new URL('../kernels/vmlinuz-6.1.0-50-amd64.img', import.meta.url));

interface ExampleStep {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
}

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly ExampleStep[] }>>;
}

/** What every step of an example that is ours is given. */
const steps = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yml'))
  .flatMap((name) => {
    const workflow: Workflow = parse(readFileSync(EXAMPLES + name, 'utf8'));
    return Object.values(workflow.jobs ?? {})
      .flatMap((job) => job.steps)
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
      patterns.map((pattern) => [pattern.trim().replaceAll('*', 'x'), KERNEL]),
    );
    const step = await runner.run({ files, with: given });
    expect(step.outputs).toMatchObject({ verdict: 'passed', passed: 'true' });
    expect(step.exitCode).toBe(0);
    expect(JSON.parse(step.reportJson ?? 'null').kernels).toHaveLength(patterns.length);
  },
);
