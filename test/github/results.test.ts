import { readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeResults } from '../../src/github/results.ts';
import { UsageError } from '../../src/usage-error.ts';
import { tempFiles } from '../support/temp-files.ts';

const RESULTS = { json: '{"j":1}', sarif: '{"s":1}' };

function expectResults(paths: typeof RESULTS) {
  expect(readFileSync(paths.json, 'utf8')).toBe(RESULTS.json);
  expect(readFileSync(paths.sarif, 'utf8')).toBe(RESULTS.sarif);
}

test('every step has a directory of its own', () => {
  const temp = tempFiles({});
  const [first, second] = [writeResults(RESULTS, temp, null), writeResults(RESULTS, temp, null)];
  expectResults(first);
  expectResults(second);
  expect(dirname(first.json)).not.toBe(dirname(second.json));
  expect(dirname(dirname(first.sarif))).toBe(temp);
});

describe('the SARIF log', () => {
  test('goes where the user wants it', () => {
    const temp = tempFiles({});
    const relative = writeResults(RESULTS, temp, 'logs/gate.sarif');
    expect(relative.sarif).toBe(join(temp, 'logs/gate.sarif'));
    expectResults(relative);
    const absolute = writeResults(RESULTS, temp, join(temp, 'other.sarif'));
    expect(absolute.sarif).toBe(join(temp, 'other.sarif'));
    expectResults(absolute);
  });

  test.each([
    '..',
    '../gate.sarif',
    'a/../../gate.sarif',
    '/gate.sarif',
    '.',
    'kernel',
    'dangling',
  ])('does not go to %j', (file) => {
    const temp = tempFiles({ kernel: 'bytes' });
    symlinkSync('../elsewhere', join(temp, 'dangling'));
    expect(() => writeResults(RESULTS, temp, file)).toThrow(UsageError);
    expect(() => writeResults(RESULTS, temp, file)).toThrow(
      /^The input "sarif-file" cannot be ".*": .+\.$/,
    );
    expect(readFileSync(join(temp, 'kernel'), 'utf8')).toBe('bytes');
  });
});
