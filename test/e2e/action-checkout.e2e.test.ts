import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { createRunner, type Step, type StepResult } from '../support/runner.ts';
import { annotationsOf, ZSTD } from '../support/step-results.ts';

const runner = createRunner();
afterAll(() => runner.dispose());

/** A repository that `actions/checkout` put to `path: src`. */
const GIT = '[remote "origin"]\n\turl = https://github.com/me/linux\n';
const KERNEL = { 'src/build/vmlinuz': ZSTD };
const CONFIG = { 'src/configs/xen.config': 'CONFIG_KERNEL_ZSTD=y\n' };
const STEP = { kernels: 'src/build/*', xen: '4.14', boot: 'pv-domu' };
const ENV = {
  GITHUB_REPOSITORY: 'me/linux',
  GITHUB_WORKFLOW_REF: 'me/linux/.github/workflows/ci.yml@refs/heads/main',
};

const fileOf = (step: StepResult) => annotationsOf(step)[0]?.properties.file;

test('a line of a checkout in the workspace is reported as GitHub knows its file', async () => {
  const step = await runner.run({
    files: { ...KERNEL, ...CONFIG, 'src/.git/config': GIT },
    env: ENV,
    with: { ...STEP, 'sarif-file': 'gate.sarif' },
  });
  expect(fileOf(step)).toBe('configs/xen.config');
  const log = JSON.parse(readFileSync(step.outputs.sarif ?? '', 'utf8'));
  const [{ physicalLocation }] = log.runs[0].results[0].locations;
  expect(physicalLocation.artifactLocation.uri).toBe('configs/xen.config');
});

test('the workflow is looked for in the checkout', async () => {
  const workflow = `steps:\n  - with:\n      kernels: ${STEP.kernels}\n`;
  const step = await runner.runHere({
    files: { ...KERNEL, 'src/.git/config': GIT, 'src/.github/workflows/ci.yml': workflow },
    env: ENV,
    with: STEP,
  });
  expect(annotationsOf(step)[0]?.properties).toMatchObject({
    file: '.github/workflows/ci.yml',
    line: '3',
  });
});

test('a mistake in a policy of the checkout stands in it', async () => {
  const step = await runner.runHere({
    files: { ...KERNEL, 'src/.git/config': GIT, 'src/gate.yml': 'kernel: x\n' },
    env: ENV,
    with: { ...STEP, policy: 'src/gate.yml' },
  });
  expect(fileOf(step)).toBe('gate.yml');
});

describe('a policy of the checkout', () => {
  const UNREAD = 'src/.github/xen-boot-gate.yml';
  const files = {
    ...KERNEL,
    'src/.git/config': GIT,
    [UNREAD]: 'targets: { ignored: { xen: all } }\n',
  };
  const policyNotices = (step: StepResult) =>
    annotationsOf(step).filter(
      ({ name, properties }) => name === 'notice' && properties.title === 'policy',
    );

  test('is not read if no input names it, and a notice says how to name it', async () => {
    const step = await runner.runHere({ files, env: ENV, with: STEP });
    expect(step.outputs).toMatchObject({ verdict: 'failed' });
    const reported = policyNotices(step);
    expect(reported).toMatchObject([{ properties: { file: '.github/xen-boot-gate.yml' } }]);
    expect(reported[0]?.data).toBe(
      `The policy ${UNREAD} is not read: without the input "policy", the Action looks only in .github of the workspace. ` +
        `To use it, give the step \`policy: ${UNREAD}\`; the paths in it are relative to the workspace.`,
    );
  });

  test('is reported, too, where it alone knows the kernels', async () => {
    const step = await runner.runHere({
      files: { 'src/.git/config': GIT, [UNREAD]: 'kernels: out/vmlinuz\n' },
      env: ENV,
    });
    expect(step.exitCode).toBe(1);
    expect(policyNotices(step)).toHaveLength(1);
  });

  test.each<[string, Step]>([
    ['is named', { with: { ...STEP, policy: UNREAD } }],
    ['has another beside it that is read', { files: { '.github/xen-boot-gate.yaml': '{}\n' } }],
    ['is of another repository', { files: { 'src/.git/config': GIT.replace('me', 'you') } }],
  ])('is not reported where it %s', async (_, { with: given = STEP, files: others = {} }) => {
    const step = await runner.runHere({ files: { ...files, ...others }, env: ENV, with: given });
    expect(policyNotices(step)).toEqual([]);
  });
});

test('a line of another repository has its path in the workspace', async () => {
  const step = await runner.runHere({
    files: { ...KERNEL, ...CONFIG, 'ci/.git/config': GIT },
    env: ENV,
    with: STEP,
  });
  expect(fileOf(step)).toBe('src/configs/xen.config');
});
