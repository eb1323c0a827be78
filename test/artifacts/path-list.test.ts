import { expect, it } from 'vitest';
import { MAX_LIST, pathsIn, requirePaths } from '../../src/artifacts/path-list.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

it.each([
  ['a\nb c\n', ['a', 'b c']],
  ['a\nb', ['a', 'b']],
  ['a\r\nb\r\n', ['a', 'b']],
  ['\n\na\n\n', ['a']],
  ['a\0b\nc\0', ['a', 'b\nc']],
  ['a\n\0', ['a\n']],
  ['\0', []],
  ['', []],
])('the paths of %j', (text, paths) => {
  expect(pathsIn(bytes(text))).toEqual(paths);
});

it('a list without a path, or without end, is refused', () => {
  expect(() => requirePaths(bytes('\n'), 'list')).toThrow("the list 'list' names no file");
  const large = new Uint8Array(MAX_LIST + 1).fill(0x61);
  expect(() => requirePaths(large, 'list')).toThrow('is larger than 16 MiB');
});
