import { describe, expect, test } from 'vitest';
import { bytesSource } from '../../src/bytes/bytes.ts';
import { openKernel } from '../../src/kernel/open.ts';
import { buildBzImage, gzipOfZeros, gzipPayload } from '../support/bzimage-builder.ts';
import { buildElf, concat, noteSection, noteSegment, notes } from '../support/elf-builder.ts';
import { asBzImage } from '../support/opened.ts';

const MiB = 1 << 20;
const xenNotes = notes([
  { type: 6, value: 'linux' },
  { type: 8, value: 'generic' },
]);
const elf = buildElf({ segments: [noteSegment(xenNotes)] });
const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('latin1');
const ascii = (string: string) => new Uint8Array(Buffer.from(string, 'latin1'));

function open(bytes: Uint8Array) {
  return openKernel(bytesSource(bytes));
}

describe('gzip around the file', () => {
  test('of an ELF file leads to it', async () => {
    const file = gzipPayload(elf);
    const kernel = await open(file);
    expect(kernel).toMatchObject({ format: 'elf' });
    expect(kernel.wrapper).toMatchObject({
      declaredSize: elf.length,
      size: elf.length,
      consumed: file.length,
      fault: null,
    });
    expect(await kernel.examine(() => text(kernel.elf?.read(0, elf.length)))).toBe(text(elf));
  });

  test('of a bzImage leads through both', async () => {
    const image = buildBzImage({ payload: gzipPayload(elf), setupSects: 200 });
    const kernel = await open(gzipPayload(image));
    expect(kernel).toMatchObject({
      format: 'bzimage',
      wrapper: { size: image.length, fault: null },
      header: { fileSize: image.length, kernelVersion: '6.12.1-test (you@there)' },
      payload: { codec: 'gzip', size: elf.length },
    });
    expect(await kernel.examine(() => text(kernel.elf?.read(0, elf.length)))).toBe(text(elf));
  });

  test('of a bzImage with its version at the end of the largest setup code is read', async () => {
    const image = buildBzImage({ payload: gzipPayload(elf), setupSects: 255 });
    new DataView(image.buffer).setUint16(0x20e, 0xffff, true);
    image.set(ascii('far\0'), 0x200 + 0xffff);
    expect(asBzImage(await open(gzipPayload(image))).header.kernelVersion).toBe('far');
  });

  test('of a bzImage beyond 256 MiB is too large', async () => {
    const image = buildBzImage({ payload: gzipPayload(elf) });
    const file = gzipOfZeros(image, 257);
    expect(await open(file)).toMatchObject({
      format: null,
      wrapper: {
        size: null,
        fault: { kind: 'too-large', detail: 'it decompresses to more than 256 MiB' },
      },
    });
  });

  test.each([
    ['text', ascii('hello')],
    ['nothing', new Uint8Array(0)],
    ['gzip again', gzipPayload(elf)],
  ])('of %s is no kernel', async (_, content) => {
    const kernel = await open(gzipPayload(content));
    expect(kernel).toMatchObject({ format: null, wrapper: { fault: null }, elf: null });
  });

  test('with bytes after it declares another size than it has', async () => {
    const file = concat([gzipPayload(elf), ascii('sign')]);
    expect((await open(file)).wrapper).toMatchObject({
      declaredSize: 0x6e676973,
      size: elf.length,
      consumed: file.length - 4,
    });
  });

  test('that is cut or corrupt is reported', async () => {
    const file = gzipPayload(elf);
    for (let length = 2; length < file.length; length++) {
      const kernel = await open(file.subarray(0, length));
      expect(kernel).toMatchObject({ format: null, elf: null });
      expect(kernel.wrapper).toMatchObject({ size: null, fault: { kind: 'truncated' } });
    }
    const corrupt = file.slice();
    corrupt[file.length - 6] = (corrupt[file.length - 6] ?? 0) ^ 1;
    expect((await open(corrupt)).wrapper?.fault?.kind).toBe('corrupt');
  });
});

describe('an ELF file whose notes only the section headers show, far before them', () => {
  const offset = 5 * MiB;
  const large = buildElf({ sections: [noteSection(xenNotes, { offset })], padTo: 9 * MiB });

  test.each([
    ['gzip', gzipPayload(large)],
    ['a bzImage', buildBzImage({ payload: gzipPayload(large) })],
    ['a bzImage in gzip', gzipPayload(buildBzImage({ payload: gzipPayload(large) }))],
  ])('is read right in %s', async (_, file) => {
    const kernel = await open(file);
    const read = () => text(kernel.elf?.read(offset, xenNotes.length));
    expect(read).toThrow('a payload was read outside of Kernel.examine');
    expect(await kernel.examine(read)).toBe(text(xenNotes));
  });
});
