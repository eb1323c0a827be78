import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { discover } from '../../src/artifacts/discover.ts';
import { sampleKernel } from '../../src/demo/sample.ts';
import { buildBzImage } from '../support/bzimage-builder.ts';
import { buildElf } from '../support/elf-builder.ts';
import { find, findBut, nothing } from '../support/found.ts';
import { tempFiles } from '../support/temp-files.ts';

const ELF_KERNEL = sampleKernel();
const BZIMAGE = buildBzImage({ payload: Uint8Array.of(1, 2, 3) });
const PROGRAM = buildElf();

describe('finding kernels', () => {
  it('takes a file that is named, whatever it holds', async () => {
    const root = tempFiles({ text: 'no kernel', empty: '' });
    expect(await find(root, 'text', 'empty')).toEqual({ ...nothing, files: ['text', 'empty'] });
  });

  it('takes only kernels from a directory, by their contents', async () => {
    const root = tempFiles({
      'out/vmlinuz': 'no kernel, in spite of its name'.repeat(50),
      'out/a': BZIMAGE,
      'out/deep/er/b': ELF_KERNEL,
      'out/tool': PROGRAM,
      'out/tiny': '\x7fEL',
      'out/.hidden': ELF_KERNEL,
      'out/.git/objects/c': ELF_KERNEL,
      'out/node_modules/d': ELF_KERNEL,
    });
    const files = ['out/.hidden', 'out/a', 'out/deep/er/b'];
    const skipped = [
      'out/.git: ignored',
      'out/node_modules: ignored',
      'out/tool: no-xen-notes',
      'out/vmlinuz: misnamed',
    ];
    expect(await find(root, 'out')).toEqual({ ...nothing, files, skipped });
  });

  it('finds a broken kernel in a directory, too', async () => {
    const root = tempFiles({ 'out/cut': BZIMAGE.subarray(0, 0x300) });
    expect(await find(root, 'out')).toEqual({ ...nothing, files: ['out/cut'] });
  });

  it('takes what a glob names', async () => {
    const root = tempFiles({
      'boot/vmlinuz-1': BZIMAGE,
      'boot/vmlinuz-2': 'broken',
      'boot/config-1': '',
      'boot/vmlinuz-3/file': '',
      'node_modules/vmlinuz-4': '',
    });
    const files = ['boot/vmlinuz-1', 'boot/vmlinuz-2'];
    const skipped = ['node_modules: ignored'];
    expect(await find(root, '**/vmlinuz-*')).toEqual({ ...nothing, files, skipped });
    expect(await find(root, 'boot/vmlinuz-{1,2}')).toEqual({ ...nothing, files });
  });

  it('takes what stars and question marks name, in whatever directory', async () => {
    const root = tempFiles({
      'a/b+@!/vmlinuz-1': BZIMAGE,
      'a\nb/vmlinuz-2': BZIMAGE,
      'a/node_modules/vmlinuz-3': BZIMAGE,
      '.hidden/vmlinuz': BZIMAGE,
    });
    symlinkSync('a', join(root, 'way'));
    symlinkSync('a/b+@!/vmlinuz-1', join(root, 'vmlinuz-4'));
    for (const [pattern, ...files] of [
      ['**/vmlinuz*', '.hidden/vmlinuz', 'a\nb/vmlinuz-2', 'a/b+@!/vmlinuz-1'],
      ['**', '.hidden/vmlinuz', 'a\nb/vmlinuz-2', 'a/b+@!/vmlinuz-1'],
      ['a/**/b+@!/**/*-1', 'a/b+@!/vmlinuz-1'],
      ['a?b/./v**z-?', 'a\nb/vmlinuz-2'],
      ['a/*/../../.h*/*', '.hidden/vmlinuz'],
      ['*/vmlinuz-1'],
      ['a/b+@!/vmlinuz-1/**'],
    ] as const) {
      expect((await find(root, pattern)).files, pattern).toEqual(files);
    }
  });

  it('takes no time for a glob that regular expressions choke on', async () => {
    const root = tempFiles({ [`${'a/'.repeat(200)}${'a'.repeat(250)}`]: BZIMAGE });
    const globs = [
      `**/${'*a'.repeat(100)}b`,
      `${'**/a/'.repeat(100)}b`,
      `**/a+${'*a'.repeat(100)}`,
    ];
    expect((await find(root, ...globs)).unmatched).toEqual(globs);
  });

  it('keeps a relative path relative', async () => {
    const here = await discover(['src/../package.jso?', 'test/{support/cli,none}.ts']);
    expect(here.files).toEqual(['package.json', 'test/support/cli.ts']);
  });

  it('takes a file whose name looks like a glob for what it is', async () => {
    const root = tempFiles({ 'a[1].img': BZIMAGE, 'a1.img': BZIMAGE });
    expect((await find(root, 'a[1].img')).files).toEqual(['a[1].img']);
  });

  it('takes the baseline for a kernel only where it is named', async () => {
    const root = tempFiles({ 'out/new': BZIMAGE, 'out/old/k': BZIMAGE });
    symlinkSync('old/k', join(root, 'out/link'));
    symlinkSync('out', join(root, 'way'));
    const others = { ...nothing, files: ['out/new'] };
    for (const baseline of ['out/old/k', 'out/link', 'way/old/../old/k']) {
      const but = { baseline: `${root}/${baseline}` };
      const skipped = ['out/link: baseline', 'out/old/k: baseline'];
      expect(await findBut(but, root, 'out')).toEqual({ ...others, skipped });
      expect(await findBut(but, root, 'out/**')).toEqual({ ...others, skipped });
      expect((await findBut(but, root, 'out/old/k')).files).toEqual(['out/old/k']);
      expect((await findBut(but, root, 'out/old')).unmatched).toEqual(['out/old']);
    }
    expect((await findBut({ baseline: join(root, 'gone') }, root, 'out/old')).files).toHaveLength(
      1,
    );
  });

  it('reports where there is no kernel', async () => {
    const root = tempFiles({ 'out/text': 'no kernel' });
    expect(await find(root, 'out', 'boot/*')).toEqual({ ...nothing, unmatched: ['out', 'boot/*'] });
  });

  it('reports what is missing or no file', async () => {
    const root = tempFiles({ file: BZIMAGE });
    const paths = ['lost', 'file/below', 'file'].map((path) => join(root, path));
    expect((await discover(paths)).unmatched).toMatchObject([
      { path: paths[0], message: 'no such file or directory', why: 'missing' },
      { path: paths[1], message: 'a part of the path is not a directory', why: 'missing' },
    ]);
  });

  it('counts a file once, however often it is named', async () => {
    const root = tempFiles({ 'out/a': BZIMAGE });
    symlinkSync('a', join(root, 'out/link'));
    const found = await find(root, 'out/a', 'out', 'out/*', 'out/../out/a');
    expect(found).toEqual({ ...nothing, files: ['out/a'] });
  });

  it('calls a file by its own name where links to it are found as well', async () => {
    const root = tempFiles({ 'boot/vmlinuz-6.1': BZIMAGE, 'boot/vmlinuz-6.12': BZIMAGE });
    symlinkSync('vmlinuz-6.12', join(root, 'boot/vmlinuz'));
    symlinkSync('vmlinuz', join(root, 'boot/a-link-to-a-link'));
    symlinkSync('vmlinuz-6.1', join(root, 'boot/vmlinuz.old'));
    const files = ['boot/vmlinuz-6.1', 'boot/vmlinuz-6.12'];
    expect(await find(root, 'boot')).toEqual({ ...nothing, files });
    expect(await find(root, 'boot/vmlinuz', 'boot/vmlinuz-6.12')).toEqual({
      ...nothing,
      files: ['boot/vmlinuz-6.12'],
    });
    expect((await find(root, 'boot/vmlinuz')).files).toEqual(['boot/vmlinuz']);
    const links = await find(root, 'boot/a-link-to-a-link', 'boot/vmlinuz');
    expect(links.files).toEqual(['boot/a-link-to-a-link']);
  });

  it('follows links inside a directory, never out of it or in circles', async () => {
    const root = tempFiles({ 'out/store/kernel': BZIMAGE, outside: ELF_KERNEL });
    symlinkSync('store/kernel', join(root, 'out/current'));
    symlinkSync('../outside', join(root, 'out/escape'));
    symlinkSync('..', join(root, 'out/store/up'));
    symlinkSync('../..', join(root, 'out/store/out'));
    symlinkSync('nowhere', join(root, 'out/dangling'));
    expect(await find(root, 'out')).toEqual({
      ...nothing,
      files: ['out/store/kernel'],
      skipped: ['out/dangling: link-lost', 'out/escape: link-out', 'out/store/out: link-out'],
    });
    expect((await find(root, 'out/escape')).files).toEqual(['out/escape']);
  });

  it('follows links that a glob matches as far as those of a directory', async () => {
    const root = tempFiles({ 'out/x86/bzImage-6.12.bin': BZIMAGE, outside: ELF_KERNEL });
    symlinkSync('bzImage-6.12.bin', join(root, 'out/x86/bzImage'));
    symlinkSync('../../outside', join(root, 'out/x86/bzImage-escape'));
    symlinkSync('nowhere', join(root, 'out/x86/bzImage-dangling'));
    symlinkSync('.', join(root, 'out/x86/bzImage-circle'));
    symlinkSync('x86', join(root, 'out/x86_64'));
    expect(await find(root, 'out/*/bzImage')).toEqual({ ...nothing, files: ['out/x86/bzImage'] });
    expect(await find(root, 'out/**/bzImage*')).toEqual({
      ...nothing,
      files: ['out/x86/bzImage-6.12.bin'],
      skipped: [
        'out/x86/bzImage-circle/bzImage-escape: link-out',
        'out/x86/bzImage-dangling: link-lost',
      ],
      problems: [
        'out/x86/bzImage-escape: is a link that leads out of the directory in which the pattern starts; name its target',
      ],
    });
  });

  it.each(['out/**/kernel', 'out/{deep,flat}/**/kernel'])(
    'says where it cannot look for %s',
    async (pattern) => {
      const far = Array(10).fill('d'.repeat(250)).join('/');
      const root = tempFiles({
        'out/flat/kernel': BZIMAGE,
        [`out/deep/${far}/end`]: '',
        'other/end': '',
      });
      mkdirSync(join(root, 'half', far), { recursive: true });
      // Too far down for any call by the whole path, for any user: root may list all else.
      const bottom = join(root, 'out/deep', far, 'half');
      renameSync(join(root, 'half'), bottom);
      try {
        const { files, problems } = await find(root, pattern);
        expect(files).toEqual(['out/flat/kernel']);
        expect(problems).toEqual([expect.stringMatching(/d\/d.*: the name is too long$/)]);
      } finally {
        renameSync(bottom, join(root, 'half'));
      }
    },
  );

  it('reports a kernel that no name in UTF-8 leads to, and what a pattern matches there', async () => {
    const root = tempFiles({ 'out/\ufffd': BZIMAGE });
    const raw = (path: string) => Buffer.from(`${root}/out/${path}`, 'latin1');
    writeFileSync(raw('caf\xe9'), BZIMAGE);
    writeFileSync(raw('th\xe9'), 'no kernel');
    mkdirSync(raw('dir\xff'));
    writeFileSync(raw('dir\xff/vmlinux'), ELF_KERNEL);
    writeFileSync(raw('dir\xff/tool'), PROGRAM);
    const why = 'its name is not valid UTF-8: rename it';
    const kernels = [`out/caf\ufffd: ${why}`, `out/dir\ufffd/vmlinux: ${why}`];
    expect(await find(root, 'out')).toEqual({
      ...nothing,
      files: ['out/\ufffd'],
      problems: kernels,
      skipped: ['out/dir\ufffd/tool: no-xen-notes'],
    });
    expect((await find(root, 'out/t*')).problems).toEqual([`out/th\ufffd: ${why}`]);
    expect((await find(root, 'out/th\ufffd')).problems).toEqual([`out/th\ufffd: ${why}`]);
  });

  it('never opens a pipe', async () => {
    const root = tempFiles({ 'out/a': BZIMAGE });
    execFileSync('mkfifo', [join(root, 'out/pipe')]);
    const found = { ...nothing, files: ['out/a'], skipped: ['out/pipe: special'] };
    expect(await find(root, 'out')).toEqual(found);
    expect(await find(root, 'out/*')).toEqual(found);
    expect((await find(root, 'out/pipe')).problems).toEqual(['out/pipe: is not a regular file']);
  });
});
