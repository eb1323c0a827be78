import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type ByteSource, bytesSource } from '../../../src/bytes/bytes.ts';
import { openKernel } from '../../../src/kernel/open.ts';
import type { XenPath } from '../../../src/programs/boot-path.ts';
import { checkKernel } from '../../../src/xen/check-kernel.ts';
import { builds } from '../../support/builds.ts';
import {
  buildBzImage,
  gzipOfZeros,
  lz4Stream,
  withSizeTrailer,
} from '../../support/bzimage-builder.ts';
import { concat } from '../../support/elf-builder.ts';
import { kernelWith, PV_NOTES } from '../../support/kernels.ts';

const ELF = kernelWith(PV_NOTES);

async function boot(file: Uint8Array | ByteSource, path: XenPath = 'pv-domu', version = '4.17.7') {
  const kernel = await openKernel('read' in file ? file : bytesSource(file));
  const releases = builds(version);
  const [verdict] = await kernel.examine(() => checkKernel(kernel, path, releases));
  const refusal = verdict?.refusals[0];
  return refusal ? [refusal.rule, refusal.xenSays] : verdict?.loads;
}

/** `gzip` with another size in its last four bytes. */
function declaring(size: number): Uint8Array {
  const bytes = gzipSync(ELF);
  bytes.writeUInt32LE(size, bytes.length - 4);
  return bytes;
}

const GIB = 2 ** 30;

const NO_LOADER = 'xc_dom_find_loader: no loader found';
const TOO_LARGE = 'kernel image too large';
const INFLATE_FAILED = 'xc_dom_do_gunzip: inflate failed (rc=-5)';

/** A vmlinux with debug information, say: the toolstack maps files as a whole. */
describe('an ELF file as it is', () => {
  const large = (size: number) => ({ ...bytesSource(ELF), size });
  const refused = ['payload-too-large', 'tried to map file which is too large'];

  it.each([
    [GIB, 'pv-domu', '4.17.7', true],
    [GIB + 1, 'pv-domu', '4.17.7', refused],
    [GIB + 1, 'pvh-domu', '4.17.7', refused],
    [GIB + 1, 'pv-domu', '4.2.1', refused],
    [GIB + 1, 'pv-domu', '4.2.0', true],
    [GIB + 1, 'pv-domu', '4.1.4', refused],
    [GIB + 1, 'pv-dom0', '4.17.7', true],
  ] as const)('of %i bytes as %s on %s', async (size, path, version, answer) => {
    expect(await boot(large(size), path, version)).toEqual(answer);
  });
});

/** The toolstack takes the last four bytes of a file for the size that its gzip decompresses to. */
describe('gzip around an ELF file', () => {
  it('as gzip writes it', async () => {
    expect(await boot(gzipSync(ELF))).toBe(true);
  });

  it('with anything behind it', async () => {
    const padded = Buffer.concat([gzipSync(ELF), Buffer.alloc(8)]);
    expect(await boot(padded)).toEqual(['size-mismatch', INFLATE_FAILED]);
  });

  it.each([
    ['16 bytes too small', -16, true],
    ['17 bytes too small', -17, ['size-mismatch', INFLATE_FAILED]],
  ])('declared %s', async (_, less, answer) => {
    // A wrong size is an error of the stream as well, so what is behind the stream says it.
    const trailer = Buffer.alloc(4);
    trailer.writeUInt32LE(ELF.length + less);
    expect(await boot(Buffer.concat([gzipSync(ELF), trailer]))).toEqual(answer);
  });

  it.each([
    ['as large as may be', GIB - 16, '4.17.7', true],
    ['larger than may be', GIB - 15, '4.17.7', ['size-mismatch', `${TOO_LARGE}\n${NO_LOADER}`]],
    ['larger than may be', GIB, '4.17.7', ['size-mismatch', `${TOO_LARGE}\n${NO_LOADER}`]],
    ['insanely large', GIB + 1, '4.17.7', ['size-mismatch', NO_LOADER]],
    ['as large as may be', GIB, '4.2.0', true],
    ['insanely large', GIB + 1, '4.2.0', ['size-mismatch', NO_LOADER]],
  ])('declared %s (%i) on %s', async (_, declared, version, answer) => {
    const trailer = Buffer.alloc(4);
    trailer.writeUInt32LE(declared);
    const gzip = Buffer.concat([gzipSync(ELF), trailer]);
    expect(await boot(gzip, 'pv-domu', version)).toEqual(answer);
    expect(await boot(buildBzImage({ payload: gzip }), 'pv-domu', version)).toEqual(answer);
  });

  it.each([
    ['behind its contents', declaring(ELF.length - 16), -3],
    ['behind where the output is full', declaring(ELF.length - 17), -5],
    ['in its method', Buffer.from(gzipSync(ELF)).fill(7, 2, 3), -3],
    ['in its flags', Buffer.from(gzipSync(ELF)).fill(0x80, 3, 4), -3],
    ['in its first block', Buffer.from(gzipSync(ELF)).fill(0xff, 10, 11), -3],
    ['at its end, which is missing', Buffer.from(gzipSync(ELF)).subarray(0, -5), -5],
  ])('wrong %s', async (_, gzip, rc) => {
    const failed = `xc_dom_do_gunzip: inflate failed (rc=${rc})`;
    expect(await boot(gzip)).toEqual(['corrupt-payload', failed]);
  });
});

describe('gzip that holds more than 1 GiB, as a payload', () => {
  const gzip = gzipOfZeros(ELF, 1025);

  it.each([
    ['as much', [], NO_LOADER],
    [
      'less',
      [0, 0, 16, 0],
      `${INFLATE_FAILED}\nxc_dom_probe_bzimage_kernel: unable to gzip decompress kernel\n${NO_LOADER}`,
    ],
  ])('and declares %s', async (_, tail, xenSays) => {
    const payload = concat([gzip, Uint8Array.from(tail)]);
    expect(await boot(buildBzImage({ payload }))).toEqual(['payload-too-large', xenSays]);
  });
});

/** So does the hypervisor, since it decompresses such a file, with no slack. */
describe('gzip around an ELF file for dom0', () => {
  it.each([
    ['nothing', [], true],
    ['zeros', [0, 0, 0, 0], ['size-mismatch', 'ELF: not an ELF binary']],
    [
      'a size that is out of all bounds',
      [0xff, 0xff, 0xff, 0xff],
      ['too-large-for-memory', 'Not enough memory to relocate the dom0 kernel image'],
    ],
  ])('with %s behind it', async (_, tail, answer) => {
    expect(await boot(Buffer.concat([gzipSync(ELF), Buffer.from(tail)]), 'pv-dom0')).toEqual(
      answer,
    );
  });
});

/** The probe for a bzImage looks for `HdrS` in ELF files too; when it gives up, they are ELF still. */
describe('an ELF file that has HdrS where a bzImage has it', () => {
  it.each([
    ['an old protocol', 0x0200],
    ['a protocol with a payload, which is outside', 0x020f],
  ])('and %s', async (_, protocol) => {
    const file = ELF.slice();
    const view = new DataView(file.buffer);
    file.set(Buffer.from('HdrS'), 0x202);
    view.setUint16(0x206, protocol, true);
    view.setUint32(0x248, 0x7fff_0000, true);
    view.setUint32(0x24c, 0x1000, true);
    expect(await boot(file)).toBe(true);
  });
});

const LZ4_FAILED = `xc_dom_probe_bzimage_kernel unable to LZ4 decompress kernel\n${NO_LOADER}`;

/** Until it took liblz4, the toolstack did not ask how much of what is declared came out. */
describe('lz4 declared', () => {
  it.each([
    ['one byte too small', ELF.length - 1, '4.21.2', ['size-mismatch', LZ4_FAILED]],
    ['one byte too large', ELF.length + 1, '4.4.0', true],
    ['one byte too large', ELF.length + 1, '4.21.2', true],
    ['one byte too large', ELF.length + 1, '4.22.0', ['size-mismatch', LZ4_FAILED]],
    ['as large as may be', GIB, '4.21.2', true],
    ['larger than may be', GIB + 1, '4.21.2', ['size-mismatch', `${TOO_LARGE}\n${LZ4_FAILED}`]],
  ])('%s (%i) on %s', async (_, declared, version, answer) => {
    const file = buildBzImage({ payload: withSizeTrailer(lz4Stream(ELF), declared) });
    expect(await boot(file, 'pv-domu', version)).toEqual(answer);
  });

  it('too large is refused for dom0', async () => {
    const file = buildBzImage({ payload: withSizeTrailer(lz4Stream(ELF), ELF.length + 1) });
    expect(await boot(file, 'pv-dom0', '4.21.2')).toEqual(['size-mismatch', 'Decoding failed']);
  });
});
