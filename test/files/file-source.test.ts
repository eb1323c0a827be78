import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bytesSource, UnreadableError } from '../../src/bytes/bytes.ts';
import { FileError, openFile, sha256 } from '../../src/files/file-source.ts';

const MiB = 1 << 20;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'file-source-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function fileOf(bytes: Uint8Array): string {
  const path = join(folder, 'file');
  writeFileSync(path, bytes);
  return path;
}

function sparseFile(size: number): string {
  const path = fileOf(new Uint8Array(0));
  truncateSync(path, size);
  return path;
}

describe('openFile', () => {
  test('reads what a source over the same bytes reads, anywhere', () => {
    const bytes = Uint8Array.from({ length: 3 * MiB + 77 }, (_, i) => i * 31 + (i >> 11));
    const inMemory = bytesSource(bytes);
    const file = openFile(fileOf(bytes));
    expect(file.size).toBe(bytes.length);
    const offset = fc.integer({ min: -10, max: bytes.length + 10 });
    const length = fc.oneof(
      fc.integer({ min: -10, max: 100 }),
      fc.integer({ min: 0, max: 2 * MiB }),
    );
    fc.assert(
      fc.property(offset, length, (at, count) => {
        expect(Buffer.compare(file.read(at, count), inMemory.read(at, count))).toBe(0);
      }),
    );
    file.close();
  });

  test('what was read does not change when more is read', () => {
    const bytes = Uint8Array.from({ length: 16 * MiB }, (_, i) => i >> 16);
    const file = openFile(fileOf(bytes));
    const first = file.read(0, 100);
    for (let at = 0; at < bytes.length; at += 4096) file.read(at, 4096);
    expect(first).toEqual(bytes.subarray(0, 100));
    file.close();
  });

  test('follows a symbolic link', () => {
    const link = join(folder, 'vmlinuz');
    symlinkSync(fileOf(Uint8Array.of(1, 2, 3)), link);
    const file = openFile(link);
    expect(file.read(0, 10)).toEqual(Uint8Array.of(1, 2, 3));
    file.close();
  });

  test('an empty file has nothing to read', () => {
    const file = openFile(fileOf(new Uint8Array(0)));
    expect([file.size, file.read(0, 10).length]).toEqual([0, 0]);
    file.close();
  });

  test('a file that shrinks while it is read gives short reads', async () => {
    const path = fileOf(new Uint8Array(3 * MiB).fill(1));
    const file = openFile(path);
    truncateSync(path, 100);
    expect(file.read(0, 200)).toHaveLength(100);
    expect(file.read(50, 2 * MiB)).toHaveLength(50);
    expect(file.read(MiB, 10)).toHaveLength(0);
    expect(await sha256(file)).toBe(
      createHash('sha256').update(new Uint8Array(100).fill(1)).digest('hex'),
    );
    file.close();
  });

  test('a single read of more than 64 MiB is refused', () => {
    const file = openFile(sparseFile(1200 * MiB));
    expect(file.read(1000 * MiB, 64 * MiB)).toHaveLength(64 * MiB);
    expect(() => file.read(0, 64 * MiB + 1)).toThrow(UnreadableError);
    expect(file.read(1200 * MiB - 5, 1200 * MiB)).toHaveLength(5);
    file.close();
  });
});

describe('what is no regular file is refused, without waiting', () => {
  const refusal = (path: string) => {
    try {
      openFile(path).close();
    } catch (error) {
      if (error instanceof FileError) return error.message;
      throw error;
    }
    return null;
  };

  test('a directory', () => {
    expect(refusal(folder)).toBe('a directory, not a regular file');
  });

  test('a FIFO without a writer', () => {
    const path = join(folder, 'fifo');
    execFileSync('mkfifo', [path]);
    expect(refusal(path)).toBe('a FIFO, not a regular file');
  });

  test('a device', () => {
    expect(refusal('/dev/zero')).toBe('a device or socket, not a regular file');
  });

  test('a socket', async () => {
    const path = join(folder, 'socket');
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(path, resolve));
    expect(refusal(path)).toBe('a device or socket, not a regular file');
    await new Promise((resolve) => server.close(resolve));
  });

  test('a path that leads nowhere', () => {
    const circle = join(folder, 'circle');
    symlinkSync(circle, circle);
    expect(refusal(join(folder, 'missing'))).toBe('no such file or directory');
    expect(refusal(join(fileOf(new Uint8Array(1)), 'below'))).toBe(
      'a part of the path is not a directory',
    );
    expect(refusal(circle)).toBe('too many symbolic links');
    expect(refusal('a\0b')).toBe('cannot be read (ERR_INVALID_ARG_VALUE)');
  });
});

async function sha256OfFile(path: string): Promise<string> {
  const file = openFile(path);
  try {
    return await sha256(file);
  } finally {
    file.close();
  }
}

describe('sha256', () => {
  test('of nothing and of "abc", as FIPS 180-2 has it', async () => {
    expect(await sha256OfFile(fileOf(new Uint8Array(0)))).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    expect(await sha256OfFile(fileOf(Buffer.from('abc')))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  test('of a file of several chunks', async () => {
    const bytes = Uint8Array.from({ length: 5 * MiB + 1 }, (_, i) => i * 13 + (i >> 9));
    const expected = createHash('sha256').update(bytes).digest('hex');
    expect(await sha256OfFile(fileOf(bytes))).toBe(expected);
    expect(await sha256(bytesSource(bytes))).toBe(expected);
  });
});
