import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildBzImage, lz4Stream, withSizeTrailer, xzStored } from '../support/bzimage-builder.ts';
import { buildElf, concat, noteSegment, notes } from '../support/elf-builder.ts';
import { find } from '../support/found.ts';
import { kernelWith, PV_NOTES } from '../support/kernels.ts';
import { tempFiles } from '../support/temp-files.ts';

const ELF_KERNEL = kernelWith(PV_NOTES);
const BZIMAGE = buildBzImage({ payload: Uint8Array.of(1, 2, 3) });
const EMPTY = new Uint8Array(0);

/** A zstd frame with one stored block (RFC 8878, 3.1.1), of less than 128 KiB. */
function zstdStored(content: Uint8Array): Uint8Array {
  const header = Buffer.alloc(9);
  header.writeUInt32LE(0xfd2fb528, 0);
  header[4] = 0xa0; // single segment, four bytes of content size
  header.writeUInt32LE(content.length, 5);
  const block = (content.length << 3) | 1;
  return concat([header, Uint8Array.of(block & 0xff, (block >> 8) & 0xff, block >> 16), content]);
}

/** What a directory with one file comes to: the file, a reason, or a problem. */
async function sniffed(name: string, content: Uint8Array | string): Promise<string | undefined> {
  const found = await find(tempFiles({ [`out/${name}`]: content }), 'out');
  const [said = ''] = [...found.skipped, ...found.problems];
  return found.files.length > 0 ? 'kernel' : said.slice(`out/${name}: `.length) || 'nothing';
}

describe('a kernel in a directory', () => {
  it.each([
    ['gzip', (content: Uint8Array) => gzipSync(content)],
    ['xz', xzStored],
    ['lz4', (content: Uint8Array) => withSizeTrailer(lz4Stream(content), content.length)],
    ['zstd', zstdStored],
  ])('may be an ELF file that is compressed as a whole: %s', async (_, compress) => {
    const object = ELF_KERNEL.slice();
    object[16] = 1; // ET_REL
    expect(await sniffed('gnumach.z', compress(ELF_KERNEL))).toBe('kernel');
    expect(await sniffed('program.z', compress(buildElf()))).toBe('no-xen-notes');
    expect(await sniffed('module.ko.z', compress(object))).toBe('object');
    expect(await sniffed('page.1.z', compress(Buffer.from('text '.repeat(99))))).toBe('nothing');
    const cut = compress(ELF_KERNEL).subarray(0, -5);
    expect(await sniffed('vmlinux', cut)).toBe('kernel');
    expect(await sniffed('cut.z', cut)).toMatch(/^(?:kernel|damaged|nothing)$/);
  });

  it('is for x86: what is for another machine is passed over', async () => {
    const other = ELF_KERNEL.slice();
    other.set([183, 0], 18); // e_machine: EM_AARCH64
    expect(await sniffed('vmlinux', other)).toBe('other-elf');
    expect(await sniffed('vmlinux.gz', gzipSync(other))).toBe('other-elf');
    other.set([254, 255], 18); // no registered one: perhaps a mistake of a build
    expect(await sniffed('vmlinux', other)).toBe('kernel');
  });

  it('may have its notes far from its start', async () => {
    const far = noteSegment(notes(PV_NOTES), { offset: 5 << 20 });
    expect(await sniffed('vmlinux.gz', gzipSync(buildElf({ segments: [far] })))).toBe('kernel');
    const end = { name: '.text', type: 1, data: Uint8Array.of(1), offset: 9 << 20 };
    const whole = buildElf({ segments: [far], sections: [end] });
    expect(await sniffed('vmlinux.gz', gzipSync(whole))).toBe('kernel');
    const sections = [{ name: '.note.Xen', type: 7, data: notes(PV_NOTES), offset: 5 << 20 }];
    expect(await sniffed('vmlinux.gz', gzipSync(buildElf({ sections })))).toBe('kernel');
    const buildId = noteSegment(notes([{ owner: 'GNU', type: 3, value: 1 }]));
    const both = buildElf({ segments: [buildId], sections });
    expect(await sniffed('vmlinux.gz', gzipSync(both))).toBe('kernel');
  });

  it('may be a bzImage in gzip, and in no other compression', async () => {
    expect(await sniffed('a', gzipSync(BZIMAGE))).toBe('kernel');
    expect(await sniffed('a', xzStored(BZIMAGE))).toBe('bzimage');
  });

  it('needs no boot_flag: Xen does not look at it', async () => {
    const image = BZIMAGE.slice();
    image.fill(0, 0x1fe, 0x200);
    expect(await sniffed('a', image)).toBe('kernel');
  });

  it('may have a xen_bin_image_table', async () => {
    const table = new Uint32Array(99);
    table.set([0x336ec578, 0x10000, -(0x336ec578 + 0x10000)], 1);
    expect(await sniffed('a', new Uint8Array(table.buffer))).toBe('kernel');
    expect(await sniffed('a', gzipSync(new Uint8Array(table.buffer)))).toBe('kernel');
  });
});

describe('what only looks like a kernel', () => {
  it.each([
    ['memtest86+', { protocol: 0x020c, payload: EMPTY, version: 'Memtest86+ v6.10' }],
    ['iPXE', { protocol: 0x0207, payload: EMPTY, version: '1.0.0+git-20190125.36a4c85-5.1' }],
    ['a boot image without a version', { protocol: 0x0203, payload: EMPTY, version: null }],
  ])('is passed over: %s', async (_, spec) => {
    expect(await sniffed('boot.bin', buildBzImage(spec))).toBe('other-boot-image');
    const root = tempFiles({ 'boot.bin': buildBzImage(spec) });
    expect((await find(root, 'boot.bin')).files).toEqual(['boot.bin']);
  });

  it.each([
    [
      'old',
      { protocol: 0x0207, payload: EMPTY, version: '2.6.24-1-686 (Debian 2.6.24-7) (w@d) #1' },
    ],
    ['damaged', { payload: EMPTY, version: '6.12.1 (you@there) #1' }],
  ])('is not Linux, however %s', async (_, spec) => {
    expect(await sniffed('a', buildBzImage(spec))).toBe('kernel');
  });

  it('is an ELF kernel all the same where it is one', async () => {
    const elf = buildElf({ segments: [noteSegment(notes(PV_NOTES), { offset: 0x1000 })] });
    elf.set(Buffer.from('HdrS\x03\x02', 'latin1'), 0x202);
    expect(await sniffed('a', elf)).toBe('kernel');
  });
});

describe('a file with the name of a kernel', () => {
  it.each(['vmlinuz', 'vmlinuz-6.12.94+deb13-amd64', 'bzImage-6.12.bin', 'vmlinux', 'vmlinuz.efi'])(
    'is a problem where it can be none: %s',
    async (name) => {
      expect(await sniffed(name, '')).toBe('is empty');
      expect(await sniffed(name, BZIMAGE.subarray(0, 0x200))).toMatch(/^has only 512 bytes/);
      expect(await sniffed(name, '404: Not Found')).toMatch(/^has only 14 bytes/);
      expect(await sniffed(name, new Uint8Array(10_000))).toBe('starts with zeros only');
      const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\n`;
      expect(await sniffed(name, pointer)).toBe('is a Git LFS pointer, not a kernel');
    },
  );

  it('is reported where there is something else in it', async () => {
    expect(await sniffed('vmlinuz', 'a page that says what is wrong\n'.repeat(99))).toBe(
      'misnamed',
    );
    expect(await sniffed('vmlinuz', `MZ${'\0'.repeat(0x36)}ARM\x64`.padEnd(9999))).toBe(
      'arm64-image',
    );
  });

  it.each(['vmlinux.symvers', 'vmlinux.lds', 'vmlinux.o', 'vmlinuz.sha256', 'System.map', 'a'])(
    'is not %s',
    async (name) => {
      expect(await sniffed(name, '')).toBe('nothing');
      expect(await sniffed(name, new Uint8Array(10_000))).toBe('nothing');
    },
  );
});
