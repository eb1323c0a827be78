import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { bytesSource } from '../../../src/bytes/bytes.ts';
import { openKernel } from '../../../src/kernel/open.ts';
import type { XenPath } from '../../../src/programs/boot-path.ts';
import { checkKernel } from '../../../src/xen/check-kernel.ts';
import { EVERY_BUILD } from '../../support/builds.ts';

/** A kernel of 816 bytes that ends with a marker, with a dictionary, and another size in its header. */
function withSize(size: bigint): Uint8Array {
  const file = readFileSync('test/cases/lzma-dictionary-0.img');
  const payload = (file.readUInt8(0x1f1) + 1) * 512 + file.readUInt32LE(0x248);
  file.writeUInt32LE(1 << 16, payload + 1);
  file.writeBigUInt64LE(size, payload + 5);
  return file;
}

async function boot(file: Uint8Array, path: XenPath) {
  const kernel = await openKernel(bytesSource(file));
  const verdicts = await kernel.examine(() => checkKernel(kernel, path, EVERY_BUILD));
  return new Set(verdicts.map(({ loads, refusals: [first] }) => `${loads} ${first?.rule}`));
}

it('takes an end marker before the declared size in the hypervisor, and not in the toolstack', async () => {
  expect(await boot(withSize(816n), 'pv-dom0')).toEqual(new Set(['true undefined']));
  expect(await boot(withSize(816n), 'pv-domu')).toEqual(new Set(['true undefined']));
  expect(await boot(withSize(900n), 'pv-dom0')).toEqual(new Set(['true undefined']));
  expect(await boot(withSize(900n), 'pv-domu')).toEqual(new Set(['false corrupt-payload']));
});
