import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readArtifact } from '../../../src/artifacts/artifact.ts';
import { discover } from '../../../src/artifacts/discover.ts';
import { buildDeb, buildTar } from '../../support/archives.ts';
import { buildBzImage } from '../../support/bzimage-builder.ts';
import { findInside } from '../../support/found.ts';
import { kernelWith, PV_NOTES } from '../../support/kernels.ts';
import { buildPe, buildUki, type SectionSpec } from '../../support/pe-builder.ts';
import { tempFiles } from '../../support/temp-files.ts';

const BZIMAGE = buildBzImage({ payload: Uint8Array.of(1, 2, 3) });
const ELF = kernelWith(PV_NOTES);
const NOTHING = { kernels: [], problems: [], unmatched: [], skipped: [] };

describe('the kernel of a unified kernel image', () => {
  it.each([
    ['a bzImage', BZIMAGE],
    ['an ELF file', ELF],
    ['what is none', new TextEncoder().encode('no kernel')],
  ])('is found where the image is named: %s', async (_, kernel) => {
    const root = tempFiles({ 'uki.efi': buildUki(kernel) });
    const { artifacts } = await discover([join(root, 'uki.efi')]);
    expect(artifacts).toMatchObject([
      { name: join(root, 'uki.efi!.linux'), container: { format: 'uki' } },
    ]);
    const [artifact] = artifacts;
    const bytes = artifact && (await readArtifact(artifact, async (source) => source.read(0, 1e6)));
    expect(Buffer.from(bytes ?? [])).toEqual(Buffer.from(kernel));
  });

  it.each([
    ['a directory', '.'],
    ['a pattern for files', 'out/*'],
    ['its own name', 'out/{uki.efi,vmlinuz-6.12,other}!.linux'],
    ['a pattern for files, in them', 'out/*!.linux'],
  ])('is found by %s', async (_, path) => {
    const uki = buildUki(BZIMAGE);
    const root = tempFiles({ 'out/uki.efi': uki, 'out/vmlinuz-6.12': uki, 'out/other': uki });
    expect(await findInside(root, path)).toEqual({
      ...NOTHING,
      kernels: expect.arrayContaining([
        'out/other!.linux',
        'out/uki.efi!.linux',
        'out/vmlinuz-6.12!.linux',
      ]),
    });
  });

  it('is found in a package, and in a package in an archive', async () => {
    const uki = { name: 'boot/efi/uki.efi', content: buildUki(BZIMAGE) };
    const deb = buildDeb({ files: [{ name: 'boot/config', content: 'x' }, uki] });
    const tar = buildTar([
      { name: 'x.deb', content: deb },
      { name: 'boot/vmlinuz', content: buildUki(ELF) },
    ]);
    const root = tempFiles({ 'x.deb': deb, 'x.tar': tar });
    const inDeb = 'x.deb!/boot/efi/uki.efi!.linux';
    expect(await findInside(root, 'x.deb', 'x.tar')).toEqual({
      ...NOTHING,
      kernels: [inDeb, `x.tar!/${inDeb}`, 'x.tar!/boot/vmlinuz!.linux'],
    });
    const met = await findInside(root, '.');
    expect(met.kernels).toContain(inDeb);
    expect(await findInside(root, inDeb)).toEqual({ ...NOTHING, kernels: [inDeb] });
    expect(await findInside(root, 'x.tar!/*.deb!/**/*.efi!.linux')).toEqual({
      ...NOTHING,
      kernels: [`x.tar!/${inDeb}`],
    });
  });

  it('is for another machine: it is passed over in a directory', async () => {
    const arm64 = new Uint8Array(4096);
    arm64.set(new TextEncoder().encode('ARM\x64'), 0x38);
    const root = tempFiles({ 'out/a.efi': buildUki(arm64), 'out/k': BZIMAGE });
    expect(await findInside(root, 'out')).toMatchObject({ kernels: ['out/k'], problems: [] });
  });

  it('is not there', async () => {
    const files = { 'addon.efi': buildPe([{ name: '.osrel', content: ELF }]) };
    expect(await findInside(tempFiles(files), 'addon.efi')).toEqual({
      ...NOTHING,
      unmatched: ['addon.efi: has no kernel in it'],
    });
  });
});

describe('the kernels of a UKI with profiles', () => {
  const text = (content: string) => new TextEncoder().encode(content);
  const stub = { name: '.text', content: Uint8Array.of(0xc3) };
  const base = { name: '.linux', content: BZIMAGE };
  const own = { name: '.linux', content: ELF };
  const cmdline = { name: '.cmdline', content: text('quiet') };
  const profile = (id: string) => ({ name: '.profile', content: text(`ID=${id}\n`) });
  const found = async (sections: readonly SectionSpec[], path = 'uki.efi') =>
    findInside(tempFiles({ 'uki.efi': buildPe([stub, ...sections]) }), path);

  it.each([
    ['all have that of the image', [base, profile('a'), profile('b'), cmdline], ['.linux']],
    ['one has its own', [base, profile('a'), profile('b'), own], ['.linux', '.linux@1']],
    [
      'two have their own',
      [base, profile('a'), own, profile('b'), own, profile('c')],
      ['.linux', '.linux@0', '.linux@1'],
    ],
    // Nothing starts that of the image.
    ['each has its own', [base, profile('a'), own, profile('b'), own], ['.linux@0', '.linux@1']],
    ['the image has none', [profile('a'), own], ['.linux@0']],
    [
      'behind more sections than Windows takes',
      [base, ...Array.from({ length: 100 }, () => profile('a')), own],
      ['.linux', '.linux@99'],
    ],
  ])('are those that can be started: %s', async (_, sections, names) => {
    const kernels = names.map((name) => `uki.efi!${name}`);
    expect(await found(sections)).toEqual({ ...NOTHING, kernels });
    expect((await found(sections, '.')).kernels).toEqual(kernels);
  });

  it('are found by name, and by a pattern', async () => {
    const sections = [base, profile('a'), profile('b'), own];
    const names = ['.linux', '.linux@1', '.linux@*'];
    const kernels = [['.linux'], ['.linux@1'], ['.linux@1']];
    for (const [i, name] of names.entries()) {
      const expected = kernels[i]?.map((kernel) => `uki.efi!${kernel}`);
      expect(await found(sections, `uki.efi!${name}`)).toEqual({ ...NOTHING, kernels: expected });
    }
    const uki = buildPe([stub, ...sections]);
    const deb = buildDeb({ files: [{ name: 'boot/uki.efi', content: uki }] });
    const name = 'x.deb!/boot/uki.efi!.linux@1';
    expect((await findInside(tempFiles({ 'x.deb': deb }), name)).kernels).toEqual([name]);
  });

  it('are a problem where a profile has two', async () => {
    expect((await found([base, profile('a'), own, own])).problems).toEqual([
      expect.stringContaining('is damaged: there are several sections .linux@0, and'),
    ]);
  });

  it('are a problem behind more sections than are read', async () => {
    const many = Array.from({ length: 1030 }, () => profile('a'));
    expect(await found([base, ...many, own])).toMatchObject({
      kernels: [],
      problems: [expect.stringContaining('has 1033 sections, more than 1024')],
    });
  });

  it('are a problem where they overlap', async () => {
    const sections = [
      { ...base, address: 0x10000 },
      profile('a'),
      { ...own, address: 0x10000 },
      profile('b'),
    ];
    expect((await found(sections)).problems).toEqual([
      expect.stringContaining('the sections .linux and .linux@0 are at addresses that overlap'),
    ]);
  });
});

it('a bzImage with an EFI stub stays a bzImage', async () => {
  const stub = Buffer.from(buildBzImage({ payload: Uint8Array.of(1, 2, 3) }));
  stub.write('MZ', 0, 'latin1');
  stub.writeUInt32LE(0x80, 0x3c);
  stub.write('PE\0\0', 0x80, 'latin1');
  const root = tempFiles({ 'vmlinuz.efi': new Uint8Array(stub) });
  expect(await findInside(root, '.')).toEqual({ ...NOTHING, kernels: ['vmlinuz.efi'] });
});

describe('a damaged image is a problem', () => {
  const size = BZIMAGE.length;
  const damaged = (spec: Partial<SectionSpec>) => buildUki(BZIMAGE, spec);
  it.each([
    [
      'a section past the end',
      damaged({ offset: 1 << 20 }),
      'is damaged: the section .linux ends at byte',
    ],
    ['an offset near 4 GiB', damaged({ offset: 0xffff_fff0 }), 'the section .linux ends at byte'],
    [
      'more in memory than in the file',
      damaged({ memorySize: 0xffff_ffff }),
      'has 4294967295 bytes in memory, but only',
    ],
    [
      'sizes that are both wrong',
      damaged({ memorySize: 0xffff_ffff, size: 0xffff_ffff }),
      'the section .linux ends at byte',
    ],
    [
      'an address of another section',
      damaged({ address: 0x1000 }),
      '.linux and .text are at addresses',
    ],
    [
      'the next section in it',
      buildPe([
        { name: '.linux', content: BZIMAGE, address: 0x1000 },
        { name: '.initrd', content: BZIMAGE, address: 0x1000 + size - 1 },
      ]),
      '.linux and .initrd are at addresses that overlap',
    ],
    [
      'two kernels',
      buildPe([
        { name: '.linux', content: BZIMAGE },
        { name: '.linux', content: ELF },
      ]),
      'there are several sections .linux',
    ],
  ])('%s', async (_, image, message) => {
    const root = tempFiles({ 'uki.efi': image });
    for (const path of ['uki.efi', '.']) {
      const { kernels, problems } = await findInside(root, path);
      expect([kernels, problems]).toEqual([[], [expect.stringContaining(message)]]);
    }
  });

  it('is none where sections only touch', async () => {
    const image = buildPe([
      { name: '.linux', content: BZIMAGE, address: 0x1000 },
      { name: '.initrd', content: BZIMAGE, address: 0x1000 + size },
    ]);
    const root = tempFiles({ 'uki.efi': image });
    expect(await findInside(root, 'uki.efi')).toEqual({ ...NOTHING, kernels: ['uki.efi!.linux'] });
  });

  it('ends wherever it is cut', async () => {
    const whole = buildUki(BZIMAGE);
    for (let end = 0; end < whole.length; end += 97) {
      const root = tempFiles({ 'uki.efi': whole.subarray(0, end) });
      const { kernels } = await findInside(root, 'uki.efi');
      expect(kernels).not.toContain(end < whole.length - 1024 ? 'uki.efi!.linux' : '');
    }
  });
});
