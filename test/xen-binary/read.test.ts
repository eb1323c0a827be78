import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../src/bytes/bytes.ts';
import type { XenFile } from '../../src/programs/xen/binary/xen-file.ts';
import { UsageError } from '../../src/text/usage-error.ts';
import { readXenFile } from '../../src/xen-binary/read.ts';
import { gzipOfZeros } from '../support/bzimage-builder.ts';
import { buildElf, loadSegment } from '../support/elf-builder.ts';
import {
  config,
  LIBRARY_TEXTS,
  multibootXen,
  XEN_TEXTS,
  xenEfi,
  xenLibrary,
  xenSyms,
} from '../support/xen-builder.ts';

const read = (bytes: Uint8Array): Promise<XenFile> => readXenFile(bytesSource(bytes));

/** `+pv32` or `-pv32`; empty where the file does not say. */
async function says(bytes: Uint8Array, fact: string): Promise<string> {
  const { facts } = await read(bytes);
  return facts
    .filter((one) => one.fact === fact)
    .map(({ present }) => (present ? '+' : '-') + fact)
    .join(' ');
}

describe('a hypervisor', () => {
  it.each([
    ['multiboot ELF', multibootXen(), 'abcd'],
    ['multiboot ELF, compressed with gzip', gzipSync(multibootXen()), 'abcd'],
    ['ELF', xenSyms(), null],
    ['PE', xenEfi(), null],
  ])('says what it is: %s', async (format, bytes, buildId) => {
    const { facts, ...rest } = await read(bytes);
    expect(rest).toEqual({
      part: 'hypervisor',
      format,
      version: '4.17.7',
      versionFrom: 'its code and its configuration',
      vendorVersion: null,
      buildId,
      loaders: [],
    });
    expect(facts.map(({ fact, present }) => (present ? '+' : '-') + fact)).toEqual([
      '+pv',
      '-pv32',
      '+pvh-dom0',
      '-pvh-dom0-asks-dom0-feature',
      '+dom0-gzip',
      '+dom0-bzip2',
      '+dom0-lzma',
      '+dom0-xz',
      '+dom0-lzo',
      '+dom0-lz4',
      '+dom0-zstd',
      '+feature-hvm-callback-vector',
      '+note-phys32-entry',
      '-note-phys32-reloc',
      '+note-supported-features',
      '+feature-dom0',
    ]);
  });

  it('has the version of its code, which says more than the configuration', async () => {
    const bytes = multibootXen({ extra: '.5-xcpng', config: config('4.17.5', 'PV') });
    expect(await read(bytes)).toMatchObject({ version: '4.17.5-xcpng', versionFrom: 'its code' });
    const none = multibootXen({ minor: 11, extra: '.4', config: null });
    expect(await read(none)).toMatchObject({ version: '4.11.4', versionFrom: 'its code' });
    const only = multibootXen({ hasVersion: false, config: config('4.20.5-pre', 'PV') });
    expect(await read(only)).toMatchObject({
      version: '4.20.5-pre',
      versionFrom: 'its configuration',
    });
  });

  it.each([
    [['4.17.7+13-g2445b30a44-0+deb12u1'], '4.17.7+13-g2445b30a44-0+deb12u1'],
    [['4.17.7+13', '4.17.6+1'], null],
    [['4.17.7'], null],
    [['4.18.1+1'], null],
  ])('has the name that a vendor gave it: %j', async (names, vendorVersion) => {
    const bytes = multibootXen({ texts: [...XEN_TEXTS, ...names] });
    expect(await read(bytes)).toMatchObject({ vendorVersion });
  });

  it.each([
    ['+pv32', { config: config('4.17.7', 'PV', 'PV32', 'HVM') }],
    ['-pv32', { config: config('4.17.7', 'PV', 'HVM') }],
    ['+pv32', { config: null, texts: [...XEN_TEXTS, 'xen-%d.%d-x86_32p '] }],
    ['+pv32', { config: null, texts: [...XEN_TEXTS, 'xen-3.0-x86_32p '] }],
    ['-pv32', { config: null, texts: [...XEN_TEXTS, 'hvm-%d.%d-x86_32p '] }],
  ])('says %s', async (answer, spec) => {
    expect(await says(multibootXen(spec), 'pv32')).toBe(answer);
  });

  it.each([
    ['-', 0, ['PV', 'HVM']],
    ['-', 1, ['PV', 'HVM']],
    ['+', 2, ['PV', 'HVM']],
  ])(
    'has the check of a PVH dom0 by its code: %s for %d calls with %j',
    async (answer, calls, options) => {
      for (const build of [multibootXen, xenSyms, xenEfi]) {
        const bytes = build({ dom0Callers: calls, config: config('4.17.7', ...options) });
        expect(await says(bytes, 'pvh-dom0-asks-dom0-feature')).toBe(
          `${answer}pvh-dom0-asks-dom0-feature`,
        );
      }
    },
  );

  it.each([
    ['-pv', { config: config('4.17.7', 'HVM') }],
    ['+pv', { config: null }],
    ['-pv', { config: null, texts: XEN_TEXTS.filter((text) => !text.includes('a PV Dom')) }],
    ['+pv', { config: null, texts: [...XEN_TEXTS.slice(0, -1), '*** LOADING DOMAIN 0 ***'] }],
  ])('says %s', async (answer, spec) => {
    expect(await says(multibootXen(spec), 'pv')).toBe(answer);
  });

  it('has the check of a PVH dom0 by its message, where there is no PV', async () => {
    const fact = 'pvh-dom0-asks-dom0-feature';
    const spec = { config: config('4.20.4', 'HVM'), minor: 20, extra: '.4' };
    expect(await says(multibootXen(spec), fact)).toBe(`+${fact}`);
    expect(await says(multibootXen({ ...spec, hasCheck: false }), fact)).toBe(`-${fact}`);
  });

  it('has no PVH without hardware virtualisation', async () => {
    const texts = XEN_TEXTS.filter((text) => !text.includes('ELFNOTES'));
    const bytes = multibootXen({ texts, config: config('4.17.7', 'PV') });
    expect(await says(bytes, 'pvh-dom0')).toBe('-pvh-dom0');
    expect(await says(bytes, 'pvh-domu')).toBe('-pvh-domu');
    expect(await says(bytes, 'pvh-dom0-asks-dom0-feature')).toBe('');
  });

  it('has no PVH dom0 where its builder does not come to an end', async () => {
    const texts = [...XEN_TEXTS, 'Building a PVHv2 Dom0 is not yet supported.'];
    const bytes = multibootXen({ minor: 10, extra: '.4', config: null, texts });
    expect(await says(bytes, 'pvh-dom0')).toBe('-pvh-dom0');
    expect(await says(bytes, 'pvh-dom0-asks-dom0-feature')).toBe('');
  });

  it.each([
    ['bad gzip', 'dom0-gzip'],
    ['Data integrity', 'dom0-bzip2'],
    ['LZMA', 'dom0-lzma'],
    ['XZ-', 'dom0-xz'],
    ['violation', 'dom0-lzo'],
    ['Decoding', 'dom0-lz4'],
    ['ZSTD', 'dom0-zstd'],
    ['SUPPORTED', 'note-supported-features'],
    ['PHYS32', 'note-phys32-entry'],
    ['hvm_callback', 'feature-hvm-callback-vector'],
    ['hvm_callback', 'feature-dom0'],
  ])('without the text %s it lacks %s', async (text, fact) => {
    const bytes = multibootXen({ texts: XEN_TEXTS.filter((one) => !one.includes(text)) });
    expect(await says(bytes, fact)).toBe(`-${fact}`);
    expect(await says(multibootXen(), fact)).toBe(`+${fact}`);
  });

  it('proves nothing by the word dom0 alone', async () => {
    const texts = [...XEN_TEXTS.filter((text) => !text.startsWith('hvm_')), 'dom0'];
    expect(await says(multibootXen({ texts }), 'feature-dom0')).toBe('');
  });
});

describe('a toolstack library', () => {
  it('says what it is', async () => {
    const { facts, ...rest } = await read(xenLibrary());
    expect(rest).toEqual({
      part: 'toolstack',
      format: 'shared library',
      version: '4.17',
      versionFrom: 'its name, libxenguest.so.4.17',
      vendorVersion: null,
      buildId: null,
      loaders: ['Linux bzImage', 'ELF-generic'],
    });
    expect(facts.map(({ fact, present, how }) => `${present ? '+' : '-'}${fact}: ${how}`)).toEqual([
      '-domu-bzip2: holds "BZIP2 decompress support unavailable"',
      '+domu-lzma: needs liblzma.so.5',
      '+domu-xz: needs liblzma.so.5',
      '-domu-lzo: holds "LZO1x decompress support unavailable"',
      '+domu-lz4: loads LZ4 without a library for it',
      '+domu-zstd: needs libzstd.so.1',
      '-domu-lzma-memory-256-mib: gives liblzma 128 MiB',
      '+domu-lzma-memory-128-mib: gives liblzma 128 MiB',
      '+feature-hvm-callback-vector: holds the name hvm_callback_vector',
      '+note-phys32-entry: holds the name PHYS32_ENTRY',
      '-note-phys32-reloc: lacks the name PHYS32_RELOC',
      '+note-supported-features: holds the name SUPPORTED_FEATURES',
      '+feature-dom0: holds the name dom0 behind hvm_callback_vector',
    ]);
  });

  it.each([
    [[256], '+domu-lzma-memory-256-mib'],
    [[128], '-domu-lzma-memory-256-mib'],
    [[128, 256], ''],
    [[64], ''],
  ])('has the limit for xz in its code: %j', async (limits, answer) => {
    expect(await says(xenLibrary({ limits }), 'domu-lzma-memory-256-mib')).toBe(answer);
  });

  it('needs the libraries of the codecs that it was built with', async () => {
    const texts = LIBRARY_TEXTS.filter((text) => !text.includes('unavailable'));
    const whole = xenLibrary({ texts, needs: ['libbz2.so.1.0', 'liblzma.so.5', 'liblzo2.so.2'] });
    expect(await says(whole, 'domu-bzip2')).toBe('+domu-bzip2');
    expect(await says(whole, 'domu-lzo')).toBe('+domu-lzo');
    const old = xenLibrary({ texts: texts.filter((text) => !text.includes('ZSTD')) });
    expect(await says(old, 'domu-zstd')).toBe('-domu-zstd');
  });
});

describe('a file that is no Xen', () => {
  const kernel = readFileSync('test/kernels/vmlinuz-6.1.0-50-amd64.img');
  const wanted = 'and not a Xen hypervisor or libxenguest.so.*';
  it.each([
    ['empty', new Uint8Array(0), `is empty, ${wanted}`],
    ['a kernel', kernel, `is a kernel (bzImage), ${wanted}`],
    ['ELF', buildElf(), `is another ELF file, ${wanted}`],
    ['PE', xenEfi({ texts: [] }), `is an EFI application without a Linux boot header, ${wanted}`],
    ['a text', Buffer.from('# Xen'), `is an unknown file, ${wanted}`],
    ['a package', Buffer.from('!<arch>\ndebian-binary'), `is a Debian package, ${wanted}`],
    [
      'a truncated file',
      gzipSync(multibootXen()).subarray(0, -20),
      'cannot be decompressed (gzip): the stream ends inside the compressed data',
    ],
    [
      'a Xen for Arm',
      buildElf({ machine: 183, segments: [loadSegment(Buffer.from(XEN_TEXTS.join('\0')))] }),
      'is a Xen for aarch64, and only Xen on x86 is checked',
    ],
    ['a PE for Arm', xenEfi({}, 0xaa64), 'is a Xen for aarch64, and only Xen on x86 is checked'],
    [
      'a configuration for Arm',
      multibootXen({ config: config('4.17.7').replace('x86', 'arm') }),
      'is a Xen for arm, and only Xen on x86 is checked',
    ],
    [
      'a shim',
      multibootXen({ config: config('4.17.7', 'PV_SHIM_EXCLUSIVE') }),
      'is the shim that Xen runs in a guest, and no hypervisor of a host',
    ],
    [
      'no version',
      multibootXen({ hasVersion: false, config: null }),
      'is a Xen whose version cannot be found in it: give its release with --xen instead',
    ],
    [
      'another library',
      xenLibrary({ name: 'libxenctrl.so.4.17' }),
      'is the library libxenctrl.so.4.17, which loads no kernels: give libxenguest.so.* of the same directory',
    ],
    [
      'a library of something else',
      xenLibrary({ name: 'libc.so.6\u001b' }),
      'is the library libc.so.6?, and neither a hypervisor nor libxenguest.so.*',
    ],
    [
      'a library for Arm',
      xenLibrary({ machine: 183 }),
      'is a toolstack library for aarch64, and only Xen on x86 is checked',
    ],
  ])('%s', async (_, bytes, message) => {
    await expect(read(bytes)).rejects.toThrow(new UsageError(message));
  });

  it('is not read where it is too large', async () => {
    const huge = { size: 2 ** 40, read: () => new Uint8Array(0) };
    await expect(readXenFile(huge)).rejects.toThrow('is larger than any Xen: more than 256 MiB');
    const bomb = gzipOfZeros(new Uint8Array(0), 257);
    await expect(read(bomb)).rejects.toThrow('is larger than any Xen: more than 256 MiB');
  });

  it('ends where the time is over', async () => {
    const over = () => {
      throw new Error('too late');
    };
    await expect(readXenFile(bytesSource(gzipSync(multibootXen())), over)).rejects.toThrow(
      'too late',
    );
  });

  it('is no Xen, or still one, with whatever is turned over', async () => {
    for (const whole of FILES) {
      for (let at = 0; at < whole.length; at += 37) {
        const broken = whole.slice();
        broken[at] = 0xff;
        expect(await versionOf(broken)).toMatch(/^4\.|^UsageError$/);
      }
    }
  });

  // What is cut off could be the messages by which a codec is known.
  it('is no Xen with whatever is cut off', async () => {
    for (const whole of FILES) {
      for (let at = 0; at < whole.length; at += 37) {
        expect(await versionOf(whole.subarray(0, at))).toBe('UsageError');
      }
    }
    const cut = xenEfi().subarray(0, -1);
    await expect(read(cut)).rejects.toThrow('is truncated: it ends before what its headers list');
  });
});

const FILES = [multibootXen(), xenSyms(), xenEfi(), xenLibrary()];

/** Its version, or the name of the error. */
async function versionOf(bytes: Uint8Array): Promise<string> {
  return await read(bytes).then(
    ({ version }) => version,
    (error: unknown) => (error as Error).name,
  );
}
