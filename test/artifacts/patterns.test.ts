import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { discover } from '../../src/artifacts/discover.ts';
import { buildBzImage } from '../support/bzimage-builder.ts';
import { find, nothing } from '../support/found.ts';
import { tempFiles } from '../support/temp-files.ts';

const BZIMAGE = buildBzImage({ payload: Uint8Array.of(1, 2, 3) });

describe('a pattern', () => {
  it('has alternatives, each of which must give a kernel', async () => {
    const root = tempFiles({ 'a/bzImage': BZIMAGE, 'c/bzImage': BZIMAGE });
    const pattern = `${root}/{a,b,c*,d*}/bzImage`;
    const { files, problems, unmatched } = await discover([pattern]);
    expect([files, problems]).toEqual([[`${root}/a/bzImage`, `${root}/c/bzImage`], []]);
    const [b, d] = [`${root}/b/bzImage`, `${root}/d*/bzImage`];
    expect(unmatched).toEqual([
      {
        path: pattern,
        word: b,
        message: `its alternative '${b}': no such file or directory`,
        at: 1,
        why: 'missing',
      },
      {
        path: pattern,
        word: d,
        message: `its alternative '${d}': there is no kernel`,
        at: 3,
        why: 'none',
      },
    ]);
  });

  it('has sets of characters', async () => {
    const root = tempFiles({ 'k-1': BZIMAGE, 'k-2': BZIMAGE, 'k-x': BZIMAGE, 'k-]': BZIMAGE });
    expect((await find(root, 'k-[0-9]')).files).toEqual(['k-1', 'k-2']);
    expect((await find(root, 'k-[!0-9]')).files).toEqual(['k-]', 'k-x']);
    expect((await find(root, 'k-[]x]')).files).toEqual(['k-]', 'k-x']);
    expect((await find(root, 'k-[1')).unmatched).toEqual(['k-[1']);
  });

  it('may be longer than a name, and lead to nothing', async () => {
    const root = tempFiles({ 'out/a': BZIMAGE });
    const long = `{${'x'.repeat(200)},${'y'.repeat(200)},out}/a`;
    expect(await find(root, long)).toMatchObject({ files: ['out/a'], problems: [] });
    expect((await find(root, long)).unmatched).toHaveLength(2);
    expect((await find(root, 'out/a/b*', 'gone/**')).unmatched).toEqual(['out/a/b*', 'gone/**']);
  });

  it('searches a directory that it matches, as one that is named', async () => {
    const root = tempFiles({
      'out/linux-6.1/boot/bzImage': BZIMAGE,
      'out/linux-6.1/boot/config': 'no kernel',
      'out/linux-good': BZIMAGE,
    });
    const files = ['out/linux-6.1/boot/bzImage', 'out/linux-good'];
    expect(await find(root, 'out/linux-*')).toEqual({ ...nothing, files });
    expect(await find(root, 'out/{linux-6.1,linux-good}')).toEqual({ ...nothing, files });
  });

  it('goes through a link to a directory that one of its parts names', async () => {
    const root = tempFiles({ 'store/6.12/x86/bzImage': BZIMAGE, 'far/bzImage': BZIMAGE });
    mkdirSync(join(root, 'out/deep'), { recursive: true });
    symlinkSync('../store/6.12', join(root, 'out/current'));
    symlinkSync('../../store/6.12', join(root, 'out/deep/current'));
    symlinkSync('x86', join(root, 'store/6.12/x86_64'));
    const real = ['store/6.12/x86/bzImage'];
    for (const pattern of ['out/current/*/bzImage', '*/current/x86/bzImage', '**/current/**/bz*']) {
      const { files, unmatched } = await find(root, pattern);
      expect([files.length, unmatched], pattern).toEqual([1, []]);
    }
    expect((await find(root, 'store/*/x86_64*/bzImage')).files).toHaveLength(1);
    expect((await find(root, '**/bzImage')).files).toEqual(['far/bzImage', ...real]);
    expect(await find(root, 'out/*/x86/bzImage')).toEqual({
      ...nothing,
      unmatched: ['out/*/x86/bzImage'],
      skipped: ['out/current: link-out'],
    });
  });

  it('ends among links that lead in circles', async () => {
    const root = tempFiles({ 'a/bzImage': BZIMAGE });
    symlinkSync('.', join(root, 'here'));
    symlinkSync('..', join(root, 'a/up'));
    symlinkSync('loop', join(root, 'a/loop'));
    expect((await find(root, `${'*/'.repeat(40)}bzImage`)).files).toHaveLength(1);
    expect((await find(root, `**/${'*/'.repeat(12)}**/bzImage`)).files).toHaveLength(1);
    expect((await find(root, '')).skipped).toEqual(['a/loop: link-lost']);
  });

  it('enters .git and node_modules where it spells them out', async () => {
    const root = tempFiles({
      'node_modules/k/bzImage': BZIMAGE,
      'a/node_modules/bzImage': BZIMAGE,
      '.git/k/bzImage': BZIMAGE,
    });
    expect(await find(root, '**/node_modules/**/bzImage')).toMatchObject({
      files: ['a/node_modules/bzImage', 'node_modules/k/bzImage'],
    });
    expect((await find(root, '{.git,node_modules}/*/bzImage')).files).toHaveLength(2);
    const skipped = ['.git: ignored', 'a/node_modules: ignored', 'node_modules: ignored'];
    for (const pattern of ['**/bzImage', '']) {
      expect(await find(root, pattern)).toEqual({ ...nothing, unmatched: [pattern], skipped });
    }
  });
});

describe('many patterns', () => {
  it('are refused where there are too many', async () => {
    const patterns = Array.from({ length: 1001 }, (_, i) => `no/where/x${i}*`);
    await expect(discover(patterns)).rejects.toThrow(
      /1001 patterns .* more than the limit of 1000/,
    );
    await expect(discover([`no/{${'a,'.repeat(1001)}}`])).rejects.toThrow(/more than 1000 paths/);
    expect((await discover(patterns.slice(1))).unmatched).toHaveLength(1000);
  });
});
