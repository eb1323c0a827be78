import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { discover, type Exceptions } from '../../src/artifacts/discover.ts';
import { sampleKernel } from '../../src/demo/sample.ts';
import { buildBzImage } from '../support/bzimage-builder.ts';
import { buildElf, noteSegment, notes } from '../support/elf-builder.ts';
import { tempFiles } from '../support/temp-files.ts';

const ELF_KERNEL = sampleKernel();
const BZIMAGE = buildBzImage({ payload: Uint8Array.of(1, 2, 3) });
const PROGRAM = buildElf();

/** What PATHs below `root` come to, relative to it. */
async function find(root: string, ...paths: string[]) {
  return findBut({}, root, ...paths);
}

async function findBut(exceptions: Exceptions, root: string, ...paths: string[]) {
  const inside = (path: string) => path.slice(root.length + 1);
  const { files, problems, barren, skipped } = await discover(
    paths.map((path) => join(root, path)),
    exceptions,
  );
  return {
    files: files.map(inside),
    problems: problems.map(({ path, message }) => `${inside(path)}: ${message}`),
    barren: barren.map(inside),
    skipped: skipped.map(({ path, reason }) => `${inside(path)}: ${reason}`),
  };
}

const nothing = { files: [], problems: [], barren: [], skipped: [] };

describe('finding kernels', () => {
  it('takes a file that is named, whatever it holds', async () => {
    const root = tempFiles({ text: 'no kernel', empty: '' });
    expect(await find(root, 'text', 'empty')).toEqual({ ...nothing, files: ['text', 'empty'] });
  });

  it('takes only kernels from a directory, by their contents', async () => {
    const root = tempFiles({
      'out/vmlinuz': 'no kernel, in spite of its name',
      'out/a': BZIMAGE,
      'out/deep/er/b': ELF_KERNEL,
      'out/tool': PROGRAM,
      'out/tiny': '\x7fEL',
      'out/.hidden': ELF_KERNEL,
      'out/.git/objects/c': ELF_KERNEL,
      'out/node_modules/d': ELF_KERNEL,
    });
    const files = ['out/.hidden', 'out/a', 'out/deep/er/b'];
    const skipped = ['out/node_modules: ignored', 'out/tool: no-xen-notes'];
    expect(await find(root, 'out')).toEqual({ ...nothing, files, skipped });
  });

  it('tells which files of a directory it does not take, though somebody may mean them', async () => {
    const object = ELF_KERNEL.slice();
    object[16] = 1; // ET_REL
    const root = tempFiles({
      'out/.tmp_vmlinux1': ELF_KERNEL,
      'out/head.o': object,
      'out/tool': PROGRAM,
      'out/vmlinux': ELF_KERNEL,
      'out/vmlinux.gz': gzipSync(ELF_KERNEL),
      'out/noise': Uint8Array.of(0x5d, 0, 0, 0),
    });
    const found = await find(root, 'out');
    expect({ ...found, skipped: [...found.skipped].sort() }).toEqual({
      ...nothing,
      files: ['out/vmlinux'],
      skipped: [
        'out/.tmp_vmlinux1: intermediate',
        'out/head.o: object',
        'out/tool: no-xen-notes',
        'out/vmlinux.gz: compressed',
      ],
    });
  });

  it.each([32, 64] as const)(
    'takes no file of debug information for a kernel: %i bits',
    async (bits) => {
      const SHT_PROGBITS = 1;
      const SHT_NOBITS = 8;
      const withText = (type: number) =>
        buildElf({
          bits,
          segments: [noteSegment(notes([{ type: 6, value: 'FreeBSD' }], { bits }))],
          sections: [
            { name: '.rodata', type, flags: 2 },
            { name: '.text', type, flags: 6 },
            { name: '.init.text', type: SHT_NOBITS, flags: 6 },
            { name: '.debug_info', type: SHT_PROGBITS },
          ],
        });
      const root = tempFiles({
        'obj/kernel': withText(SHT_PROGBITS),
        'obj/kernel.debug': withText(SHT_NOBITS),
      });
      expect(await find(root, 'obj')).toEqual({
        ...nothing,
        files: ['obj/kernel'],
        skipped: ['obj/kernel.debug: debug'],
      });
    },
  );

  it('tells of what may hold a kernel and is not looked into', async () => {
    const root = tempFiles({
      'out/arm64/Image': `MZ${'\0'.repeat(0x36)}ARM\x64`,
      'out/riscv/Image': `MZ${'\0'.repeat(0x36)}RSC\x05`,
      'out/vmlinuz.efi': 'MZ\0\0zimg',
      'out/linux-image.deb': '!<arch>\ndebian-binary   ',
      'out/kernel.rpm': Uint8Array.of(0xed, 0xab, 0xee, 0xdb, 3, 0),
      'out/lib.a': '!<arch>\n/               ',
    });
    const found = await find(root, 'out');
    expect({ ...found, skipped: [...found.skipped].sort() }).toEqual({
      ...nothing,
      barren: ['out'],
      skipped: [
        'out/arm64/Image: foreign',
        'out/kernel.rpm: package',
        'out/linux-image.deb: package',
        'out/riscv/Image: foreign',
        'out/vmlinuz.efi: foreign',
      ],
    });
  });

  it('takes the kernel of a Linux tree, and nothing that was made on the way to it', async () => {
    const root = tempFiles({
      'arch/x86/boot/bzImage': BZIMAGE,
      'arch/x86/boot/compressed/vmlinux': PROGRAM,
      'arch/x86/boot/compressed/vmlinux.bin': ELF_KERNEL,
      'arch/x86/boot/compressed/vmlinux.bin.all': ELF_KERNEL,
      'arch/x86/boot/setup.bin': BZIMAGE.subarray(0, 0x400),
      'arch/x86/boot/vmlinux.bin': '',
      'firecracker/vmlinux.bin': ELF_KERNEL,
      vmlinux: ELF_KERNEL,
      'vmlinux.unstripped': ELF_KERNEL,
    });
    symlinkSync('x86', join(root, 'arch/x86_64'));
    const found = await find(root, '');
    expect({ ...found, skipped: [...found.skipped].sort() }).toEqual({
      ...nothing,
      files: ['arch/x86/boot/bzImage', 'firecracker/vmlinux.bin', 'vmlinux'],
      skipped: [
        'arch/x86/boot/compressed/vmlinux.bin.all: intermediate',
        'arch/x86/boot/compressed/vmlinux.bin: intermediate',
        'arch/x86/boot/compressed/vmlinux: no-xen-notes',
        'arch/x86/boot/setup.bin: intermediate',
        'vmlinux.unstripped: intermediate',
      ],
    });
    expect((await find(root, 'arch/x86/boot/setup.bin')).files).toHaveLength(1);
    expect((await find(root, 'arch/x86/boot')).files).toEqual(['arch/x86/boot/bzImage']);
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
    expect(await find(root, '**/vmlinuz-*')).toEqual({ ...nothing, files });
    expect(await find(root, 'boot/vmlinuz-{1,2}')).toEqual({ ...nothing, files });
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
      expect((await findBut(but, root, 'out/old')).barren).toEqual(['out/old']);
    }
    expect((await findBut({ baseline: join(root, 'gone') }, root, 'out/old')).files).toHaveLength(
      1,
    );
  });

  it('tells where there is no kernel', async () => {
    const root = tempFiles({ 'out/text': 'no kernel' });
    expect(await find(root, 'out', 'boot/*')).toEqual({ ...nothing, barren: ['out', 'boot/*'] });
  });

  it('reports what is missing or no file', async () => {
    const root = tempFiles({ file: BZIMAGE });
    expect((await find(root, 'lost', 'file/below', 'file')).problems).toEqual([
      'lost: no such file or directory',
      'file/below: a part of the path is not a directory',
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
      skipped: ['out/escape: link-out', 'out/store/out: link-out'],
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
      skipped: ['out/x86/bzImage-escape: link-out'],
    });
  });

  it('leaves alone what has no name in UTF-8', async () => {
    const root = tempFiles({ 'out/\ufffd': BZIMAGE });
    writeFileSync(Buffer.from(`${root}/out/caf\xe9`, 'latin1'), BZIMAGE);
    mkdirSync(Buffer.from(`${root}/out/dir\xff`, 'latin1'));
    expect(await find(root, 'out')).toEqual({
      ...nothing,
      files: ['out/\ufffd'],
      skipped: ['out/caf\ufffd: unnameable', 'out/dir\ufffd: unnameable'],
    });
  });

  it('never opens a pipe', async () => {
    const root = tempFiles({ 'out/a': BZIMAGE });
    execFileSync('mkfifo', [join(root, 'out/pipe')]);
    expect(await find(root, 'out')).toEqual({ ...nothing, files: ['out/a'] });
    expect(await find(root, 'out/*')).toEqual({ ...nothing, files: ['out/a'] });
    expect((await find(root, 'out/pipe')).problems).toEqual(['out/pipe: is not a regular file']);
  });
});
