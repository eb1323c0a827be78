import { expect, test } from 'vitest';
import { readRun } from '../../../src/github/step/run.ts';
import { parseBootList } from '../../../src/programs/boot-list.ts';
import { HEAD_SHA } from '../../support/events.ts';

const INPUTS = {
  kernels: ['build/vmlinuz'],
  xen: ['supported'],
  boot: 'auto',
  xenBinary: null,
  filesFrom: null,
  exclude: null,
  matrixLeg: 'null',
} as const;

const ENV = {
  GITHUB_WORKSPACE: '/work',
  RUNNER_TEMP: '/temp',
  GITHUB_WORKFLOW_REF: 'me/linux/.github/workflows/ci.yml@refs/heads/main',
  GITHUB_WORKFLOW: 'CI',
  GITHUB_JOB: 'build',
  GITHUB_ACTION: 'gate',
  GITHUB_REPOSITORY: 'me/linux',
  GITHUB_RUN_ID: '12',
  GITHUB_SHA: HEAD_SHA,
  GITHUB_SERVER_URL: 'https://github.example',
  GITHUB_ACTION_REPOSITORY: 'someone/xen-boot-gate',
  GITHUB_ACTION_REF: 'v1',
};

test('what the runner provides', () => {
  expect(readRun(ENV, INPUTS)).toEqual({
    workspace: '/work',
    checkout: '',
    temp: '/temp',
    workflow: '.github/workflows/ci.yml',
    category: expect.stringMatching(/^xen-boot-gate\/CI\/build\/gate\/[0-9a-f]{8}$/),
    key: expect.stringMatching(/^[0-9a-f]{16}$/),
    origin: expect.objectContaining({ headSha: HEAD_SHA, names: ['CI', 'build', 'gate'] }),
    pages: 'https://github.example/someone/xen-boot-gate/blob/v1/docs/rules',
  });
});

test('what it does not provide is not made up', () => {
  const run = readRun({ GITHUB_ACTION_REPOSITORY: '' }, INPUTS);
  expect(run).toMatchObject({ workspace: process.cwd(), workflow: null, origin: null });
  expect(run.category).toMatch(/^xen-boot-gate\/[0-9a-f]{8}$/);
  expect(run).not.toHaveProperty('pages');
  expect(run.temp).not.toBe('');
});

test('a gate that asks something else has another category and key, and the next run has the same', () => {
  const runs = [
    readRun(ENV, INPUTS),
    readRun(ENV, { ...INPUTS, kernels: ['other'] }),
    readRun(ENV, { ...INPUTS, boot: parseBootList(['pv-dom0']) }),
    readRun(ENV, { ...INPUTS, xenBinary: ['xen.gz'] }),
    readRun(ENV, { ...INPUTS, filesFrom: 'list' }),
    readRun(ENV, { ...INPUTS, exclude: ['list'] }),
    readRun(ENV, { ...INPUTS, matrixLeg: '{"cc":"gcc"}' }),
    readRun(ENV, { ...INPUTS, matrixLeg: '{"cc":"clang"}' }),
    readRun({ ...ENV, GITHUB_JOB: 'other' }, INPUTS),
    readRun({ ...ENV, GITHUB_ACTION: 'other' }, INPUTS),
  ];
  expect(new Set(runs.map(({ category }) => category)).size).toBe(10);
  expect(new Set(runs.map(({ key }) => key)).size).toBe(10);
  const { category, key } = readRun({ ...ENV, RUNNER_TEMP: '/other' }, INPUTS);
  expect([category, key]).toEqual([runs[0]?.category, runs[0]?.key]);
});

test.each(['null', '{}', ''])('a job without a matrix is what it was: %j', (matrixLeg) => {
  expect(readRun(ENV, { ...INPUTS, matrixLeg })).toEqual(readRun(ENV, INPUTS));
});

test.each([
  ['{"cc":"gcc","config":"defconfig"}', 'gcc, defconfig'],
  ['{"arch":64,"debug":true,"of":{"name":"x"},"and":null}', '64, true, {"name":"x"}, null'],
  ['{"kernels":"a\\nb\\n"}', 'a b'],
  ['what a user wrote', 'what a user wrote'],
  ['7', '7'],
  [JSON.stringify({ cc: 'x'.repeat(1000) }), `${'x'.repeat(99)}…`],
])('a leg stands behind its job as GitHub puts it: %s', (matrixLeg, name) => {
  const { origin } = readRun(ENV, { ...INPUTS, matrixLeg });
  expect(origin?.names).toEqual(['CI', `build (${name})`, 'gate']);
});
