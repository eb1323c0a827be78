import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readArtifact } from '../../../src/artifacts/artifact.ts';
import { discover } from '../../../src/artifacts/discover.ts';
import { sampleKernel } from '../../../src/demo/sample.ts';
import { buildDeb, buildTar, tarEntry } from '../../support/archives.ts';
import { buildBzImage, lz4Stream, xzStored, zstdStored } from '../../support/bzimage-builder.ts';
import { concat } from '../../support/elf-builder.ts';
import { findInside } from '../../support/found.ts';
import { buildIso } from '../../support/isos.ts';
import { buildRpm } from '../../support/rpms.ts';
import { tempFiles } from '../../support/temp-files.ts';
import { buildZip } from '../../support/zips.ts';

const ELF_KERNEL = sampleKernel();
const BZIMAGE = buildBzImage({ payload: Uint8Array.of(1, 2, 3) });
const VMLINUZ = { name: 'boot/vmlinuz-6.12', content: BZIMAGE };
const FILES = [{ name: 'boot/config', content: 'CONFIG_XEN=y' }, VMLINUZ];

/** What is read of the only kernel in a file. */
async function contentIn(bytes: Uint8Array, name: string): Promise<[name: string, Buffer]> {
  const root = tempFiles({ [name]: bytes });
  const { artifacts, problems } = await discover([join(root, name)]);
  expect(problems).toEqual([]);
  const [artifact] = artifacts;
  if (artifact === undefined) throw new Error(`no kernel in ${name}`);
  const content = await readArtifact(artifact, async ({ size, read }) => read(0, size).slice());
  return [artifact.name.slice(root.length + 1), Buffer.from(content)];
}

describe('every kind of archive', () => {
  it.each([
    ['tar', buildTar(FILES)],
    ['tar.gz', gzipSync(buildTar(FILES))],
    ['tar.xz', xzStored(buildTar(FILES))],
    ['tar.zst', zstdStored(buildTar(FILES))],
    ['tar.lz4', lz4Stream(buildTar(FILES))],
    ['pkg.tar.zst', zstdStored(buildTar([{ name: '.PKGINFO', content: '' }, ...FILES]))],
    // Segments, each in its own gzip stream; all but the last are cut before the end mark.
    [
      'apk',
      concat([
        gzipSync(tarEntry({ name: '.SIGN.RSA.key', content: 'x' })),
        gzipSync(tarEntry({ name: '.PKGINFO', content: 'depend = x' })),
        gzipSync(buildTar(FILES)),
      ]),
    ],
    ['rpm', buildRpm({ files: FILES })],
    ['v6.rpm', buildRpm({ files: FILES, format: 'stripped', pack: zstdStored })],
    ['v3.rpm', buildRpm({ files: FILES, names: 'old' })],
    ['plain.rpm', buildRpm({ files: FILES, pack: (cpio) => cpio })],
    ['zip', buildZip(FILES)],
    [
      'stored.zip',
      buildZip(
        FILES.map((file) => ({ ...file, method: 0 })),
        { comment: 'made by' },
      ),
    ],
    [
      '64.zip',
      buildZip(
        FILES.map((file) => ({ ...file, isLong: true })),
        { isLong: true },
      ),
    ],
    ['iso', buildIso({ files: FILES.map((file) => ({ ...file, name: file.name.slice(5) })) })],
    ['joliet.iso', buildIso({ files: [{ ...VMLINUZ, name: 'vmlinuz-6.12' }], names: 'joliet' })],
  ])('gives its kernel: %s', async (suffix, bytes) => {
    expect(await contentIn(bytes, `x.${suffix}`)).toEqual([
      `x.${suffix}!/boot/vmlinuz-6.12`,
      Buffer.from(BZIMAGE),
    ]);
  });

  it('shows names of ISO 9660 itself in small letters', async () => {
    const bytes = buildIso({ files: [VMLINUZ], names: 'plain' });
    expect((await contentIn(bytes, 'x.iso'))[0]).toBe('x.iso!/boot/k0');
  });

  it('is found in a directory by its content and its name', async () => {
    const root = tempFiles({
      'out/a.rpm': buildRpm({ files: FILES }),
      'out/b.zip': buildZip(FILES),
      'out/c.iso': buildIso({ files: [{ ...VMLINUZ, name: 'vmlinuz' }] }),
      'out/d.tar.gz': gzipSync(buildTar([{ name: 'kernel.elf', content: ELF_KERNEL }])),
      'out/e.deb': buildDeb({ files: FILES }),
      'out/f.deb': 'text',
      'out/g.jar': buildZip(FILES),
    });
    expect(await findInside(root, 'out')).toEqual({
      kernels: [
        'out/a.rpm!/boot/vmlinuz-6.12',
        'out/b.zip!/boot/vmlinuz-6.12',
        'out/c.iso!/boot/vmlinuz',
        'out/d.tar.gz!/kernel.elf',
        'out/e.deb!/boot/vmlinuz-6.12',
      ],
      problems: [],
      unmatched: [],
      skipped: ['out/g.jar: zip'],
    });
  });

  it('may be in another', async () => {
    const deb = buildDeb({ files: [VMLINUZ] });
    const rpm = buildRpm({ files: [{ name: 'srv/x.tar', content: buildTar([VMLINUZ]) }] });
    for (const [name, bytes, kernel] of [
      ['a.zip', buildZip([{ name: 'x.deb', content: deb }]), 'a.zip!/x.deb!/boot/vmlinuz-6.12'],
      [
        'b.iso',
        buildIso({ files: [{ name: 'x.deb', content: deb }] }),
        'b.iso!/boot/x.deb!/boot/vmlinuz-6.12',
      ],
      ['c.rpm', rpm, 'c.rpm!/srv/x.tar!/boot/vmlinuz-6.12'],
    ] as const) {
      expect(await contentIn(bytes, name)).toEqual([kernel, Buffer.from(BZIMAGE)]);
    }
  });

  it('is no archive where Xen takes it for a kernel', async () => {
    const both = concat([BZIMAGE, buildZip(FILES)]);
    both.set([0x50, 0x4b, 3, 4]);
    const root = tempFiles({ 'both.zip': both });
    expect((await findInside(root, 'both.zip')).kernels).toEqual(['both.zip']);
  });
});

describe('an rpm package', () => {
  it('ends the reading behind the last kernel that it lists, without ghosts', async () => {
    const pack = (cpio: Uint8Array) => {
      const cut = cpio.length - 6000;
      return concat([
        zstdStored(cpio.subarray(0, cut)),
        zstdStored(cpio.subarray(cut)).slice(0, 99),
      ]);
    };
    const files = [
      { ...VMLINUZ, name: 'lib/modules/6.12/vmlinuz' },
      { name: 'z', content: new Uint8Array(9000) },
    ];
    const root = tempFiles({ 'x.rpm': buildRpm({ files, pack, ghosts: ['boot/vmlinuz-6.12'] }) });
    expect(await findInside(root, 'x.rpm')).toMatchObject({
      kernels: ['x.rpm!/lib/modules/6.12/vmlinuz'],
      problems: [],
    });
  });

  it('has the contents of a file with two names once, at the last', async () => {
    const files = [
      { name: 'boot/vmlinuz-a', content: '' },
      { name: 'boot/vmlinuz-b', content: BZIMAGE },
    ];
    for (const format of ['newc', 'stripped'] as const) {
      const root = tempFiles({ 'x.rpm': buildRpm({ files, format, inodes: [7, 7] }) });
      expect((await findInside(root, 'x.rpm')).kernels, format).toEqual(['x.rpm!/boot/vmlinuz-b']);
    }
  });

  it('names the package that it requires where it has no kernel', async () => {
    const bytes = buildRpm({ files: [], requires: ['kernel-core-uname-r', 'rpmlib(x)'] });
    const root = tempFiles({ 'kernel.rpm': bytes });
    expect((await findInside(root, 'kernel.rpm')).unmatched).toEqual([
      'kernel.rpm: has no kernel in it, but depends on kernel-core-uname-r: check that package',
    ]);
  });
});

it('names the package that a package for Alpine or pacman depends on', async () => {
  const info = 'pkgname = linux\ndepend = linux-lts=6.12.1-r0\ndepend = so:x\n';
  const root = tempFiles({ 'x.apk': gzipSync(buildTar([{ name: '.PKGINFO', content: info }])) });
  expect((await findInside(root, 'x.apk')).unmatched).toEqual([
    'x.apk: has no kernel in it, but depends on linux-lts: check that package',
  ]);
});
