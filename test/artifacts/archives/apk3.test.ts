import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Apk3Spec, block, buildApk3, packAs, packDeflate } from '../../support/apks.ts';
import { buildBzImage, zstdStored } from '../../support/bzimage-builder.ts';
import { concat } from '../../support/elf-builder.ts';
import { findInside } from '../../support/found.ts';
import { tempFiles } from '../../support/temp-files.ts';

const BZIMAGE = buildBzImage({ payload: Uint8Array.of(1, 2, 3) });
const FILES = [
  { name: 'boot/config', content: 'CONFIG_XEN=y' },
  { name: 'boot/empty', content: '' },
  { name: 'boot/vmlinuz', type: '2', target: 'vmlinuz-lts' },
  { name: 'boot/vmlinuz-lts', content: BZIMAGE },
  { name: 'lib/modules/6.12/vmlinuz', type: '1', target: 'boot/vmlinuz-lts' },
];
const plain = (database: Uint8Array) => database;
const KERNEL = 'x.apk!/boot/vmlinuz-lts';

async function found(spec: Partial<Apk3Spec>, ...paths: string[]) {
  const root = tempFiles({ 'x.apk': buildApk3({ files: FILES, ...spec }) });
  return findInside(root, ...(paths.length > 0 ? paths : ['x.apk']));
}

describe('a package of apk-tools 3', () => {
  it.each([
    ['deflate', packDeflate],
    ['deflate, by number', packAs(1, (bytes) => packDeflate(bytes).subarray(4))],
    ['zstd', packAs(2, zstdStored)],
    ['none', plain],
    ['none, by number', packAs(0, plain)],
  ])('gives its kernel: %s', async (_, pack) => {
    expect(await found({ pack })).toMatchObject({ kernels: [KERNEL], problems: [] });
  });

  it.each(['none', 'deflate', 'zstd'])(
    'gives its kernel as apk-tools 3.0.6 wrote it: %s',
    async (codec) => {
      const root = tempFiles({ 'x.apk': readFileSync(`fuzz/seeds/kernel.${codec}.apk`) });
      const kernels = ['x.apk!/boot/vmlinux'];
      expect(await findInside(root, 'x.apk')).toMatchObject({ kernels, problems: [] });
      expect((await findInside(root, 'x.apk!/**')).kernels).toEqual([
        ...kernels,
        'x.apk!/usr/share/doc/x',
      ]);
    },
  );

  it('has links that are not opened, and empty files', async () => {
    expect(await found({}, 'x.apk!/**')).toMatchObject({
      kernels: ['x.apk!/boot/config', 'x.apk!/boot/empty', KERNEL],
      skipped: ['x.apk!/boot/vmlinuz: link-inside', 'x.apk!/lib/modules/6.12/vmlinuz: link-inside'],
      problems: [],
    });
  });

  it('may be signed, and have sizes of 64 bits', async () => {
    const blocks = (all: readonly Uint8Array[]) => [
      block(1, new Uint8Array(85)),
      block(1, new Uint8Array(85)),
      ...all.map((one) => block(2, one.subarray(4, sizeOf(one)), { isLong: true })),
    ];
    expect(await found({ changes: { blocks } })).toMatchObject({ kernels: [KERNEL], problems: [] });
  });

  it('is not read behind the last kernel that it lists', async () => {
    const files = [...FILES, { name: 'usr/x', content: new Uint8Array(5000) }];
    const pack = (database: Uint8Array) => database.subarray(0, -4000);
    expect(await found({ files, pack })).toMatchObject({ kernels: [KERNEL], problems: [] });
    expect((await found({ files, pack }, 'x.apk!/usr/*')).problems).toEqual([
      'x.apk: is cut: it ends inside of usr/x',
    ]);
  });

  it('names the package that it depends on where it has no kernel', async () => {
    const depends = ['busybox', '!linux-rpi', 'linux-lts'];
    expect((await found({ files: [], depends })).unmatched).toEqual([
      'x.apk: has no kernel in it, but depends on linux-lts: check that package',
    ]);
  });
});

describe('a package of apk-tools 3 that is not as it should be', () => {
  const setWord = (at: number, value: number) => (bytes: Uint8Array) => {
    const changed = Buffer.from(bytes);
    changed.writeUInt32LE(value, at);
    return changed;
  };
  const first = (change: (bytes: Uint8Array) => Uint8Array) => (all: readonly Uint8Array[]) =>
    all.map((one, i) => (i === 0 ? change(one) : one));
  const lastDataByte = (one: Uint8Array) => {
    const changed = one.slice();
    changed[sizeOf(one) - 1] = 0;
    return changed;
  };
  it.each<[message: string, spec: Partial<Apk3Spec>]>([
    ['is cut: its database ends at offset 0', { pack: () => Buffer.from('ADBc\0\0ADB.') }],
    ['is an Alpine package with the compression 3, which is not known', { pack: packAs(3, plain) }],
    ['is a database of apk of the kind "indx", no package', { schema: 'indx' }],
    [
      'is damaged: there is no database behind its magic',
      { pack: packAs(0, () => Buffer.alloc(9)) },
    ],
    [
      'is damaged: its database cannot be decompressed',
      { pack: (bytes) => packDeflate(bytes).fill(0xff, 4) },
    ],
    [
      'is cut: it ends inside of the deflate stream of its database',
      { pack: (bytes) => packDeflate(bytes).subarray(0, 100) },
    ],
    ['is damaged: its first block is no database', { pack: setWord(8, 0x40000010) }],
    ['is damaged: its block at offset 8 is too short', { pack: setWord(8, 3) }],
    ['is cut: it ends inside of its database', { pack: setWord(8, 0x3ffff) }],
    ['has a database of 1073741819 bytes', { pack: setWord(8, 0x3fffffff) }],
    [
      'is an Alpine package of a later version: its database has version 1',
      { changes: { database: setWord(0, 1) } },
    ],
    ['is damaged: its database is empty', { changes: { database: setWord(4, 0) } }],
    ['is damaged: its database has no header', { changes: { database: () => Buffer.alloc(4) } }],
    [
      'is damaged: its database has a value of the type 1 where another is expected',
      { changes: { database: setWord(4, 0x10000000) } },
    ],
    [
      'is damaged: its database refers to byte 268435459 of ',
      { changes: { database: setWord(4, 0xefffffff) } },
    ],
    [
      'is damaged: the contents of boot/config are not at their place',
      { changes: { blocks: first(setWord(8, 7)) } },
    ],
    [
      'is damaged: the contents of boot/config are not at their place',
      { files: [{ name: 'boot/config', content: 'x', size: 2 }] },
    ],
    ['is cut: it ends before boot/vmlinuz-lts', { changes: { blocks: (all) => all.slice(0, 1) } }],
    [
      'is damaged: its block at offset',
      { changes: { blocks: (all) => [...all.slice(0, 1), block(1, new Uint8Array(9)), ...all] } },
    ],
    [
      'is damaged: it has contents of a file that is not listed',
      { files: FILES.slice(0, 1), changes: { blocks: (all) => [...all, ...all] } },
    ],
    [
      'is damaged: the digest of boot/vmlinuz-lts does not match',
      { changes: { blocks: (all) => all.map(lastDataByte) } },
    ],
    ['is damaged: boot/vmlinuz-lts has no digest', { changes: { digest: (all) => all.slice(1) } }],
    [
      'bytes after the deflate stream of its database, which are not read',
      {
        files: FILES.slice(0, 1),
        pack: (bytes) => concat([packDeflate(bytes), Buffer.from('more')]),
      },
    ],
  ])('is a problem: %s', async (message, spec) => {
    const { kernels, problems } = await found(spec);
    expect([kernels, problems]).toEqual([[], [expect.stringContaining(`${message}`)]]);
    expect(problems[0]).toMatch(/^x\.apk: (?:is|has) /);
  });

  it('ends wherever it is cut', async () => {
    const whole = buildApk3({ files: FILES, pack: plain });
    const paths: Record<string, Uint8Array> = {};
    for (let end = 4; end < whole.length; end += 61) paths[`${end}.apk`] = whole.subarray(0, end);
    const { kernels, problems } = await findInside(tempFiles(paths), '.');
    const isWhole = (name: string) => Number.parseInt(name, 10) > whole.length - 8;
    expect(kernels.every(isWhole)).toBe(true);
    expect(problems.length).toBe(Object.keys(paths).length - kernels.length);
  });

  it('cannot grow by lists that share their items', async () => {
    const { problems } = await found({ changes: { database: () => sharedDatabase(300, 300) } });
    expect(problems).toEqual(['x.apk: is damaged: its database lists more than it has room for']);
  });

  it('cannot grow by a list of one item many times', async () => {
    const { problems } = await found({ changes: { database: () => manyDependencies(2_000_001) } });
    expect(problems).toEqual(['x.apk: has more than 2000000 members, the limit']);
  });

  it('cannot grow by items that share a long name', async () => {
    const { problems } = await found({
      changes: { database: () => sharedDatabase(1, 1100, 'x'.repeat(1 << 16)) },
    });
    expect(problems).toEqual(['x.apk: lists names of more than 64 MiB, the limit']);
  });
});

/** Of a block with a short header, in bytes. */
function sizeOf(one: Uint8Array): number {
  return Buffer.from(one).readUInt32LE() % 2 ** 30;
}

const OBJECT = 0xe0000000;
const ARRAY = 0xd0000000;
const BLOB = 0xa0000000;
const HEADER = 8;

function words(...values: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [i, value] of values.entries()) bytes.writeUInt32LE(value, 4 * i);
  return bytes;
}

/** A list of one directory `directories` times, each with a list of one file `files` times. */
function sharedDatabase(directories: number, files: number, path = ''): Uint8Array {
  const name = Buffer.alloc(4 + Math.ceil(path.length / 4) * 4);
  name.writeUInt32LE(path.length);
  name.write(path, 4);
  const file = HEADER + name.length;
  const fileList = file + words(0, 0).length;
  const directory = fileList + 4 * (files + 1);
  const directoryList = directory + 4 * 4;
  const root = directoryList + 4 * (directories + 1);
  return concat([
    words(0, OBJECT + root),
    name,
    words(2, 0),
    words(files + 1, ...new Array(files).fill(OBJECT + file)),
    words(4, BLOB + HEADER, 0, ARRAY + fileList),
    words(directories + 1, ...new Array(directories).fill(OBJECT + directory)),
    words(3, 0, ARRAY + directoryList),
  ]);
}

/** Dependencies, each of which is the same empty object. */
function manyDependencies(count: number): Uint8Array {
  const item = HEADER;
  const list = item + 4;
  const info = list + 4 * (count + 1);
  const root = info + 4 * 16;
  return concat([
    words(0, OBJECT + root),
    words(1),
    words(count + 1),
    Buffer.alloc(4 * count, words(OBJECT + item)),
    words(16, ...new Array(14).fill(0), ARRAY + list),
    words(2, OBJECT + info),
  ]);
}
