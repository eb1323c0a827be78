import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../src/bytes/bytes.ts';
import { explain } from '../../src/gate/explain.ts';
import { describeFile, nameFile } from '../../src/kernel/name-file.ts';
import { openKernel } from '../../src/kernel/open.ts';
import { OTHER_FORMATS, type OtherFormatId } from '../../src/kernel/other-formats.ts';
import { checkKernel } from '../../src/xen/check-kernel.ts';
import { EVERY_BUILD } from '../support/builds.ts';
import { xzStored } from '../support/bzimage-builder.ts';
import { buildElf, loadSegment } from '../support/elf-builder.ts';
import { kernelWith, PV_NOTES } from '../support/kernels.ts';

/** Bytes at an offset of a file of 40,000 bytes. */
function file(...parts: readonly [offset: number, text: string][]): Uint8Array {
  const bytes = Buffer.alloc(40_000);
  for (const [offset, text] of parts) bytes.write(text, offset, 'latin1');
  return new Uint8Array(bytes);
}

/** A PE file (Microsoft's "PE Format") with empty sections of these names. */
function pe(...sections: readonly string[]): Uint8Array {
  const count = String.fromCharCode(sections.length);
  return file(
    [0, 'MZ'],
    [0x3c, '\x80'],
    [0x80, `PE\0\0\x64\x86${count}\0`],
    [0x80 + 20, '\xf0\0'],
    ...sections.map((name, i): [number, string] => [0x80 + 24 + 0xf0 + 40 * i, name]),
  );
}

const FILES: Readonly<Record<OtherFormatId, Uint8Array>> = {
  deb: file([0, '!<arch>\ndebian-binary   1699999999  0     0     100644  4         `\n2.0\n']),
  rpm: file([0, '\xed\xab\xee\xdb\x03\0']),
  apk: gzipSync(file([0, '.SIGN.RSA.alpine-devel@lists.alpinelinux.org'], [257, 'ustar'])),
  pacman: xzStored(file([0, '.BUILDINFO'], [257, 'ustar'])),
  bzimage: xzStored(file([0, 'MZ'], [0x3c, '\x80'], [0x80, 'PE\0\0'], [0x202, 'HdrS'])),
  zboot: file([0, 'MZ\0\0zimg'], [0x18, 'gzip'], [0x38, '\xcd\x23\x82\x81']),
  'other-elf': gzipSync(
    buildElf({ machine: 183, entry: 0x1000n, segments: [loadSegment(file())] }),
  ),
  'arm64-image': file([0, 'MZ'], [0x38, 'ARM\x64']),
  'riscv-image': file([0, 'MZ'], [0x30, 'RISCV\0\0\0RSC\x05']),
  'arm-zimage': file([0x24, '\x18\x28\x6f\x01']),
  uki: pe('.text', '.osrel', '.cmdline', '.linux', '.initrd'),
  'xen-unified': pe('.text', '.config', '.kernel'),
  pe: pe('.text', '.data'),
  uimage: file([0, '\x27\x05\x19\x56']),
  fit: file([0, '\xd0\x0d\xfe\xed']),
  android: file([0, 'ANDROID!']),
  tar: gzipSync(file([0, 'boot/'], [257, 'ustar'])),
  zip: file([0, 'PK\x03\x04']),
  '7z': file([0, '7z\xbc\xaf\x27\x1c']),
  cpio: gzipSync(file([0, '070701'])),
  squashfs: file([0, 'hsqs']),
  iso: file([0x8001, 'CD001']),
  qcow2: file([0, 'QFI\xfb']),
  'lz4-frame': file([0, '\x04\x22\x4d\x18']),
  lfs: file([0, 'version https://git-lfs.github.com/spec/v1\noid sha256:']),
};

const circumstances = { system: 'unknown', boots: () => [], request: () => null } as const;

describe('a file that is no kernel is called what it is, on every path and release', () => {
  it.each(Object.entries(FILES))('%s', async (id, bytes) => {
    const kernel = await openKernel(bytesSource(bytes));
    const { name, advice } = OTHER_FORMATS[id as OtherFormatId];
    const named = nameFile(kernel);
    expect(named && describeFile(named)).toContain(name);
    const findings = await kernel.examine(() =>
      (['pv-dom0', 'pvh-dom0', 'pv-domu', 'pvh-domu'] as const)
        .flatMap((boot) => checkKernel(kernel, boot, EVERY_BUILD))
        .flatMap(({ refusals }) => refusals.map((one) => explain(one, circumstances))),
    );
    expect(findings.length).toBeGreaterThan(0);
    for (const { rule, message, fix, evidence } of findings) {
      expect([rule, evidence, fix]).toEqual([
        'not-a-kernel',
        expect.objectContaining({ format: id, found: 'file' }),
        advice,
      ]);
      expect(message).toContain(name);
    }
  });

  it.each([
    [183, 64, 'aarch64'],
    [243, 64, 'riscv64'],
    [40, 32, 'arm'],
    [21, 64, 'powerpc64'],
    [258, 64, 'loongarch'],
  ] as const)('names the architecture of an ELF file: machine %i', async (machine, bits, arch) => {
    const segments = [loadSegment(file(), { vaddr: 0x1000 })];
    for (const endian of ['little', 'big'] as const) {
      const elf = buildElf({ machine, bits, endian, entry: 0x1000, segments });
      const named = nameFile(await openKernel(bytesSource(elf)));
      expect(named).toEqual({ format: 'other-elf', arch, codec: null });
      expect(named && describeFile(named)).toBe(`an ELF file for another architecture, ${arch}`);
    }
  });

  it('names nothing that is a kernel, or is not known', async () => {
    const elf = kernelWith(PV_NOTES);
    // Registered for a machine on which neither Linux nor Xen ever ran: EM_68K.
    const unnamed = buildElf({ machine: 4 });
    for (const bytes of [elf, gzipSync(elf), unnamed, file([0, 'text']), file([0, 'MZ'])]) {
      expect(nameFile(await openKernel(bytesSource(bytes)))).toBeNull();
    }
    expect(nameFile(await openKernel(bytesSource(new Uint8Array(0))))?.format).toBe('empty');
  });

  it('survives what points out of itself', async () => {
    const far = file([0, 'MZ'], [0x3c, '\xff\xff\xff\x7f']);
    const many = pe('.text').fill(0xff, 0x86, 0x88);
    expect(nameFile(await openKernel(bytesSource(far)))).toBeNull();
    expect(nameFile(await openKernel(bytesSource(many)))?.format).toBe('pe');
  });
});
