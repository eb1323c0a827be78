import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { discover } from '../../src/artifacts/discover.ts';
import { exclusions } from '../../src/glob/exclusions.ts';
import { buildTar } from '../support/archives.ts';
import { kernelWith, PV_NOTES } from '../support/kernels.ts';
import { tempFiles } from '../support/temp-files.ts';

const KERNEL = kernelWith(PV_NOTES);

/** What PATHs below `root` come to without some patterns, all relative to it. */
async function findWithout(globs: readonly string[], root: string, ...paths: string[]) {
  const inside = (path: string) => path.slice(root.length + 1);
  const found = await discover(
    paths.map((path) => join(root, path)),
    { exclusions: exclusions(globs.map((glob) => join(root, glob))) },
  );
  return {
    kernels: found.artifacts.map(({ name }) => inside(name)),
    problems: found.problems.map(({ path, message }) => `${inside(path)}: ${message}`),
    unmatched: found.unmatched.map(({ word, message }) => `${inside(word)}: ${message}`),
    skipped: found.skipped.map(({ path, reason }) => `${inside(path)}: ${reason}`),
    unused: found.unused.map(inside),
  };
}

const files = () =>
  tempFiles({
    'out/a': KERNEL,
    'out/a.old': KERNEL,
    'out/b/c': KERNEL,
    'out/b/readme': 'no kernel',
    'x.tar': buildTar([
      { name: 'boot/vmlinuz-1', content: KERNEL },
      { name: 'boot/vmlinuz-2', content: KERNEL },
    ]),
  });

const NOTHING = { kernels: [], problems: [], unmatched: [], skipped: [], unused: [] };

describe('what is excluded', () => {
  it.each([
    ['a file', 'out/a', ['out/a.old', 'out/b/c'], ['out/a']],
    ['a pattern', 'out/*.old', ['out/a', 'out/b/c'], ['out/a.old']],
    ['alternatives', 'out/{a,a.old}', ['out/b/c'], ['out/a', 'out/a.old']],
    ['a set', 'out/[!a]', ['out/a', 'out/a.old'], ['out/b']],
    ['a directory', 'out/b', ['out/a', 'out/a.old'], ['out/b']],
    ['all in a directory', 'out/b/**', ['out/a', 'out/a.old'], ['out/b']],
    ['files at any depth', '**/c', ['out/a', 'out/a.old'], ['out/b/c']],
  ])('is not found in a directory: %s', async (_, glob, kernels, excluded) => {
    expect(await findWithout([glob], files(), 'out')).toEqual({
      ...NOTHING,
      kernels,
      skipped: excluded.map((path) => `${path}: excluded`),
    });
  });

  it('is not found by a pattern', async () => {
    expect(await findWithout(['out/*.old'], files(), 'out/a*')).toEqual({
      ...NOTHING,
      kernels: ['out/a'],
      skipped: ['out/a.old: excluded'],
    });
  });

  it('is not found in an archive', async () => {
    expect(await findWithout(['*.tar!/boot/*-1'], files(), 'x.tar')).toEqual({
      ...NOTHING,
      kernels: ['x.tar!/boot/vmlinuz-2'],
      skipped: ['x.tar!/boot/vmlinuz-1: excluded'],
    });
  });

  it('is not checked either where it is named, which is reported', async () => {
    const paths = ['out/a', 'out/a.old', 'x.tar!/boot/vmlinuz-1'];
    expect(await findWithout(['**/*.old', '**/*-1'], files(), ...paths)).toEqual({
      ...NOTHING,
      kernels: ['out/a'],
      skipped: ['out/a.old: named-excluded', 'x.tar!/boot/vmlinuz-1: named-excluded'],
    });
  });

  it.each([
    ['out', 'out'],
    ['out/b', 'out/**/c'],
    ['x.tar!/**', 'x.tar'],
    ['*.tar', '*.tar'],
  ])('leaves an unmatched PATH where nothing else is left: %s of %s', async (glob, path) => {
    const unmatched = [`${path}: there is no kernel that is not excluded`];
    const found = await findWithout([glob], files(), path);
    expect(found).toMatchObject({ kernels: [], problems: [], unmatched });
  });

  it('does not count as such where no PATH leads', async () => {
    expect(await findWithout(['out/*.old', 'elsewhere'], files(), 'out/b')).toEqual({
      ...NOTHING,
      kernels: ['out/b/c'],
      unused: ['out/*.old', 'elsewhere'],
    });
  });

  it('counts by the name of a link, not by that of its target', async () => {
    const linked = tempFiles({ 'out/kernel-1': KERNEL });
    symlinkSync('kernel-1', join(linked, 'out/kernel'));
    const found = await findWithout(['out/kernel'], linked, 'out');
    expect(found).toMatchObject({ kernels: ['out/kernel-1'], skipped: ['out/kernel: excluded'] });
  });

  it('is not entered: what cannot be read there is no problem', async () => {
    const broken = tempFiles({ 'out/kernel': KERNEL, 'out/lost/vmlinuz': '' });
    mkdirSync(join(broken, 'out/empty'));
    const found = await findWithout(['out/lost'], broken, 'out');
    expect(found).toMatchObject({ kernels: ['out/kernel'], problems: [] });
  });
});

it.each([
  ['', 'an exclusion is empty'],
  ['{a,b}'.repeat(10), 'more than 1000 patterns to exclude'],
])('exclusions that cannot be meant are refused: %s', (glob, message) => {
  expect(() => exclusions([glob])).toThrow(message);
});
