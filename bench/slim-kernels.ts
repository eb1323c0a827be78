import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A real kernel without its code, in the compression that leaves most of the time to the rest. */
const SLIM = 'test/kernels/vmlinuz-6.12.94+deb13-amd64.lz4.img';

/** Four bytes of setup code, which nothing reads. */
const UNREAD = 0x400;

/** Writes copies of a kernel of which no two are the same. */
export function slimKernels(directory: string, count: number): void {
  const kernel = readFileSync(SLIM);
  for (let i = 0; i < count; i++) {
    kernel.writeUInt32LE(i, UNREAD);
    writeFileSync(join(directory, `vmlinuz-${i}`), kernel);
  }
}
