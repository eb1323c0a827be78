import { describe, expect, test } from 'vitest';
import { bytesSource } from '../../src/bytes/bytes.ts';
import { readBzImage } from '../../src/kernel/bzimage.ts';
import { type BzImageSpec, buildBzImage } from '../support/bzimage-builder.ts';

const payload = new Uint8Array(100);

function read(spec: Partial<BzImageSpec> = {}) {
  return readBzImage(bytesSource(buildBzImage({ payload, ...spec })));
}

describe('readBzImage', () => {
  test('reads the fields of the setup header', () => {
    expect(read({ protocol: 0x020d, setupSects: 5, version: '6.1 (me@here) #1' })).toEqual({
      fileSize: 6 * 512 + 16 + 100,
      protocol: 0x020d,
      setupSects: 5,
      codeOffset: 6 * 512,
      payloadOffset: 16,
      payloadLength: 100,
      kernelVersion: '6.1 (me@here) #1',
    });
  });

  test('takes 0 setup sectors for 0, as Xen does', () => {
    const image = buildBzImage({ payload: new Uint8Array(1024) });
    image[0x1f1] = 0;
    expect(readBzImage(bytesSource(image))).toMatchObject({ setupSects: 0, codeOffset: 512 });
  });

  test('reports offsets beyond the file as they are', () => {
    const wild = { payloadOffset: 0xffff_fff0, payloadLength: 0xffff_ffff };
    expect(read(wild)).toMatchObject(wild);
  });

  test('before protocol 2.08 there is no payload, whatever the bytes at its place say', () => {
    expect(read({ protocol: 0x0207 })).toMatchObject({ payloadOffset: 0, payloadLength: 0 });
  });

  test('without HdrS, or cut inside the header, it is no bzImage', () => {
    const image = buildBzImage({ payload });
    expect(readBzImage(bytesSource(image.subarray(0, 0x250)))).not.toBeNull();
    expect(readBzImage(bytesSource(image.subarray(0, 0x24f)))).toBeNull();
    image[0x202] = 'h'.charCodeAt(0);
    expect(readBzImage(bytesSource(image))).toBeNull();
    expect(readBzImage(bytesSource(new Uint8Array(0)))).toBeNull();
  });

  describe('the version string', () => {
    const withPointer = (pointer: number, edit: (image: Uint8Array) => void = () => {}) => {
      const image = buildBzImage({ payload, setupSects: 2, version: 'six' });
      new DataView(image.buffer).setUint16(0x20e, pointer, true);
      edit(image);
      return readBzImage(bytesSource(image))?.kernelVersion;
    };

    test('is what the pointer says, 0x200 bytes on', () => {
      expect(withPointer(0x100)).toBe('six');
      expect(withPointer(0x101)).toBe('ix');
    });

    test('is missing without a pointer, or where it is empty', () => {
      expect(withPointer(0)).toBeNull();
      expect(withPointer(0x103)).toBeNull();
    });

    test('is missing where it starts or ends outside the setup code', () => {
      const end = 3 * 512;
      const fillFrom = (start: number) => (image: Uint8Array) => image.fill(0x41, start);
      expect(withPointer(0xffff)).toBeNull();
      expect(withPointer(end - 0x200)).toBeNull();
      expect(withPointer(end - 0x200 - 4, fillFrom(end - 4))).toBeNull();
      const ended = (image: Uint8Array) => image.fill(0x41, end - 4, end - 1);
      expect(withPointer(end - 0x200 - 4, ended)).toBe('AAA');
    });

    test('is missing where it does not end within 1024 bytes', () => {
      const image = buildBzImage({ payload, setupSects: 39, version: 'x' });
      image.fill(0x41, 0x300, 0x300 + 1024);
      expect(readBzImage(bytesSource(image))?.kernelVersion).toBeNull();
      image[0x300 + 1023] = 0;
      expect(readBzImage(bytesSource(image))?.kernelVersion).toHaveLength(1023);
    });
  });
});
