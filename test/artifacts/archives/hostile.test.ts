import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { discover } from '../../../src/artifacts/discover.ts';
import { sampleKernel } from '../../../src/demo/sample.ts';
import { buildAr, buildDeb, buildTar, tarEntry } from '../../support/archives.ts';
import { buildBzImage, gzipOfZeros, zstdStored } from '../../support/bzimage-builder.ts';
import { concat } from '../../support/elf-builder.ts';
import { findInside } from '../../support/found.ts';
import { buildIso } from '../../support/isos.ts';
import { buildCpio, buildRpm } from '../../support/rpms.ts';
import { tempFiles } from '../../support/temp-files.ts';
import { buildZip } from '../../support/zips.ts';

const ELF_KERNEL = sampleKernel();
const BZIMAGE = buildBzImage({ payload: Uint8Array.of(1, 2, 3) });
const VMLINUZ = { name: 'boot/vmlinuz', content: BZIMAGE };
const FILES = [VMLINUZ, { name: 'usr/share/x', content: new Uint8Array(5000) }];

/** What an archive that is named comes to. */
async function found(bytes: Uint8Array, name: string) {
  const { kernels, problems, unmatched } = await findInside(tempFiles({ [name]: bytes }), name);
  return { kernels, problems: [...problems, ...unmatched] };
}

const withByte = (bytes: Uint8Array, at: number, value: number) => {
  const changed = bytes.slice();
  changed[at] = value;
  return changed;
};

describe('an archive that is cut', () => {
  const tar = buildTar(FILES);
  const zip = buildZip(FILES);
  const iso = buildIso({ files: [{ ...VMLINUZ, name: 'vmlinuz' }] });
  const rpm = buildRpm({ files: FILES, ghosts: [] });
  it.each([
    ['a.tar', tar.slice(0, 700), /^a\.tar: is cut: it ends inside of boot\/vmlinuz$/],
    ['a.tar', tar.slice(0, 3072), /^a\.tar: is cut: it ends at offset \d+, without its end mark$/],
    ['a.tar', tar.slice(0, -512), /^a\.tar: is cut: it ends at offset \d+, without its end mark$/],
    ['a.tar.gz', gzipSync(tar).slice(0, -20), /^a\.tar\.gz: is cut: .* \(gzip\)$/],
    ['a.tar.zst', zstdStored(tar).slice(0, -20), /^a\.tar\.zst: is cut: .* \(zstd\)$/],
    ['a.deb', buildDeb({ files: FILES }).slice(0, 100), /^a\.deb: is cut/],
    ['a.rpm', rpm.slice(0, 150), /^a\.rpm: is cut: it ends inside of a header$/],
    [
      'a.rpm',
      buildRpm({ files: FILES, pack: (cpio) => cpio.slice(0, 300) }),
      /^a\.rpm: is cut: it ends inside of/,
    ],
    ['a.zip', zip.slice(0, -1), /^a\.zip: is cut: it ends without the directory/],
    ['a.iso', iso.slice(0, 22 * 2048 + 10), /^a\.iso: is cut: it ends inside of boot\/vmlinuz$/],
    ['a.iso', iso.slice(0, 21 * 2048), /^a\.iso: is cut: it ends inside of the directory \/boot$/],
  ])('is an error: %s', async (name, bytes, message) => {
    const { problems } = await found(bytes, name);
    expect(problems).toEqual([expect.stringMatching(message)]);
  });

  it('keeps what was found before', async () => {
    const { kernels } = await found(buildTar(FILES).slice(0, 4000), 'a.tar');
    expect(kernels).toEqual(['a.tar!/boot/vmlinuz']);
  });
});

describe('a header that is wrong', () => {
  const short = { ...VMLINUZ, size: 10 };
  const long = { ...VMLINUZ, size: 100_000 };
  it.each([
    ['a.tar', withByte(buildTar(FILES), 0, 0x41), /offset 0 has a wrong checksum$/],
    ['a.tar', buildTar([long]), /is cut: it ends inside of boot\/vmlinuz$/],
    ['a.tar', buildTar([{ ...VMLINUZ, size: 2 ** 33 - 1 }]), /is cut/],
    ['a.tar', buildTar([short]), /is damaged: the header at offset \d+ has/],
    [
      'a.tar',
      buildTar([{ name: 'x', type: 'x', content: '99 path=x\n' }]),
      /malformed pax record$/,
    ],
    [
      'a.tar',
      buildTar([{ name: 'x', type: 'L', size: 2 ** 30 }]),
      /an extended header of 1073741824 bytes$/,
    ],
    [
      'a.tar',
      buildTar([{ name: 'x', type: 'x', content: '13 size=0x10\n' }, VMLINUZ]),
      /the header at offset 1024 has a size that is no number$/,
    ],
    [
      'a.tar',
      buildTar([{ name: 'x', type: 'x', content: '8 size=\n' }, VMLINUZ]),
      /the header at offset 1024 has a size that is no number$/,
    ],
    [
      'a.tar',
      buildTar([{ ...VMLINUZ, type: 'S' }]),
      /!\/boot\/vmlinuz: is stored sparse, compressed or in parts, which is not read/,
    ],
    [
      'a.deb',
      buildAr([
        { name: 'debian-binary', content: '2.0\n' },
        { name: 'control.tar', content: buildTar([]) },
        { name: 'data.tar.br', content: 'x'.repeat(999) },
      ]),
      /^a\.deb: has contents in a compression that is not known$/,
    ],
    [
      'a.deb',
      buildAr([
        { name: 'debian-binary', content: '2.0\n' },
        { name: 'control.tar', content: buildTar([]) },
        { name: 'data.tar', content: buildTar(FILES) },
        { name: 'data.tar.gz', content: gzipSync(buildTar(FILES)) },
      ]),
      /^a\.deb: is damaged: it has more than one data\.tar$/,
    ],
    [
      'a.rpm',
      buildRpm({ files: FILES, pack: () => Buffer.from('unknown') }),
      /^a\.rpm: has contents in a compression that is not known$/,
    ],
    ['a.deb', buildAr([{ name: 'debian-binary', content: '2.0\n' }]), /has no control\.tar$/],
    [
      'a.deb',
      buildAr([{ name: 'debian-binary', content: '3.0\n' }]),
      /is no Debian package of format 2$/,
    ],
    [
      'a.deb',
      buildAr([
        { name: 'debian-binary', content: '2.0\n' },
        { name: 'data.tar', size: 99 },
      ]),
      /is cut: it ends inside of data\.tar$/,
    ],
    [
      'a.rpm',
      buildRpm({ files: [{ ...long, size: 2 ** 32 - 1 }], pack: (cpio) => cpio }),
      /is cut/,
    ],
    [
      'a.rpm',
      buildRpm({ files: [], pack: () => buildCpio(FILES, 'stripped') }),
      /a file 0 that the package does not list$/,
    ],
    ['a.zip', buildZip([{ ...VMLINUZ, crc: 1 }]), /the CRC-32 of boot\/vmlinuz does not match$/],
    ['a.zip', buildZip([long]), /is cut: it ends inside of boot\/vmlinuz$/],
    [
      'a.zip',
      buildZip([{ ...VMLINUZ, size: 1024 }]),
      /boot\/vmlinuz is longer than the directory says$/,
    ],
    [
      'a.zip',
      buildZip([{ ...VMLINUZ, localName: 'boot/vmlinux' }]),
      /the header of boot\/vmlinuz is not at its offset$/,
    ],
    [
      'a.zip',
      buildZip([{ ...VMLINUZ, method: 0, size: 4 }]),
      /boot\/vmlinuz is stored with another size$/,
    ],
    ['a.zip', buildZip([{ ...VMLINUZ, flags: 1 }]), /!\/boot\/vmlinuz: is encrypted$/],
    [
      'a.zip',
      buildZip([{ ...VMLINUZ, method: 9 }]),
      /!\/boot\/vmlinuz: is compressed with the method 9 of zip$/,
    ],
    [
      'a.iso',
      buildIso({ files: [{ ...VMLINUZ, name: 'vmlinuz', size: 2 ** 31 }] }),
      /is cut: it ends inside of boot\/vmlinuz$/,
    ],
  ])('is an error: %s', async (name, bytes, message) => {
    const { problems } = await found(bytes, name);
    expect(problems).toContainEqual(expect.stringMatching(message));
  });
});

describe('what comes behind an archive', () => {
  const tar = buildTar(FILES);
  it.each([
    [
      'a second archive',
      'a.tar',
      concat([tar, tar]),
      /has data after its end mark, from offset \d+ on, which is not read$/,
    ],
    [
      'bytes behind a stream',
      'a.tar.gz',
      concat([gzipSync(tar), Buffer.from('more')]),
      /has 4 bytes after its gzip stream, which are not read$/,
    ],
    [
      'a member behind the end of a payload',
      'a.rpm',
      buildRpm({
        files: [{ name: 'srv/unikernel', content: ELF_KERNEL }],
        pack: (cpio) => gzipSync(concat([cpio, cpio])),
      }),
      /has data after its end mark/,
    ],
    [
      'bytes behind a zip archive',
      'a.zip',
      concat([buildZip(FILES), Buffer.from('more')]),
      /ends without the directory of a zip archive$/,
    ],
    [
      'a zip archive behind another',
      'a.zip',
      concat([buildZip(FILES), buildZip(FILES)]),
      /its directory is not where it should be$/,
    ],
  ])('is an error: %s', async (_, name, bytes, message) => {
    const { problems } = await found(bytes, name);
    expect(problems).toEqual([expect.stringMatching(message)]);
  });

  it('may be zeros', async () => {
    const padded = concat([gzipSync(concat([tar, new Uint8Array(10_240)])), new Uint8Array(999)]);
    expect((await found(padded, 'a.tar.gz')).problems).toEqual([]);
  });
});

describe('names in an archive', () => {
  it('are an error where two kernels have the same', async () => {
    for (const [name, bytes] of [
      ['a.tar', buildTar([VMLINUZ, { ...VMLINUZ, name: './/boot/./vmlinuz' }])],
      ['a.zip', buildZip([VMLINUZ, VMLINUZ])],
      ['a.rpm', buildRpm({ files: [VMLINUZ], pack: () => buildCpio([VMLINUZ, VMLINUZ], 'newc') })],
    ] as const) {
      const { kernels, problems } = await found(bytes, name);
      expect(kernels).toEqual([`${name}!/boot/vmlinuz`]);
      if (name === 'a.rpm') continue; // Reading ended at the first.
      expect(problems).toEqual([
        expect.stringMatching(/^a.*!\/boot\/vmlinuz: has the name of an earlier member/),
      ]);
    }
  });

  it('lead nowhere, and nothing is written', async () => {
    const names = [
      '../../etc/vmlinuz-a',
      '/etc/vmlinuz-b',
      'c\\..\\vmlinuz',
      `${'d/'.repeat(400)}vmlinuz`,
    ];
    const root = tempFiles({
      'a.tar': buildTar(names.slice(0, 3).map((name) => ({ name, content: ELF_KERNEL }))),
      'b.zip': buildZip(names.map((name) => ({ name, content: ELF_KERNEL }))),
    });
    const { kernels } = await findInside(root, 'a.tar', 'b.zip');
    expect(kernels.slice(0, 3)).toEqual([
      'a.tar!/../../etc/vmlinuz-a',
      'a.tar!/etc/vmlinuz-b',
      'a.tar!/c\\..\\vmlinuz',
    ]);
    expect(kernels).toHaveLength(7);
    expect(readdirSync(root)).toEqual(['a.tar', 'b.zip']);
  });

  it('may be those of links and devices, which are not opened', async () => {
    const entries = [
      { name: 'boot/vmlinuz', type: '2', target: '/etc/passwd' },
      { name: 'boot/vmlinuz-hard', type: '1', target: '../../etc/passwd' },
      { name: 'boot/vmlinuz-null', type: '3' },
      { name: 'boot/vmlinuz-fifo', type: '6' },
    ];
    const root = tempFiles({ 'a.tar': buildTar(entries), 'b.zip': buildZip(entries.slice(0, 1)) });
    expect(await findInside(root, 'a.tar!/boot/*', 'b.zip!/boot/*')).toMatchObject({
      kernels: [],
      skipped: [
        'a.tar!/boot/vmlinuz: link-inside',
        'a.tar!/boot/vmlinuz-fifo: special',
        'a.tar!/boot/vmlinuz-hard: link-inside',
        'a.tar!/boot/vmlinuz-null: special',
        'b.zip!/boot/vmlinuz: link-inside',
      ],
    });
  });

  it('that are no UTF-8 name no kernel', async () => {
    const entry = tarEntry({ name: 'boot/vmlinuz-Q', content: ELF_KERNEL });
    const odd = withByte(entry, 13, 0xff);
    odd.set(Buffer.from(`${(0xff - 0x51 + sumIn(entry)).toString(8).padStart(6, '0')}\0 `), 148);
    const { kernels, problems } = await found(concat([odd, buildTar([])]), 'a.tar');
    expect(kernels).toEqual([]);
    expect(problems).toEqual([expect.stringMatching(/its name is not valid UTF-8: rename it$/)]);
  });
});

function sumIn(header: Uint8Array): number {
  return Number.parseInt(Buffer.from(header.subarray(148, 154)).toString(), 8);
}

describe('a damaged archive that is met in a directory', () => {
  it('is an error where it is a package, and else passed over', async () => {
    const root = tempFiles({
      'out/a.zip': buildZip(FILES).slice(0, -9),
      'out/b.tar.gz': gzipSync(buildTar(FILES.slice(1))).slice(0, -30),
      'out/c.deb': buildDeb({ files: FILES }).slice(0, -30),
      'out/d.rpm': buildRpm({ files: FILES }).slice(0, 120),
      'out/e.tar': buildTar(FILES).slice(0, 4000),
    });
    expect(await findInside(root, 'out')).toMatchObject({
      kernels: ['out/e.tar!/boot/vmlinuz'],
      problems: [
        'out/c.deb: is cut: it ends inside of data.tar.gz',
        'out/d.rpm: is damaged: there is no header at offset 112',
        'out/e.tar: is cut: it ends at offset 4000, without its end mark',
      ],
      skipped: ['out/a.zip: damaged-archive', 'out/b.tar.gz: damaged-archive'],
    });
  });
});

describe('limits', () => {
  it('end the search of an archive that is met in a directory', async () => {
    const start = tarEntry({ name: 'zeros', size: 2 ** 30 - 1 }).subarray(0, 512);
    const root = tempFiles({
      'out/a.tar.gz': concat([gzipOfZeros(start, 1025), new Uint8Array(2 ** 23)]),
    });
    expect(await findInside(root, 'out')).toMatchObject({
      skipped: ['out/a.tar.gz: long-archive'],
    });
  });

  it('end a bomb: contents of 200 times the size of the file', async () => {
    const bomb = gzipOfZeros(
      tarEntry({ name: 'zeros', size: 3 * 2 ** 30 - 1 }).subarray(0, 512),
      1100,
    );
    const { problems } = await found(bomb, 'a.tar.gz');
    expect(problems).toEqual(['a.tar.gz: decompresses to more than 200 times its size, the limit']);
  });

  it.each([
    [
      'names that share a long directory',
      {
        files: Array.from({ length: 1100 }, (_, i) => ({ name: `${i}` })),
        directory: `/${'x'.repeat(1 << 16)}/`,
      },
      'a.rpm: lists names of more than 64 MiB, the limit',
    ],
    [
      'values of one entry',
      { files: [], requires: new Array(2_000_001).fill('') },
      'a.rpm: has a header entry of 2000001 values',
    ],
  ])('end the reading of a header of an rpm package: %s', async (_, spec, message) => {
    expect((await found(buildRpm(spec), 'a.rpm')).problems).toEqual([message]);
  });

  it('pass over a member that is too large to be held', async () => {
    const size = 2 ** 31;
    const start = tarEntry({ name: 'vmlinux', size }).subarray(0, 512);
    const { problems } = await found(gzipOfZeros(start, 1), 'a.tar.gz');
    expect(problems).toContain(
      'a.tar.gz!/vmlinux: is compressed and larger than 1024 MiB, the limit',
    );
  });

  it('hold for archives in archives, whose loops are none', async () => {
    const looped = buildIso({ files: [{ ...VMLINUZ, name: 'vmlinuz' }], isLooped: true });
    expect(await found(looped, 'a.iso')).toEqual({
      kernels: ['a.iso!/boot/vmlinuz'],
      problems: [],
    });
  });

  it('are those of the time of the run', async () => {
    const root = tempFiles({ 'a.tar': buildTar(new Array(1000).fill({ name: 'x' })) });
    let steps = 0;
    const checkTime = () => {
      if (++steps > 500) throw new Error('the time is over');
    };
    await expect(discover([join(root, 'a.tar')], { checkTime })).rejects.toThrow(
      'the time is over',
    );
  });
});
