import { copyFileSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sampleKernel } from '../src/demo/sample.ts';
import { debianPackages, extract, gate, run } from './support/debian-packages.ts';
import { buildPe, buildUki } from './support/pe-builder.ts';
import { buildCpio } from './support/rpms.ts';
import { tempFiles } from './support/temp-files.ts';

/** A root file system of Debian 12, as its packages leave it. Returns it and the release of Linux. */
function makeRoot(): { readonly root: string; readonly release: string } {
  const root = tempFiles({});
  extract([...debianPackages('bookworm-amd64').debs, ...debianPackages('root').debs], root);
  const [release = ''] = readdirSync(join(root, 'lib/modules'));
  const kernel = join(root, `boot/vmlinuz-${release}`);
  // What postinst scripts, initramfs-tools and packages with debug information add.
  symlinkSync(`boot/vmlinuz-${release}`, join(root, 'vmlinuz'));
  symlinkSync(`vmlinuz-${release}`, join(root, 'boot/vmlinuz'));
  symlinkSync('/boot', join(root, 'boot/boot'));
  const initramfs = gzipSync(buildCpio([{ name: 'init', content: '#!/bin/sh\n' }], 'newc'));
  writeFileSync(join(root, `boot/initrd.img-${release}`), initramfs);
  mkdirSync(join(root, 'usr/lib/debug/boot'), { recursive: true });
  writeFileSync(join(root, `usr/lib/debug/boot/vmlinux-${release}`), sampleKernel());
  // Where Fedora and Arch have it.
  mkdirSync(join(root, `usr/lib/modules/${release}`), { recursive: true });
  copyFileSync(kernel, join(root, `usr/lib/modules/${release}/vmlinuz`));
  return { root, release };
}

/** What was passed over, by the reason: how many. */
function passedOver(stderr: string): Record<string, number> {
  const lines = [...stderr.matchAll(/^xen-boot-gate: not checked: (\d+) ([^:]+):/gm)];
  return Object.fromEntries(lines.map(([, count, what = '']) => [what, Number(count)]));
}

describe('a root file system', () => {
  it('has exactly its kernels, and other boot images are named as what they are', () => {
    const { root, release } = makeRoot();
    const { status, kernels, stderr } = gate(root);
    expect(status).toBe(0);
    expect(kernels.map(({ path }) => path.slice(root.length + 1))).toEqual([
      `boot/vmlinuz-${release}`,
      `usr/lib/modules/${release}/vmlinuz`,
    ]);
    expect(stderr).toContain(`found 2 kernels in '${root}'`);
    expect(passedOver(stderr)).toEqual({
      // boot/ipxe.lkrn, boot/memtest86+{ia32,x64}.{bin,efi}, GRUB's lnxboot.img
      'boot images with a bzImage header that are not Linux': 6,
      // boot/ipxe.efi, boot/xen-4.17-amd64.efi, GRUB's, iPXE's
      'EFI applications': expect.any(Number),
      'ELF files without Xen notes': expect.any(Number),
      'unlinked object files': expect.any(Number),
      'cpio archive, such as an initramfs': 1,
      'file with debug information only': 1,
      'packages or archives without a kernel': 3,
      'broken links': expect.any(Number),
      'link out of the directory': 1,
    });
    expect(stderr).toContain(`${root}/boot/initrd.img-${release}`);
    expect(stderr).toContain(`${root}/usr/lib/debug/boot/vmlinux-${release}`);
  });
});

describe('a directory of packages, images and archives of every kind', () => {
  it('has exactly the kernels in them', () => {
    const kernel = 'test/kernels/vmlinuz-6.12.94+deb13-amd64.img';
    const { root } = makeTree(kernel);
    const out = join(root, 'out');
    mkdirSync(out);
    const tree = join(root, 'tree');
    run(tree, 'zip', '-qr', '../out/a.zip', '.');
    run(tree, 'tar', '-czf', '../out/b.tar.gz', '.');
    run(tree, 'tar', '--zstd', '-cf', '../out/c.pkg.tar.zst', '.');
    run(tree, 'xorriso', '-as', 'mkisofs', '-quiet', '-R', '-o', '../out/d.iso', '.');
    const debs = ['bookworm-amd64', 'sid-amd64', 'trixie-arm64', 'root'].flatMap(
      (place) => debianPackages(place).debs,
    );
    for (const deb of debs) copyFileSync(deb, join(out, basename(deb)));
    copyFileSync('fuzz/seeds/kernel.zstd.apk', join(out, 'e.apk'));
    copyFileSync('fuzz/seeds/kernel.gz.rpm', join(out, 'f.rpm'));
    writeFileSync(join(out, 'g.efi'), buildUki(sampleKernel()));
    writeFileSync(join(out, 'h.efi'), buildPe([{ name: '.text', content: Uint8Array.of(0xc3) }]));
    const { status, kernels } = gate(out);
    expect(status).not.toBe(2);
    const names = kernels.map(({ path }) => path.slice(out.length + 1));
    expect(names).toEqual([
      'a.zip!/boot/vmlinuz-1',
      'b.tar.gz!/boot/vmlinuz-1',
      'c.pkg.tar.zst!/boot/vmlinuz-1',
      'd.iso!/boot/vmlinuz-1',
      'e.apk!/boot/vmlinux',
      'f.rpm!/lib/modules/1/vmlinux',
      'g.efi!.linux',
      expect.stringMatching(/^linux-binary-\S+\.deb!\/usr\/lib\/modules\/\S+\/vmlinuz$/),
      expect.stringMatching(/^linux-image-6\.1\.\S+\.deb!\/boot\/vmlinuz-6\.1\.\S+$/),
    ]);
  });
});

function makeTree(kernel: string): { readonly root: string } {
  const root = tempFiles({ 'tree/usr/share/doc/x': 'x' });
  mkdirSync(join(root, 'tree/boot'));
  copyFileSync(kernel, join(root, 'tree/boot/vmlinuz-1'));
  return { root };
}
