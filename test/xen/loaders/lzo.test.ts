import { deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { bytesSource } from '../../../src/bytes/bytes.ts';
import { openKernel } from '../../../src/kernel/open.ts';
import type { XenPath } from '../../../src/programs/boot-path.ts';
import { checkKernel } from '../../../src/xen/check-kernel.ts';
import { EVERY_BUILD } from '../../support/builds.ts';
import { buildBzImage, withSizeTrailer } from '../../support/bzimage-builder.ts';
import { concat } from '../../support/elf-builder.ts';
import { kernelWith, PV_NOTES } from '../../support/kernels.ts';

const SINCE_LZO = EVERY_BUILD.filter(({ release }) => release.minor !== '4.0');
const adler32 = (bytes: Uint8Array) => deflateSync(bytes).subarray(-4);

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** A kernel in one block that is stored as it is, `size` bytes long, in the container of lzop. */
function storedKernel(size: number): Uint8Array {
  const elf = kernelWith(PV_NOTES);
  const content = concat([elf, new Uint8Array(size - elf.length)]);
  const magic = Buffer.from([0x89, 0x4c, 0x5a, 0x4f, 0x00, 0x0d, 0x0a, 0x1a, 0x0a]);
  const header = Buffer.from([0x10, 0x40, 0x20, 0xa0, 0x09, 0x40, 3, 9, 0, 0, 0, 1]);
  const checked = concat([header, Buffer.alloc(13)]);
  const block = concat([u32(content.length), u32(content.length), adler32(content), content]);
  const stream = concat([magic, checked, adler32(checked), block, u32(0)]);
  return buildBzImage({ payload: withSizeTrailer(stream, content.length) });
}

async function boot(file: Uint8Array, path: XenPath) {
  const kernel = await openKernel(bytesSource(file));
  const verdicts = await kernel.examine(() => checkKernel(kernel, path, SINCE_LZO));
  const refusals = verdicts.map(({ loads, refusals: [first] }) => [
    loads,
    first?.rule ?? null,
    first?.xenSays?.split('\n')[0] ?? null,
  ]);
  return [...new Set(refusals.map((one) => JSON.stringify(one)))].map((one) => JSON.parse(one));
}

it('decompresses a stored block in the toolstack all the same, and copies it in the hypervisor', async () => {
  const file = storedKernel(5000);
  expect(await boot(file, 'pv-dom0')).toEqual([[true, null, null]]);
  expect(await boot(file, 'pv-domu')).toEqual([
    [false, 'lzo-stored-block', 'xc_dom_probe_bzimage_kernel unable to LZO decompress kernel'],
  ]);
});

it('refuses a block of more than 256 KiB in the hypervisor', async () => {
  expect(await boot(storedKernel(256 * 1024 + 1), 'pv-dom0')).toEqual([
    [false, 'corrupt-payload', 'dest len longer than block size'],
  ]);
});
