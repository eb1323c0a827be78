import { describe, expect, test } from 'vitest';
import { findLine as find } from '../support/find-line.ts';

const ZSTD = 'CONFIG_XEN=y\nCONFIG_KERNEL_ZSTD=y\n';

describe('the line of an option', () => {
  test('is found in what people write before what the build writes', () => {
    const files = { '.config': ZSTD, 'kernel/xen.config': ZSTD, 'a/b/defconfig': `\n${ZSTD}` };
    expect(find(files, {})).toBe('kernel/xen.config:2:1 CONFIG_KERNEL_ZSTD=y');
  });

  test('is found in what the build writes where it is nowhere else', () => {
    const files = { '.config': ZSTD, Makefile: 'all:\n\tmake\n' };
    expect(find(files, {})).toBe('.config:2:1 CONFIG_KERNEL_ZSTD=y');
  });

  test('is that of the compression of this kernel', () => {
    const files = { '.config': `${ZSTD}CONFIG_KERNEL_XZ=y\n` };
    expect(find(files, { codec: 'xz' })).toBe('.config:3:1 CONFIG_KERNEL_XZ=y');
  });

  test.each([
    '.config',
    'config-6.1',
    'x86_64_defconfig',
    'kernel-config.x86',
    'a.cfg',
    'b.nix',
    'kernel-local',
    'PKGBUILD',
    'build.sh',
  ])('may be in %s', (name) =>
    expect(find({ [name]: ZSTD }, {})).toBe(`${name}:2:1 CONFIG_KERNEL_ZSTD=y`),
  );

  test.each([
    'arch/arm64/configs/defconfig',
    'kernel/configs/tiny.config',
    'linux/arch/x86/configs/tiny.config',
    'kernel/configs/nopm.config',
    'linux/.config.old',
    'tools/testing/selftests/bpf/config',
    'Documentation/a.config',
    '.git/config',
    'node_modules/a/.config',
    'arch/x86/Kconfig',
    'include/config.h',
    'a.txt',
    'a.c',
  ])('is not looked for in %s', (name) => expect(find({ [name]: ZSTD }, {})).toBeNull());

  test('of Ubuntu is in its annotations', () => {
    const path = 'debian.master/config/annotations';
    const text = "CONFIG_KERNEL_ZSTD   policy<{'amd64': 'y', 's390x': '-'}>";
    const large = `# ${' '.repeat(2 ** 20)}\n${text}\n`;
    expect(find({ [path]: large }, {})).toBe(`${path}:2:1 ${text.slice(0, 41)}`);
  });

  test.each([
    ['pv-dom0', '# CONFIG_XEN_DOM0 is not set\n'],
    ['pv-domu', '# CONFIG_XEN_PV is not set\n'],
    ['pvh-dom0', '# CONFIG_XEN_PVH is not set\n'],
    ['pvh-domu', '# CONFIG_XEN_PVH is not set\n'],
  ] as const)('by which %s was lost is found', (boot, config) => {
    const about = { rule: 'boot-path-lost', boot };
    expect(find({ '.config': config }, about)).toBe(`.config:1:1 ${config.trim()}`);
  });

  test('that is missing is where it is said to be', () => {
    const rule = 'no-phys32-entry';
    const files = { '.config': 'CONFIG_XEN=y\n# CONFIG_XEN_PVH is not set\n' };
    expect(find(files, { rule })).toBe('.config:2:1 # CONFIG_XEN_PVH is not set');
    const xenOff = { '.config': '# CONFIG_XEN is not set\n' };
    expect(find(xenOff, { rule, notes: ['PHYS32_RELOC'] })).toBe(
      '.config:1:1 # CONFIG_XEN is not set',
    );
    // A Linux with other notes of Xen has CONFIG_XEN, whatever some file of its repository says.
    expect(find(xenOff, { rule, notes: ['PHYS32_RELOC', 'LOADER'] })).toBeNull();
  });

  test('that a kernel was built without is where it is said to be', () => {
    const files = { '.config': 'CONFIG_XEN=y\n# CONFIG_XEN_DOM0 is not set\n' };
    expect(find(files, { rule: 'no-dom0-code' })).toBe('.config:2:1 # CONFIG_XEN_DOM0 is not set');
  });

  test('is not blamed where the notes are in the sources', () => {
    const source = '.section .data\nELFNOTE(Xen, XEN_ELFNOTE_LOADER, .asciz "generic")\n';
    const files = { '.config': '# CONFIG_XEN is not set\n', 'boot.S': source };
    const evidence = { notes: ['LOADER'], owner: null, why: 'no-note-section' };
    expect(find(files, { rule: 'no-xen-notes', notes: [], evidence })).toMatch(/^boot\.S:2/);
  });

  test.each(['PARAVIRT', 'HYPERVISOR_GUEST'])('that %s hides is at that', (hiding) => {
    const files = { '.config': `CONFIG_64BIT=y\n# CONFIG_${hiding} is not set\n` };
    expect(find(files, { rule: 'no-xen-notes', notes: [] })).toBe(
      `.config:2:1 # CONFIG_${hiding} is not set`,
    );
  });

  const off = '# CONFIG_XEN is not set\n';
  test.each([
    ['kernel-aarch64.config', 'kernel-x86_64.config'],
    ['kernel-i686-PAE.config', 'kernel-x86_64.config'],
    ['debian/config/arm64/config', 'debian/config/kernelarch-x86/config'],
    ['arch/x86/configs/i386_defconfig', 'arch/x86/configs/x86_64_defconfig'],
    ['lts.riscv64.config', 'lts.x86_64.config'],
    ['kernel-x86_64-debug-fedora.config', 'kernel-x86_64-fedora.config'],
    ['a.config', 'b.config', 'CONFIG_ARM64=y\n'],
    ['a.config', 'b.config', 'CONFIG_X86=y\nCONFIG_X86_32=y\n'],
    ['configs/a_defconfig', 'configs/b_defconfig', 'BR2_powerpc64=y\n'],
  ])('of an x86-64 kernel is not in %s beside %s', (other, own, setting = '') => {
    const about = { rule: 'no-xen-notes', notes: [] };
    const files = { [other]: off + setting, [own]: off };
    expect(find(files, about)).toBe(`${own}:1:1 # CONFIG_XEN is not set`);
    const alone = find({ [other]: off + setting }, about);
    if (!other.includes('debug')) expect(alone).toBeNull();
  });

  test('is found behind more of others than is read', () => {
    const filler = `CONFIG_A=y\n${' '.repeat(2 ** 21 - 11)}`;
    const others = Array.from({ length: 17 }, (_, at) => [`a${at}.arm64.config`, filler]);
    expect(find({ ...Object.fromEntries(others), 'z.config': ZSTD }, {})).toMatch(/^z\.config:2/);
  });

  test('of a 32-bit kernel is in the configuration for that', () => {
    const files = { 'config.amd64': off, 'config.i386': off, 'config.armhf': off };
    expect(find(files, { rule: 'no-xen-notes', notes: [], arch: 'i386' })).toMatch(
      /^config\.i386:/,
    );
  });

  test('of several kernels is that of one for which there is any', () => {
    const files = { 'config.amd64': off, '.github/workflows/a.yml': 'kernels: out/*\n' };
    const about = { rule: 'no-xen-notes', notes: [], path: 'out/a', arch: 'i386' };
    const patterns = ['out/*'];
    expect(find(files, about, { patterns })).toMatch(/^\.github/);
    const others = [{ path: 'out/b', arch: 'x86_64' }];
    expect(find(files, { ...about, others }, { patterns })).toMatch(/^config\.amd64:/);
  });

  test('is in the flavour that the kernel is named for', () => {
    const files = { 'a/config': ZSTD, 'a/config.cloud': ZSTD, 'a/virt.x86_64.config': ZSTD };
    const linuxVersion = '6.12.94+deb13-cloud-amd64 (debian-kernel)';
    expect(find(files, { linuxVersion })).toMatch(/^a\/config\.cloud:/);
    expect(find(files, { path: 'pkg/boot/vmlinuz-virt' })).toMatch(/^a\/virt\.x86_64\.config:/);
  });

  test('is in the tree that the kernel was built in', () => {
    const files = { 'linux-6.1/.config': ZSTD, 'linux-6.6/.config': ZSTD };
    const path = 'linux-6.6/arch/x86/boot/bzImage';
    expect(find(files, { path })).toMatch(/^linux-6\.6\/\.config:/);
  });

  describe('where there is the configuration of the build', () => {
    const built = `${ZSTD}CONFIG_SMP=y\nCONFIG_PM=y\n# CONFIG_KERNEL_XZ is not set\n`;
    const merged = `${ZSTD}CONFIG_SMP=y\n`;
    const unmerged = `${ZSTD}CONFIG_PM=n\nCONFIG_NUMA=y\n`;

    test('is in the file that was merged into it', () => {
      const files = { '.config': built, 'a.config': unmerged, 'z/acme_defconfig': merged };
      expect(find(files, {})).toBe('z/acme_defconfig:2:1 CONFIG_KERNEL_ZSTD=y');
    });

    test('is there, and in no defconfig that was not', () => {
      expect(find({ '.config': built, 'a.config': unmerged }, {})).toBe(
        '.config:2:1 CONFIG_KERNEL_ZSTD=y',
      );
    });

    test('beside a kernel that is installed, there', () => {
      const files = {
        'boot/config-6.1-a': built,
        'boot/config-6.1-b': built,
        'src/.config': built,
        'a.config': unmerged,
      };
      expect(find(files, { path: 'boot/vmlinuz-6.1-b' })).toMatch(/^boot\/config-6\.1-b:2/);
      expect(find({ 'a/config': built, 'b.config': merged }, { path: 'a/vmlinuz' })).toMatch(
        /^b\.config:2/,
      );
    });

    test('is in that of the nearest build', () => {
      const files = { 'out/arm/.config': ZSTD, 'out/pc/.config': ZSTD, 'a.config': unmerged };
      expect(find(files, { path: 'out/pc/arch/x86/boot/bzImage' })).toMatch(/^out\/pc\/\.config/);
    });
  });
});
