import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reserveResults, writeResults } from '../../../src/github/publish/results.ts';
import { UsageError } from '../../../src/text/usage-error.ts';
import { tempFiles } from '../../support/temp-files.ts';

const RESULTS = { json: '{"j":1}', sarif: '{"s":1}', html: '<p>' };
const NOWHERE = { json: null, sarif: null, html: null };

function write(temp: string, wanted: Parameters<typeof reserveResults>[1]) {
  const paths = reserveResults(temp, wanted);
  writeResults(paths, { json: [RESULTS.json], sarif: [RESULTS.sarif], html: [RESULTS.html] });
  return paths;
}

function expectResults(paths: ReturnType<typeof write>) {
  expect(readFileSync(paths.json, 'utf8')).toBe(RESULTS.json);
  expect(readFileSync(paths.sarif, 'utf8')).toBe(RESULTS.sarif);
  expect(readFileSync(paths.html, 'utf8')).toBe(RESULTS.html);
}

test('every step has a directory of its own', () => {
  const temp = tempFiles({});
  const [first, second] = [write(temp, NOWHERE), write(temp, NOWHERE)];
  expectResults(first);
  expectResults(second);
  expect(dirname(first.json)).not.toBe(dirname(second.json));
  expect(dirname(dirname(first.sarif))).toBe(temp);
});

test('two of them cannot be in one file', () => {
  expect(() => write(tempFiles({}), { ...NOWHERE, json: 'a', sarif: './a' })).toThrow(
    'The input "sarif-file" cannot be "./a": the file exists already.',
  );
});

describe('a link in the temporary directory', () => {
  const linked = () => {
    const outside = tempFiles({});
    const temp = tempFiles({ 'inside/x': '' });
    symlinkSync(outside, join(temp, 'out'));
    symlinkSync('inside', join(temp, 'in'));
    symlinkSync(join(outside, 'nowhere'), join(temp, 'dangling'));
    return { outside, temp };
  };

  test.each(['out/gate.sarif', 'out/new/gate.sarif', 'in/../out/gate'])(
    'that leads out of it is not followed: %j',
    (file) => {
      const { outside, temp } = linked();
      expect(() => write(temp, { ...NOWHERE, sarif: file })).toThrow(
        `The input "sarif-file" cannot be "${file}": a link leads out of the runner's temporary directory.`,
      );
      expect(readdirSync(outside)).toEqual([]);
    },
  );

  test('to nowhere is not followed', () => {
    const { outside, temp } = linked();
    const wanted = { ...NOWHERE, sarif: 'dangling/gate.sarif' };
    expect(() => write(temp, wanted)).toThrow(UsageError);
    expect(readdirSync(outside)).toEqual([]);
  });

  test('that stays inside is followed, also where the directory itself is one', () => {
    const { outside, temp } = linked();
    expectResults(write(temp, { ...NOWHERE, sarif: 'in/new/gate.sarif' }));
    symlinkSync(temp, join(outside, 'temp'));
    expectResults(write(join(outside, 'temp'), { ...NOWHERE, sarif: 'in/gate.sarif' }));
  });
});

describe.each(['json', 'sarif', 'html'] as const)('the file for %s', (kind) => {
  const put = (temp: string, file: string) => write(temp, { ...NOWHERE, [kind]: file });

  test('goes where the user wants it', () => {
    const temp = tempFiles({});
    const relative = put(temp, 'logs/gate');
    expect(relative[kind]).toBe(join(temp, 'logs/gate'));
    expectResults(relative);
    const absolute = put(temp, join(temp, 'other'));
    expect(absolute[kind]).toBe(join(temp, 'other'));
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
    expect(() => put(temp, file)).toThrow(UsageError);
    expect(() => put(temp, file)).toThrow(
      new RegExp(`^The input "${kind}-file" cannot be ".*": .+\\.$`),
    );
    expect(readFileSync(join(temp, 'kernel'), 'utf8')).toBe('bytes');
  });
});
