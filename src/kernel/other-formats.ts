import type { ByteSource } from '../bytes/bytes.ts';
import { latin1 } from '../bytes/latin1.ts';
import { otherArch } from './elf-kind.ts';
import { hasSection, isPe } from './pe.ts';

/** A kind of file that Xen on x86 does not load, and that has a kernel inside or is taken for one. */
export interface OtherFormat {
  /** With its article: `a Debian package`. */
  readonly name: string;
  readonly plural: string;
  /** What to do instead, as sentences. */
  readonly advice: string;
  readonly matches: (source: ByteSource) => boolean;
}

const X86_ONLY =
  'Xen on x86 does not load it, and xen-boot-gate checks x86 kernels only: check the x86 `bzImage` or `vmlinux`.';
const EXTRACT = 'Extract it, and check the kernel that is in it.';

/**
 * By magic; the first entry that matches counts. Linux's own formats:
 * Documentation/arch/arm64/booting.rst, Documentation/arch/riscv/boot-image-header.rst,
 * drivers/firmware/efi/libstub/zboot-header.S, arch/arm/boot/compressed/head.S.
 */
export const OTHER_FORMATS = {
  deb: {
    name: 'a Debian package',
    plural: 'Debian packages',
    advice: 'Extract it with `dpkg-deb -x PACKAGE DIR`, and check `DIR/boot/vmlinuz-*`.',
    matches: magic(0, '!<arch>\ndebian-binary'),
  },
  rpm: {
    name: 'an RPM package',
    plural: 'RPM packages',
    advice:
      'Extract it with `rpm2cpio PACKAGE | cpio -idm`, and check `lib/modules/*/vmlinuz` or `boot/vmlinuz-*`.',
    matches: magic(0, '\xed\xab\xee\xdb'),
  },
  apk: {
    name: 'an Alpine package',
    plural: 'Alpine packages',
    advice:
      'Extract it with `tar -xzf PACKAGE`, or `apk extract PACKAGE` for version 3, and check `boot/vmlinuz-*`.',
    // Version 3 has a magic; version 2 is a tar archive in gzip that starts with its signature.
    matches: anyOf(magic(0, 'ADB'), both(magic(0, '.SIGN.'), magic(257, 'ustar'))),
  },
  pacman: {
    name: 'a pacman or Alpine package',
    plural: 'pacman or Alpine packages',
    advice:
      'Extract it with `tar -xf PACKAGE`, and check `usr/lib/modules/*/vmlinuz` or `boot/vmlinuz-*`.',
    matches: both(
      anyOf(magic(0, '.PKGINFO\0'), magic(0, '.BUILDINFO\0'), magic(0, '.MTREE\0')),
      magic(257, 'ustar'),
    ),
  },
  // Inside a compression that the toolstack does not undo. Before PE: its EFI stub makes it one.
  bzimage: {
    name: 'a bzImage',
    plural: 'compressed bzImages',
    advice: 'Decompress it, and check the bzImage: its payload is compressed already.',
    matches: magic(0x202, 'HdrS'),
  },
  zboot: {
    name: 'an EFI zboot image',
    plural: 'EFI zboot images',
    advice: `Only EFI firmware decompresses it. ${X86_ONLY}`,
    matches: both(magic(0, 'MZ'), magic(4, 'zimg')),
  },
  'other-elf': {
    name: 'an ELF file for another architecture',
    plural: 'ELF files for other architectures',
    advice: X86_ONLY,
    matches: (source) => otherArch(source) !== null,
  },
  'arm64-image': {
    name: 'an arm64 Image',
    plural: 'arm64 images',
    advice: X86_ONLY,
    matches: magic(0x38, 'ARM\x64'),
  },
  'riscv-image': {
    name: 'a RISC-V Image',
    plural: 'RISC-V images',
    advice: X86_ONLY,
    matches: magic(0x38, 'RSC\x05'),
  },
  'arm-zimage': {
    name: 'an Arm zImage',
    plural: 'Arm zImages',
    advice: X86_ONLY,
    matches: magic(0x24, '\x18\x28\x6f\x01'),
  },
  uki: {
    name: 'a unified kernel image (UKI)',
    plural: 'unified kernel images (UKI)',
    advice:
      'Only EFI firmware starts it. Extract the kernel with `objcopy -O binary --only-section=.linux UKI vmlinuz`, and check that.',
    matches: (source) => hasSection(source, ['.linux', '.osrel']),
  },
  'xen-unified': {
    name: 'a unified image of Xen',
    plural: 'unified images of Xen',
    advice:
      'Only EFI firmware starts it. Extract the kernel with `objcopy -O binary --only-section=.kernel XEN.efi vmlinuz`, and check that.',
    matches: (source) => hasSection(source, ['.kernel']),
  },
  pe: {
    name: 'an EFI application without a Linux boot header',
    plural: 'EFI applications',
    advice: 'Only EFI firmware starts it: check the `bzImage` or the ELF file of the kernel.',
    matches: isPe,
  },
  uimage: {
    name: 'a U-Boot uImage',
    plural: 'U-Boot uImages',
    advice: `Only U-Boot loads it. ${X86_ONLY}`,
    matches: magic(0, '\x27\x05\x19\x56'),
  },
  fit: {
    name: 'a FIT image or a device tree',
    plural: 'FIT images or device trees',
    advice: `Only U-Boot loads a FIT image. ${X86_ONLY}`,
    matches: magic(0, '\xd0\x0d\xfe\xed'),
  },
  android: {
    name: 'an Android boot image',
    plural: 'Android boot images',
    advice: `Extract it with \`unpack_bootimg --boot_img IMAGE\`. ${X86_ONLY}`,
    matches: magic(0, 'ANDROID!'),
  },
  tar: {
    name: 'a tar archive',
    plural: 'tar archives',
    advice: EXTRACT,
    matches: magic(257, 'ustar'),
  },
  zip: {
    name: 'a zip archive',
    plural: 'zip archives',
    advice: EXTRACT,
    matches: magic(0, 'PK\x03\x04'),
  },
  '7z': {
    name: 'a 7z archive',
    plural: '7z archives',
    advice: EXTRACT,
    matches: magic(0, '7z\xbc\xaf\x27\x1c'),
  },
  cpio: {
    name: 'a cpio archive, such as an initramfs',
    plural: 'cpio archives, such as an initramfs',
    advice: 'An initramfs is no kernel: check the `vmlinuz` or `bzImage` beside it.',
    matches: anyOf(magic(0, '070701'), magic(0, '070702'), magic(0, '070707')),
  },
  squashfs: {
    name: 'a squashfs image',
    plural: 'squashfs images',
    advice:
      'Extract the kernel with `unsquashfs -d DIR IMAGE boot`, and check `DIR/boot/vmlinuz-*`.',
    matches: magic(0, 'hsqs'),
  },
  iso: {
    name: 'an ISO 9660 image',
    plural: 'ISO 9660 images',
    advice: EXTRACT,
    matches: magic(0x8001, 'CD001'),
  },
  qcow2: {
    name: 'a qcow2 disk image',
    plural: 'qcow2 disk images',
    advice: 'Copy the kernel out of it, for example with `virt-copy-out`, and check that.',
    matches: magic(0, 'QFI\xfb'),
  },
  'lz4-frame': {
    name: 'an lz4 frame',
    plural: 'lz4 frames',
    advice: 'No Xen decompresses it: compress with `lz4 -l`, as the kernel build does.',
    matches: magic(0, '\x04\x22\x4d\x18'),
  },
  lfs: {
    name: 'a Git LFS pointer',
    plural: 'Git LFS pointers',
    advice: 'Check out the file itself: `lfs: true` for actions/checkout, or `git lfs pull`.',
    matches: magic(0, 'version https://git-lfs.github.com/spec/'),
  },
} as const satisfies Record<string, OtherFormat>;

export type OtherFormatId = keyof typeof OTHER_FORMATS;

const IDS = Object.keys(OTHER_FORMATS) as OtherFormatId[];

/** What a file is that is neither a bzImage nor an ELF file; `null` where no entry matches. */
export function otherFormatOf(source: ByteSource): OtherFormatId | null {
  return IDS.find((id) => OTHER_FORMATS[id].matches(source)) ?? null;
}

type Test = OtherFormat['matches'];

function magic(offset: number, bytes: string): Test {
  return (source) => latin1(source.read(offset, bytes.length)) === bytes;
}

function both(a: Test, b: Test): Test {
  return (source) => a(source) && b(source);
}

function anyOf(...tests: readonly Test[]): Test {
  return (source) => tests.some((test) => test(source));
}
