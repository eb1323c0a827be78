import { expect, test } from 'vitest';
import { USUAL_PATHS } from '../../src/policy/usual-paths.ts';
import { findProblemPlaces } from '../../src/source-lines/problem-places.ts';
import { tempFiles } from '../support/temp-files.ts';

const FILES = {
  'build/vmlinuz': 'no kernel',
  '.github/workflows/gate.yml':
    '      - with:\n          kernels: |\n            build/vmlinuz-*\n            !build/old\n',
  '.github/xen-boot-gate.yml': 'kernels:\n  a: out/*.elf\n',
};
const BASELINE = {
  path: 'base.json',
  place: { path: '.github/xen-boot-gate.yml', line: 9, column: 11 },
};

function find(path: string, baseline = BASELINE): string | null {
  const repository = {
    workspace: tempFiles(FILES),
    workflow: null,
    patterns: [],
    policies: USUAL_PATHS,
  };
  const spot = findProblemPlaces(repository, baseline)(path);
  if (!spot) return null;
  const { file, region } = spot;
  return region ? `${file}:${region.line}:${region.column}` : file;
}

test.each([
  ['build/vmlinuz-*', '.github/workflows/gate.yml:3:13'],
  ['out/*.elf', '.github/xen-boot-gate.yml:2:6'],
  ['base.json', '.github/xen-boot-gate.yml:9:11'],
  ['build/vmlinuz', 'build/vmlinuz'],
  ['build/vmlinuz-9', null],
  ['build/zz*', null],
  ['# my kernels', null],
  ['../outside', null],
  ['a\0b', null],
])('what is wrong with %j stands at %j', (path, place) => {
  expect(find(path)).toBe(place);
});

test('outside of the workspace there is no line, for a baseline either', () => {
  expect(find('b', { path: 'b', place: { path: '../policy.yml', line: 1, column: 1 } })).toBeNull();
});
