import { expect, test } from 'vitest';
import { findKernel } from '../../../src/github/source-lines/find-kernel.ts';

const WORKFLOW = `jobs:
  build: # build/vmlinuz is made here
    steps:
      - run: make && cp bzImage build/vmlinuz-6.1
      - uses: xen/xen-boot-gate@v1
        with:
          kernels: |
            # build/vmlinuz-6.1
            out/*.img
            build/vmlinuz-*
          xen: '4.17'
`;

const lineOf = (text: string, path: string, patterns: readonly string[] = []) => {
  const span = findKernel(text, { path, patterns });
  if (span === null) return null;
  const marked = `${text.slice(0, span.start)}[${text.slice(span.start, span.end)}]${text.slice(span.end)}`;
  const line = text.slice(0, span.start).split('\n').length - 1;
  return marked.split('\n')[line]?.trim() ?? null;
};

test('by the pattern of the list that finds it', () => {
  const patterns = ['out/*.img', 'build/vmlinuz-*'];
  expect(lineOf(WORKFLOW, 'build/vmlinuz-6.1', patterns)).toBe('[build/vmlinuz-*]');
  expect(lineOf(WORKFLOW, 'out/a.img', patterns)).toBe('[out/*.img]');
});

test('in a file with the line ends of Windows', () => {
  const text = WORKFLOW.replaceAll('\n', '\r\n');
  expect(lineOf(text, 'build/vmlinuz-6.1', ['build/vmlinuz-*'])).toBe('[build/vmlinuz-*]');
  expect(lineOf('kernels: a, b/c\r\n', 'b/c')).toBe('kernels: a, [b/c]');
});

test('by its path elsewhere, outside of comments', () => {
  expect(lineOf(WORKFLOW, 'build/vmlinuz-6.1')).toBe(
    '- run: make && cp bzImage [build/vmlinuz-6.1]',
  );
  expect(lineOf(WORKFLOW, 'build/vmlinuz')).toBeNull();
});

test('a word is no name of a kernel outside of a list', () => {
  expect(lineOf(WORKFLOW, 'build')).toBeNull();
  expect(lineOf(WORKFLOW, 'build/x', ['build'])).toBeNull();
});

test.each([
  ['      - with: { x: 1 }\n        kernels: ./build/vmlinuz, b', 'kernels: [./build/vmlinuz], b'],
  ['kernels: a, build/vmlinuz', 'kernels: a, [build/vmlinuz]'],
  ['kernels:\n- build/vmlinuz-6.1\n- build/vmlinuz', '- [build/vmlinuz]'],
  ['kernels: build/vmlinuz-6,build/vmlinuz', 'kernels: build/vmlinuz-6,[build/vmlinuz]'],
  ['- kernels: x\n\n- other: build', null],
])('%j', (text, found) => {
  expect(lineOf(text, found === null ? 'build' : 'build/vmlinuz')).toBe(found);
});
