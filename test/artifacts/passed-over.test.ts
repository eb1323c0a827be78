import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { discover } from '../../src/artifacts/discover.ts';
import { sampleKernel } from '../../src/demo/sample.ts';
import { buildBzImage } from '../support/bzimage-builder.ts';
import { buildElf, noteSegment, notes } from '../support/elf-builder.ts';
import { find, nothing } from '../support/found.ts';
import { tempFiles } from '../support/temp-files.ts';

const ELF_KERNEL = sampleKernel();
const BZIMAGE = buildBzImage({ payload: Uint8Array.of(1, 2, 3) });
const PROGRAM = buildElf();

describe('what a directory has beside kernels', () => {
  it('reports which files of a directory it does not take, although a user may mean them', async () => {
    const object = ELF_KERNEL.slice();
    object[16] = 1; // ET_REL
    const root = tempFiles({
      'out/.tmp_vmlinux1': ELF_KERNEL,
      'out/head.o': object,
      'out/tool': PROGRAM,
      'out/vmlinux': ELF_KERNEL,
      'out/noise': Uint8Array.of(0x5d, 0, 0, 0),
    });
    const found = await find(root, 'out');
    expect({ ...found, skipped: [...found.skipped].sort() }).toEqual({
      ...nothing,
      files: ['out/vmlinux'],
      skipped: ['out/.tmp_vmlinux1: intermediate', 'out/head.o: object', 'out/tool: no-xen-notes'],
    });
  });

  it('takes no kernel that a debugger reads, unless it is named', async () => {
    const name = 'usr/lib/debug/boot/vmlinux-6.12';
    const root = tempFiles({ [name]: ELF_KERNEL, 'boot/vmlinux': ELF_KERNEL });
    expect(await find(root, '.')).toEqual({
      ...nothing,
      files: ['boot/vmlinux'],
      skipped: [`${name}: debug`],
    });
    expect(await find(root, name)).toEqual({ ...nothing, files: [name] });
  });

  it('counts a kernel and the links to it as one', async () => {
    const root = tempFiles({ 'boot/vmlinux-6.12': ELF_KERNEL });
    symlinkSync('vmlinux-6.12', join(root, 'boot/vmlinux'));
    symlinkSync('boot/vmlinux-6.12', join(root, 'vmlinux'));
    expect((await discover([root])).places).toEqual([{ path: root, kernels: 1 }]);
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

  it('lists files that may hold a kernel and are not searched', async () => {
    const root = tempFiles({
      'out/arm64/Image': `MZ${'\0'.repeat(0x36)}ARM\x64`,
      'out/riscv/Image': `MZ${'\0'.repeat(0x36)}RSC\x05`,
      'out/vmlinuz.efi': 'MZ\0\0zimg',
      // Not called what such packages are called.
      'out/linux-image': '!<arch>\ndebian-binary   ',
      'out/kernel': Uint8Array.of(0xed, 0xab, 0xee, 0xdb, 3, 0),
      'out/lib.a': '!<arch>\n/               ',
    });
    const found = await find(root, 'out');
    expect({ ...found, skipped: [...found.skipped].sort() }).toEqual({
      ...nothing,
      unmatched: ['out'],
      skipped: [
        'out/arm64/Image: arm64-image',
        'out/kernel: rpm',
        'out/linux-image: deb',
        'out/riscv/Image: riscv-image',
        'out/vmlinuz.efi: zboot',
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
});
