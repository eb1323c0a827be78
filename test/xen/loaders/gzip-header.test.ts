import { crc32, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../src/bytes/bytes.ts';
import { openKernel } from '../../../src/kernel/open.ts';
import type { XenPath } from '../../../src/programs/boot-path.ts';
import { checkKernel } from '../../../src/xen/check-kernel.ts';
import { EVERY_BUILD } from '../../support/builds.ts';
import { buildBzImage, withSizeTrailer } from '../../support/bzimage-builder.ts';
import { kernelWith, PV_NOTES } from '../../support/kernels.ts';

const ELF = kernelWith(PV_NOTES);
const GZIP = gzipSync(ELF);
const ENDS = EVERY_BUILD.filter((_, at) => at === 0 || at === EVERY_BUILD.length - 1);

/** What the oldest and the newest release make of a file, which is the same. */
async function boot(file: Uint8Array, path: XenPath) {
  const kernel = await openKernel(bytesSource(file));
  const verdicts = await kernel.examine(() => checkKernel(kernel, path, ENDS));
  const answers = verdicts.map(({ loads, refusals: [refusal] }) =>
    refusal ? [refusal.rule, refusal.xenSays] : loads,
  );
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  return answers[0];
}

/** The stream with other bytes in its header: offset → byte. */
function withHeader(bytes: Readonly<Record<number, number>>): Buffer {
  return Buffer.from(GZIP.map((byte, at) => bytes[at] ?? byte));
}

function withHeaderChecksum(): Buffer {
  const header = withHeader({ 3: 0x02 }).subarray(0, 10);
  const checksum = Buffer.alloc(2);
  checksum.writeUInt16LE(crc32(header) & 0xffff);
  return Buffer.concat([header, checksum, GZIP.subarray(10)]);
}

// The words are those that Xen's gunzip of 4.8 printed when it was given these streams.
describe('the header of a gzip stream', () => {
  it.each([
    ['as gzip writes it', GZIP, true, true],
    ['with the mark of a text', withHeader({ 3: 0x01 }), true, true],
    [
      'with a checksum of its own',
      withHeaderChecksum(),
      ['corrupt-payload', 'Multi part input'],
      true,
    ],
    [
      'with another method',
      withHeader({ 2: 7 }),
      ['corrupt-payload', 'internal error, invalid method'],
      false,
    ],
    [
      'with the mark of encryption',
      withHeader({ 3: 0x20 }),
      ['corrupt-payload', 'Input is encrypted'],
      false,
    ],
    [
      'with a reserved flag',
      withHeader({ 3: 0x40 }),
      ['corrupt-payload', 'Input has invalid flags'],
      false,
    ],
    ['of gzip 0.5', withHeader({ 1: 0x9e }), true, ['unknown-codec', expect.any(String)]],
  ])('%s', async (_, payload, dom0, domU) => {
    const image = buildBzImage({ payload });
    expect(await boot(image, 'pv-dom0')).toEqual(dom0);
    const answer = await boot(image, 'pv-domu');
    if (domU === false) expect(answer).toEqual(['corrupt-payload', expect.any(String)]);
    else expect(answer).toEqual(domU);
  });

  it('ends in a word where the stream is cut', async () => {
    const cut = GZIP.subarray(0, GZIP.length - 40);
    const image = buildBzImage({ payload: withSizeTrailer(cut, ELF.length) });
    expect(await boot(image, 'pv-dom0')).toEqual(['corrupt-payload', 'ran out of input data']);
  });

  it('of gzip 0.5 is undone around an ELF file by the hypervisor alone, and since 4.2', async () => {
    const old = withHeader({ 1: 0x9e });
    const newest = ENDS.slice(1);
    const kernel = await openKernel(bytesSource(old));
    const [dom0] = await kernel.examine(() => checkKernel(kernel, 'pv-dom0', newest));
    const [domU] = await kernel.examine(() => checkKernel(kernel, 'pv-domu', newest));
    expect(dom0?.loads).toBe(true);
    expect(domU?.refusals[0]?.rule).toBe('not-a-kernel');
  });

  it('of gzip 0.5 does not hide that a file is a bzImage', async () => {
    const image = buildBzImage({ payload: GZIP });
    image.set([0x1f, 0x9e]);
    expect(await boot(image, 'pv-dom0')).toBe(true);
    expect(await boot(image, 'pv-domu')).toBe(true);
  });
});
