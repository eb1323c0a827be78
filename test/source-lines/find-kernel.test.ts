import { expect, test } from 'vitest';
import { type KernelNames, openPatterns, readNames } from '../../src/source-lines/find-kernel.ts';

const findKernel = (text: string, { path, patterns }: KernelNames) =>
  readNames(text)(openPatterns(patterns)(path));

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

/** A text with an expression of GitHub's for each `<…>`. */
const expressing = (text: string) => text.replaceAll('<', '$'.concat('{{ ')).replaceAll('>', ' }}');

test.each([
  ['kernels: out/<matrix.flavour>/vmlinuz', 'out/cloud/vmlinuz', 'out/<matrix.flavour>/vmlinuz'],
  ['kernels: "out/<matrix.a>-<matrix.b>.img"', 'out/x-y.img', 'out/<matrix.a>-<matrix.b>.img'],
  ['kernels: ./<env.OUT>', 'out/x-y.img', './<env.OUT>'],
  ['kernels: <github.workspace>/out/vmlinuz', 'out/vmlinuz', '<github.workspace>/out/vmlinuz'],
  [
    'kernels: |\n  a\n  <steps.build.outputs.kernel>',
    'out/vmlinuz',
    '<steps.build.outputs.kernel>',
  ],
  ["kernels: <format('{0}/x', env.A)>, b", 'a/x', "<format('{0}/x', env.A)>"],
  ['kernels: in/<matrix.flavour>/vmlinuz', 'out/cloud/vmlinuz', null],
  ['kernels: out/<matrix.flavour>/bzImage', 'out/cloud/vmlinuz', null],
  ['kernels: ab<matrix.flavour>ba', 'aba', null],
  ['kernels: a # <matrix.flavour>', 'out/cloud/vmlinuz', null],
  ['run: <matrix.flavour>', 'out/cloud/vmlinuz', null],
])('by an expression of a list: %j', (list, path, item) => {
  const text = expressing(list);
  const span = findKernel(text, { path, patterns: [] });
  expect(span && text.slice(span.start, span.end)).toBe(item && expressing(item));
});

test('by its name before an expression, and by an expression before its path elsewhere', () => {
  const list = expressing('kernels: |\n  <env.X>\n  a/vmlinuz\n');
  expect(lineOf(list, 'a/vmlinuz')).toBe('[a/vmlinuz]');
  expect(lineOf(`run: cp a/b\n${list}`, 'a/b')).toBe(expressing('[<env.X>]'));
});

test.each(['<', '<a>', '<a> ', 'a<x'])('%j without end is read once', (part) => {
  const text = expressing(`kernels: ${part.repeat(2 ** 15)}`);
  const span = findKernel(text, { path: 'zz/z', patterns: ['zz/*'] });
  expect(span?.start ?? 9).toBe(9);
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

test('the path itself before a pattern, and names that are no words', () => {
  expect(lineOf('kernels: b/*, b/c', 'b/c', ['b/*'])).toBe('kernels: b/*, [b/c]');
  expect(lineOf('kernels: x, out/{a,b}/c # y', 'out/a/c', ['out/{a,b}/c'])).toBe(
    'kernels: x, [out/{a,b}/c] # y',
  );
  expect(lineOf('kernels: my +k, my k', 'my k')).toBe('kernels: my +k, [my k]');
  expect(lineOf('kernels: a # my k', 'my k')).toBeNull();
});

test('a text is read once, however many names are looked for', () => {
  const lines = Array.from({ length: 2000 }, (_, i) => `  k${i}/a b k${i}/z{x}\n`);
  const text = `kernels: |\n${lines.join('')}`;
  let split = 0;
  const spied = Object.assign(new String(text), {
    split: (by: string) => {
      split++;
      return text.split(by);
    },
  });
  const find = readNames(spied as unknown as string);
  const names = Array.from({ length: 2000 }, (_, i) => `k${i}/a`);
  const found = names.map((path) => find({ path, patterns: names.slice(0, 64) })?.start);
  expect(found).toEqual(names.map((name) => text.indexOf(`${name} `)));
  expect(split).toBe(1);
});
