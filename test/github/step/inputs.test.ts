import { expect, test } from 'vitest';
import { DEFAULT_MAX_DICTIONARY } from '../../../src/codecs/codec.ts';
import {
  INPUT_NAMES,
  type Inputs,
  readInputs,
  unknownInputs,
} from '../../../src/github/step/inputs.ts';
import { CALENDAR } from '../../support/builds.ts';

function readAll(inputs: Record<string, string>) {
  return readInputs((name) => inputs[name] ?? '', CALENDAR);
}

function read(inputs: Record<string, string>): Inputs {
  const { inputs: checked, mistakes } = readAll(inputs);
  expect(mistakes).toEqual([]);
  return checked;
}

test('what is left out has a default, or is left to the policy', () => {
  expect(read({ kernels: 'vmlinuz' })).toEqual({
    kernels: ['vmlinuz'],
    filesFrom: null,
    exclude: null,
    xen: null,
    xenBinary: null,
    builds: null,
    boot: null,
    dom0Memory: null,
    guestMemory: null,
    failOn: null,
    policy: null,
    policyFrom: 'workspace',
    warnBeforeExpiry: null,
    ifNoKernels: 'error',
    jobs: null,
    maxDictionary: DEFAULT_MAX_DICTIONARY,
    maxTime: 60 * 60 * 1000,
    shard: null,
    merge: [],
    resultFiles: { json: null, sarif: null, html: null },
    annotations: true,
    summary: true,
    comment: 'never',
    checkRun: false,
    githubToken: '',
    matrixLeg: '',
  });
});

test('everything given is taken', () => {
  expect(
    read({
      kernels: 'vmlinuz',
      xen: '4.20.1, 4.14.6',
      'xen-binary': 'xen.gz, libxenguest.so.4.17\nxen.efi',
      boot: 'pvh-domu,pv-dom0',
      'dom0-memory': '512MiB',
      'guest-memory': '1GiB',
      'fail-on': 'warns',
      'if-no-kernels': 'ignore',
      policy: 'gate.yml',
      'policy-from': 'base',
      'warn-before-expiry': '30',
      jobs: '3',
      'max-dictionary': '1GiB',
      'max-time': '90s',
      shard: '2/8',
      'sarif-file': ' gate.sarif ',
      'html-file': 'page.html',
      annotations: 'false',
      summary: 'false',
      comment: 'on-failure',
      'check-run': 'true',
      'github-token': 'a-token',
      'matrix-leg': '{ "cc": "gcc" }',
    }),
  ).toEqual({
    kernels: ['vmlinuz'],
    filesFrom: null,
    exclude: null,
    xen: ['4.20.1', '4.14.6'],
    xenBinary: ['xen.gz', 'libxenguest.so.4.17', 'xen.efi'],
    builds: ['4.14.6', '4.20.1'].map((id) => expect.objectContaining({ id })),
    boot: [{ boot: 'pv-dom0' }, { boot: 'pvh-domu' }],
    dom0Memory: 2 ** 29,
    guestMemory: 2 ** 30,
    failOn: 'warns',
    policy: 'gate.yml',
    policyFrom: 'base',
    warnBeforeExpiry: 30,
    ifNoKernels: 'ignore',
    jobs: 3,
    maxDictionary: 2 ** 30,
    maxTime: 90_000,
    shard: { index: 2, count: 8 },
    merge: [],
    resultFiles: { json: null, sarif: 'gate.sarif', html: 'page.html' },
    annotations: false,
    summary: false,
    comment: 'on-failure',
    checkRun: true,
    githubToken: 'a-token',
    matrixLeg: '{ "cc": "gcc" }',
  });
});

test.each([
  ['a\nb', ['a', 'b']],
  ['a\r\n  b  \n\n', ['a', 'b']],
  ['a, b,', ['a', 'b']],
  ['out/{a,b}/vmlinuz-*, c', ['out/{a,b}/vmlinuz-*', 'c']],
  ['out/{a,{b,c}},d', ['out/{a,{b,c}}', 'd']],
  ['open{a\nb,c', ['open{a', 'b', 'c']],
  ['close}a,b', ['close}a', 'b']],
  ['with space/vmlinuz', ['with space/vmlinuz']],
  ['./!x,./#y,a#b!c', ['./!x', './#y', 'a#b!c']],
])('kernels are one a line or separated by commas: %j', (text, expected) => {
  expect(read({ kernels: text }).kernels).toEqual(expected);
});

test.each(['', ' \n, '])('no kernel stands for those of the workspace: %j', (kernels) => {
  expect(read({ kernels }).kernels).toEqual([]);
});

test.each([
  ['fail-on', 'fail', 'one of fails, warns, never; the nearest is "fails"'],
  ['fail-on', 'FAILS', 'The input "fail-on" cannot be "FAILS"'],
  ['if-no-kernels', 'warning', 'one of error, warn, ignore; the nearest is "warn"'],
  ['comment', 'on-fail', 'one of never, on-failure, always; the nearest is "on-failure"'],
  ['annotations', 'True', 'The input "annotations" cannot be "True": it is one of true, false'],
  ['check-run', 'yes', 'one of true, false'],
  ['boot', 'pv-dom0, pvh-domU', "unknown boot path 'pvh-domU': did you mean pvh-domu?"],
  [
    'boot',
    'pv',
    'one of pv-dom0, pvh-dom0, pv-domu, pvh-domu, pygrub-domu, pvgrub-domu, pvhgrub-domu, auto.',
  ],
  ['boot', 'pvh-domu pv-domu', "'pvh-domu pv-domu' lacks a comma between its boot paths"],
  ['summary', 'no', 'cannot be "no": it is one of true, false.'],
  ['jobs', '65', 'cannot be "65": write a number from 1 to 64'],
  ['max-dictionary', '1TB', 'cannot be "1TB": write a size such as 256MiB.'],
  ['max-dictionary', '-1', 'cannot be "-1"'],
  ['policy-from', 'main', 'cannot be "main": it is one of workspace, base'],
  ['warn-before-expiry', '2w', 'cannot be "2w": write a number of days such as 14.'],
  ['warn-before-expiry', '9999', 'cannot be "9999"'],
  ['guest-memory', '256', 'The input "guest-memory" cannot be "256": write 256MiB.'],
  ['dom0-memory', '1KiB', 'cannot be "1KiB": it is not a whole number of MiB.'],
  ['max-time', '1d', 'cannot be "1d": write a time such as 90s, 30min or 2h.'],
  ['kernels', 'out/*\n!out/old', 'The input "kernels" cannot have "!out/old": exclusions'],
  [
    'kernels',
    '# mine\nout/*',
    'cannot have "# mine": exclusions are written in the input "exclude"',
  ],
  ['boot', 'auto, pv-dom0', "boot paths are 'auto' or a list, not both"],
])('a value that cannot be used is answered with those that can: %s %j', (name, value, message) => {
  const { inputs, mistakes } = readAll({ kernels: 'vmlinuz', [name]: value });
  expect(mistakes).toEqual([expect.stringContaining(message)]);
  expect(inputs).toEqual(read(name === 'kernels' ? {} : { kernels: 'vmlinuz' }));
});

test.each([
  ['4.177', 'The input "xen" cannot be used: unknown release \'4.177\': did you mean 4.17?'],
  [
    '4.14 4.17',
    'The input "xen" cannot be used: \'4.14 4.17\' lacks a comma between its releases.',
  ],
])('releases that are none are reported as the other mistakes are: %s', (xen, sentence) => {
  const { inputs, mistakes } = readAll({ xen, boot: 'pv' });
  expect(mistakes).toEqual([sentence, expect.stringContaining('The input "boot"')]);
  expect(inputs).toEqual({ ...read({}), xen: [xen] });
});

test('all mistakes are reported at once, and what is right holds', () => {
  const { inputs, mistakes } = readAll({
    boot: 'pv',
    'fail-on': 'warn',
    summary: 'no',
    comment: 'always',
    policy: 'gate.yml',
  });
  expect(mistakes).toHaveLength(3);
  expect(inputs).toEqual(read({ comment: 'always', policy: 'gate.yml' }));
});

test('an input that does not exist is answered with the nearest', () => {
  const env = { INPUT_KERNEL: 'vmlinuz', 'INPUT_FAIL-ON': 'warns', INPUTS: 'x', INPUT_FAILON: '' };
  expect(unknownInputs(env)).toBe(
    'There is no input "kernel"; the nearest is "kernels". ' +
      'There is no input "failon"; the nearest is "fail-on".',
  );
  const many = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`INPUT_${i}`, '']));
  expect(unknownInputs(many).split('. ')).toHaveLength(10);
  expect(unknownInputs({ INPUT_KERNELS: 'vmlinuz' })).toBe('');
});

test('a long value is answered with a short sentence', () => {
  const long = 'x'.repeat(60_000);
  const { mistakes } = readAll(
    Object.fromEntries(INPUT_NAMES.map((name) => [name, name === 'kernels' ? `!${long}` : long])),
  );
  expect(mistakes.length).toBeGreaterThan(10);
  for (const sentence of mistakes) expect(sentence.length).toBeLessThan(800);
  expect(unknownInputs({ [`INPUT_${long}`]: '' }).length).toBeLessThan(400);
});
