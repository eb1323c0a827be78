import { expect, test } from 'vitest';
import { quietAddress, referenceName } from '../../src/report/references.ts';
import { RULES } from '../../src/rules/index.ts';

const COMMIT = 'https://github.com/xen-project/xen/commit/';

test.each([
  [
    `${COMMIT}d6627cf1b63ce57a6a7e2c1800dbc50eed742c32`,
    'Xen 4.15.0: the hypervisor decompresses zstd',
  ],
  // A backport has the release that it came to.
  [
    `${COMMIT}c6a50d43cfe07a5637ad8f5ade8c63c3e855ea0e`,
    'Xen 4.1.5: the hypervisor decompresses xz',
  ],
  // Two facts rest on this one.
  [
    `${COMMIT}ab77e81f6521e97ac2fe2218013d5871a893db0f`,
    'Xen 4.0.0: the hypervisor decompresses bzip2; the hypervisor decompresses lzma',
  ],
  [`${COMMIT}${'0'.repeat(40)}`, 'github.com/xen-project/xen/commit/000000000000'],
  ['https://github.com/QubesOS/qubes-issues/issues/5980', 'QubesOS/qubes-issues#5980'],
  ['https://example.org/page', 'example.org/page'],
])('%s is %s', (address, name) => {
  expect(referenceName(address)).toBe(name);
});

test('an issue does not list each comment that refers to it', () => {
  expect(quietAddress('https://github.com/o/r/issues/1')).toBe(
    'https://redirect.github.com/o/r/issues/1',
  );
  expect(quietAddress('https://github.com/o/r/pull/2')).toBe(
    'https://redirect.github.com/o/r/pull/2',
  );
  for (const other of [
    `${COMMIT}abc`,
    'https://gitlab.com/o/r/-/issues/1',
    'https://example.org',
  ]) {
    expect(quietAddress(other)).toBe(other);
  }
});

test('each commit of a rule has a name, or is shortened', () => {
  for (const address of Object.values(RULES).flatMap(({ references }) => references)) {
    expect(referenceName(address)).not.toMatch(/[0-9a-f]{40}|^https:/);
  }
});
