import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type Artifact, readArtifact } from '../../../src/artifacts/artifact.ts';
import { discover } from '../../../src/artifacts/discover.ts';
import { sampleKernel } from '../../../src/demo/sample.ts';
import { buildDeb, buildTar } from '../../support/archives.ts';
import { buildBzImage, xzStored, zstdStored } from '../../support/bzimage-builder.ts';
import { buildElf, concat } from '../../support/elf-builder.ts';
import { findInside } from '../../support/found.ts';
import { tempFiles } from '../../support/temp-files.ts';

const ELF_KERNEL = sampleKernel();
const BZIMAGE = buildBzImage({ payload: Uint8Array.of(1, 2, 3) });
const PROGRAM = buildElf();
const VMLINUZ = { name: 'boot/vmlinuz-6.12', content: BZIMAGE };

describe('kernels in a Debian package', () => {
  const FILES = [
    { name: 'boot/config-6.12', content: 'CONFIG_XEN=y' },
    VMLINUZ,
    { name: 'usr/bin/tool', content: PROGRAM },
  ];

  it.each([
    ['none', (bytes: Uint8Array) => ({ suffix: '', bytes })],
    ['gzip', (bytes: Uint8Array) => ({ suffix: '.gz', bytes: gzipSync(bytes) })],
    ['xz', (bytes: Uint8Array) => ({ suffix: '.xz', bytes: xzStored(bytes) })],
    ['zstd', (bytes: Uint8Array) => ({ suffix: '.zst', bytes: zstdStored(bytes) })],
  ] as const)('are found and read, whatever it is compressed with: %s', async (_, pack) => {
    const root = tempFiles({ 'linux.deb': buildDeb({ files: FILES, pack }) });
    const { artifacts } = await discover([join(root, 'linux.deb')]);
    expect(artifacts.map(({ name }) => name)).toEqual([join(root, 'linux.deb!/boot/vmlinuz-6.12')]);
    const [artifact] = artifacts;
    const bytes = artifact && (await readArtifact(artifact, async (source) => source.read(0, 1e6)));
    expect(Buffer.from(bytes ?? [])).toEqual(Buffer.from(BZIMAGE));
  });

  it('are found in a directory, and by a pattern', async () => {
    const root = tempFiles({
      'out/linux-image.deb': buildDeb({ files: FILES }),
      'out/linux-headers.deb': buildDeb({ files: [{ name: 'usr/include/x.h' }] }),
    });
    const kernels = ['out/linux-image.deb!/boot/vmlinuz-6.12'];
    expect(await findInside(root, 'out')).toMatchObject({
      kernels,
      problems: [],
      skipped: ['out/linux-headers.deb: no-kernel-inside'],
    });
    expect(await findInside(root, 'out/*.deb')).toMatchObject({ kernels, problems: [] });
  });

  it('are found by name, and by a pattern for members', async () => {
    const root = tempFiles({ 'a/linux.deb': buildDeb({ files: FILES }) });
    const kernels = ['a/linux.deb!/boot/vmlinuz-6.12'];
    for (const path of [
      'a/linux.deb!/boot/vmlinuz-6.12',
      'a/linux.deb!/boot/vmlinuz*',
      '*/*.deb!/boot/vmlinuz-{6.12,6.12}',
      '**/*.deb!/**/vmlinuz-?.*',
      // A directory of the archive has the kernels in it.
      'a/linux.deb!/boot',
      'a/linux.deb!/',
    ]) {
      expect(await findInside(root, path), path).toMatchObject({ kernels, problems: [] });
    }
    // What is named is taken, whatever it is.
    expect((await findInside(root, 'a/linux.deb!/boot/*')).kernels).toEqual([
      'a/linux.deb!/boot/config-6.12',
      'a/linux.deb!/boot/vmlinuz-6.12',
    ]);
  });

  it('are all found, and by content too', async () => {
    const files = [
      { name: 'srv/unikernel', content: ELF_KERNEL },
      { name: 'usr/lib/modules/6.12/vmlinuz', content: BZIMAGE },
      { name: 'var/lib/qubes/vm-kernels/6.12/vmlinuz', content: BZIMAGE },
    ];
    const root = tempFiles({
      'unlisted.deb': buildDeb({ files, listed: null }),
      'unikernel.deb': buildDeb({ files: files.slice(0, 1) }),
    });
    expect((await findInside(root, 'unlisted.deb')).kernels).toEqual([
      'unlisted.deb!/srv/unikernel',
      'unlisted.deb!/usr/lib/modules/6.12/vmlinuz',
      'unlisted.deb!/var/lib/qubes/vm-kernels/6.12/vmlinuz',
    ]);
    expect((await findInside(root, 'unikernel.deb')).kernels).toEqual([
      'unikernel.deb!/srv/unikernel',
    ]);
  });

  it('end the reading, where the package names no other', async () => {
    // What follows cannot be decompressed, and is not needed.
    const pack = (tar: Uint8Array) => {
      const [start, end] = [tar.subarray(0, 4096), tar.subarray(4096)];
      const damaged = zstdStored(end).slice(0, -100);
      return { suffix: '.zst', bytes: Buffer.concat([zstdStored(start), damaged]) };
    };
    const files = [VMLINUZ, { name: 'usr/share/large', content: new Uint8Array(9000) }];
    const root = tempFiles({
      'listed.deb': buildDeb({ files, pack }),
      'unlisted.deb': buildDeb({ files, pack, listed: null }),
    });
    const found = await findInside(root, 'listed.deb');
    expect(found).toMatchObject({ kernels: ['listed.deb!/boot/vmlinuz-6.12'], problems: [] });
    const unlisted = await findInside(root, 'unlisted.deb');
    expect(unlisted.kernels).toEqual(['unlisted.deb!/boot/vmlinuz-6.12']);
    expect(unlisted.problems).toEqual([expect.stringMatching(/^unlisted.deb: is cut: .*zstd/)]);
  });

  it('are said to be elsewhere for a metapackage', async () => {
    const control =
      'Package: linux-image-amd64\nDepends: libc6 (>= 2),\n linux-base-6.12, linux-image-6.12 (= 6.12.1-1) | linux-image-rt\n';
    const root = tempFiles({
      'meta.deb': buildDeb({ files: [{ name: 'usr/share/doc/x', content: '' }], control }),
      'other.deb': buildDeb({ files: [] }),
    });
    expect((await findInside(root, 'meta.deb', 'other.deb')).unmatched).toEqual([
      'meta.deb: has no kernel in it, but depends on linux-image-6.12, linux-image-rt: check that package',
      'other.deb: has no kernel in it',
    ]);
  });

  it('are named where they are for another machine', async () => {
    const arm64 = new Uint8Array(4096);
    arm64.set(new TextEncoder().encode('ARM\x64'), 0x38);
    const files = [{ name: 'boot/vmlinuz-6.12-arm64', content: arm64 }];
    const root = tempFiles({ 'out/x.deb': buildDeb({ files }), 'out/k': BZIMAGE });
    expect((await findInside(root, 'out/x.deb')).unmatched).toEqual([
      expect.stringMatching(
        /^out\/x\.deb: has no x86 kernel in it: 'boot\/vmlinuz-6\.12-arm64' is an arm64 Image\. Xen on x86/,
      ),
    ]);
    expect((await findInside(root, 'out')).skipped).toEqual([
      'out/x.deb!/boot/vmlinuz-6.12-arm64: arm64-image',
    ]);
  });

  it('may be in a squashfs image, which is named', async () => {
    const tar = buildTar([{ name: 'live/filesystem.squashfs', content: `hsqs${'x'.repeat(99)}` }]);
    const root = tempFiles({ 'out/x.tar': tar, 'out/k': BZIMAGE });
    expect((await findInside(root, 'out/x.tar')).unmatched).toEqual([
      "out/x.tar: has no x86 kernel in it: 'live/filesystem.squashfs' is a squashfs image. Extract the kernel with `unsquashfs -d DIR IMAGE boot`, and check `DIR/boot/vmlinuz-*`",
    ]);
    expect((await findInside(root, 'out')).skipped).toEqual([
      'out/x.tar!/live/filesystem.squashfs: squashfs',
    ]);
  });

  it('are only checked on request where they are for a debugger', async () => {
    const files = [{ name: 'usr/lib/debug/boot/vmlinux-6.12', content: ELF_KERNEL }];
    const root = tempFiles({ 'dbg.deb': buildDeb({ files }) });
    const found = await findInside(root, 'dbg.deb');
    expect(found.kernels).toEqual([]);
    expect(found.unmatched[0]).toMatch(
      /only a kernel for a debugger; to check it, name '.*dbg\.deb!\/usr/,
    );
    const name = 'dbg.deb!/usr/lib/debug/boot/vmlinux-6.12';
    expect((await findInside(root, name)).kernels).toEqual([name]);
  });
});

describe('names with an exclamation mark', () => {
  it('may be those of real files and directories', async () => {
    const root = tempFiles({ 'odd!': ELF_KERNEL, 'dir!/vmlinux': ELF_KERNEL });
    mkdirSync(join(root, 'x.deb!'));
    writeFileSync(join(root, 'x.deb!/vmlinux'), ELF_KERNEL);
    for (const name of ['odd!', 'dir!/vmlinux', 'x.deb!/vmlinux']) {
      expect((await findInside(root, name)).kernels).toEqual([name]);
    }
    expect((await findInside(root, 'd*!/vm*')).kernels).toEqual(['dir!/vmlinux']);
    expect((await findInside(root, 'x.deb!/vm*')).kernels).toEqual(['x.deb!/vmlinux']);
  });

  it('lead nowhere where there is no such archive, or no such member', async () => {
    const root = tempFiles({ 'x.deb': buildDeb({ files: [VMLINUZ] }), plain: 'text' });
    expect((await findInside(root, 'y.deb!/boot/vmlinuz')).unmatched).toEqual([
      'y.deb!/boot/vmlinuz: no such file or directory',
    ]);
    expect((await findInside(root, 'x.deb!/boot/vmlinuz')).unmatched).toEqual([
      'x.deb!/boot/vmlinuz: there is no such member, or no kernel in it',
    ]);
    expect((await findInside(root, 'plain!/boot/vmlinuz')).problems).toEqual([
      "plain: is no archive that can be opened: it has no 'boot/vmlinuz'",
    ]);
  });
});

describe('several kernels in one archive', () => {
  const kernels = [1, 2, 3].map((i) => ({
    name: `boot/vmlinuz-${i}`,
    content: concat([BZIMAGE, Uint8Array.of(i)]),
  }));
  const inner = gzipSync(buildTar(kernels));
  const tar = gzipSync(
    buildTar([
      { name: 'vmlinuz-0', content: ELF_KERNEL },
      { name: 'a.tar.gz', content: inner },
      ...kernels,
    ]),
  );

  it('are each read, in whatever order, again and at once', async () => {
    const { artifacts } = await discover([join(tempFiles({ 'x.tar.gz': tar }), 'x.tar.gz')]);
    const lastByte = (artifact: Artifact) =>
      readArtifact(artifact, async ({ size, read }) => read(size - 1, 1)[0]);
    const bytes = [ELF_KERNEL.at(-1), 1, 2, 3, 1, 2, 3];
    const inOrder = [];
    for (const artifact of artifacts) inOrder.push(await lastByte(artifact));
    expect(inOrder).toEqual(bytes);
    const backwards = [];
    for (const artifact of artifacts.toReversed()) backwards.push(await lastByte(artifact));
    expect(backwards).toEqual(bytes.toReversed());
    expect(await Promise.all(artifacts.map(lastByte))).toEqual(bytes);
  });

  it('are read in one pass over the archive', async () => {
    const path = join(tempFiles({ 'x.tar.gz': tar }), 'x.tar.gz');
    let steps = 0;
    const { artifacts } = await discover([path], { checkTime: () => steps++ });
    const search = steps;
    for (const artifact of artifacts) await readArtifact(artifact, async () => {});
    // Each chunk and member is a step.
    expect(steps - search).toBeLessThan(search);
  });
});

describe('an archive in an archive', () => {
  it('is opened, and named in the path', async () => {
    const deb = buildDeb({ files: [VMLINUZ] });
    const tar = gzipSync(buildTar([{ name: 'pool/linux.deb', content: deb }]));
    const root = tempFiles({ 'all.tar.gz': tar });
    const name = 'all.tar.gz!/pool/linux.deb!/boot/vmlinuz-6.12';
    for (const path of ['all.tar.gz', name, 'all.tar.gz!/**!/boot/vm*', 'all.tar.gz!/pool/*.deb']) {
      expect(await findInside(root, path), path).toMatchObject({ kernels: [name], problems: [] });
    }
  });

  it('is opened only so deep', async () => {
    let tar = buildTar([{ name: 'vmlinux', content: ELF_KERNEL }]);
    for (let i = 0; i < 3; i++) tar = buildTar([{ name: `${i}.tar`, content: tar }]);
    const root = tempFiles({ 'deep.tar': tar });
    expect((await findInside(root, 'deep.tar')).problems).toEqual([
      'deep.tar!/2.tar!/1.tar!/0.tar: is in more than 2 archives, the limit',
    ]);
  });
});
