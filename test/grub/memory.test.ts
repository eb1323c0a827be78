import { expect, test } from 'vitest';
import { bytesSource } from '../../src/bytes/bytes.ts';
import { loadWithGrub } from '../../src/grub/load.ts';
import { openKernel } from '../../src/kernel/open.ts';
import { grubHas } from '../../src/programs/grub/facts.ts';
import { slimmedKernel } from '../support/slimmed-kernels.ts';

const MIB = 2 ** 20;

async function load(file: string, version: string, guestMemory: number) {
  const kernel = await openKernel(bytesSource(slimmedKernel(file)));
  return kernel.examine(() => loadWithGrub(kernel, 'pv', grubHas(version), { guestMemory }));
}

const GZIP = 'vmlinuz-6.12.94+deb13-amd64.gzip.img';

test.each(['2.02-beta2', '2.06'])('GRUB %s needs as much memory as it says', async (version) => {
  const { needsMemory } = await load(GZIP, version, 4096 * MIB);
  if (!needsMemory) throw new Error('no memory is enough');
  expect(await load(GZIP, version, needsMemory)).not.toHaveProperty('refusal');
  expect(await load(GZIP, version, needsMemory - MIB)).toMatchObject({
    refusal: { rule: 'grub-out-of-range', xenSays: 'out of memory' },
    needsMemory,
  });
});

test('the dictionary of xz takes memory beside the kernel', async () => {
  const small = await load(GZIP, '2.12', 4096 * MIB);
  const large = await load('vmlinuz-6.12.94+deb13-amd64.xz128.img', '2.12', 4096 * MIB);
  expect(large.needsMemory).toBeGreaterThan((small.needsMemory ?? 0) + 64 * MIB);
  expect(await load('vmlinuz-6.12.94+deb13-amd64.xz128.img', '2.12', 100 * MIB)).toMatchObject({
    refusal: { rule: 'grub-crashes', xenSays: null },
  });
});
