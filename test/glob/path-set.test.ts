import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openPatterns } from '../../src/glob/path-set.ts';

it.each([
  ['build/vmlinuz', 'build/vmlinuz', true],
  ['./build//vmlinuz', 'build/./vmlinuz', true],
  ['build/vmlinuz-*', 'build/vmlinuz-6.12.94+deb13-amd64', true],
  ['build/vmlinuz-*', 'build/vmlinuz-6.12/x', true],
  ['build/vmlinuz-*', 'other/build/vmlinuz-6.12', false],
  ['build/*', 'build', false],
  ['build', 'build/amd64/vmlinuz', true],
  ['build/', 'build/amd64/vmlinuz', true],
  ['build', 'builds/vmlinuz', false],
  ['.', 'build/vmlinuz', true],
  ['**/vmlinuz', 'vmlinuz', true],
  ['**/vmlinuz', '/home/runner/build/vmlinuz', true],
  ['build/**/vmlinuz', 'build/vmlinuz', true],
  ['build/**/vmlinuz', 'build/a/b/vmlinuz', true],
  ['build/**/amd64/vmlinuz', 'build/a/b/vmlinuz', false],
  ['vmlinuz-6.?', 'vmlinuz-6.1', true],
  ['vmlinuz-6.?', 'vmlinuz-6.12', false],
  ['?', '😀', true],
  ['*.deb!/boot/vmlinuz-*', 'linux.deb!/boot/vmlinuz-6.1', true],
  ['a.c', 'abc', false],
])('%j names %j: %s', (pattern, path, expected) => {
  expect(namesPath(pattern, path)).toBe(expected);
});

function namesPath(pattern: string, path: string): boolean {
  return openPatterns([pattern])(path).length > 0;
}

/** The same, as a regular expression: exponential, and plain to read. */
function reference(pattern: string, path: string): boolean {
  const parts = pattern
    .split('/')
    .map((part) =>
      part === '**' ? '(?:[^/]+/)*' : `${part.replaceAll('*', '[^/]*').replaceAll('?', '[^/]')}/`,
    );
  return new RegExp(`^${parts.join('')}(?:[^/]+/)*$`).test(`${path}/`);
}

it('is what the regular expression says', () => {
  const name = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), minLength: 1, maxLength: 5 });
  const path = fc.array(
    fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 6 }),
    {
      minLength: 1,
      maxLength: 5,
    },
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constant('**'), name), { minLength: 1, maxLength: 4 }),
      path,
      (pattern, parts) => {
        const [glob, file] = [pattern.join('/'), parts.join('/')];
        // Within a name `**` is no more than `*`.
        expect(namesPath(glob, file)).toBe(reference(glob, file));
      },
    ),
    { numRuns: 2000 },
  );
});

it('takes no time for what regular expressions choke on', () => {
  expect(namesPath(`${'*a'.repeat(400)}b`, 'a'.repeat(4000))).toBe(false);
  expect(namesPath(`${'**/a/'.repeat(200)}b`, 'a/'.repeat(2000))).toBe(false);
});
