import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { buildBzImage, withSizeTrailer } from '../../test/support/bzimage-builder.ts';
import { readVectors } from '../../test/support/vectors.ts';
import { ARCHIVE_KINDS, archives } from './archives.ts';
import { applyEdits, edgeNumber, edits } from './edits.ts';
import { elves } from './elf.ts';
import { CODEC_NAMES, KERNEL, type Stream, streams } from './streams.ts';

/** What is given to the gate, and the compressed stream in it where there is one to decompress. */
export interface Input {
  readonly file: Uint8Array;
  readonly stream: Stream | null;
}

const alone = (file: Uint8Array): Input => ({ file, stream: null });

/** A number of 32 bits that is mostly right. */
const u32 = (usual: number) =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: edgeNumber.map((value) => Number(value & 0xffff_ffffn)) },
    { weight: 1, arbitrary: fc.nat(40).map((more) => usual + more) },
  );

/** A bzImage around a payload: its size trailer, its header, and its bytes may be wrong. */
function bzImages(payload: fc.Arbitrary<Stream | null>): fc.Arbitrary<Input> {
  return fc
    .record({
      stream: payload,
      size: u32(KERNEL.length),
      isBare: fc.option(fc.constant(true), { freq: 8, nil: false }),
      protocol: fc.oneof(fc.constant(0x020f), fc.nat(0xffff)),
      setupSects: fc.oneof(fc.constantFrom(0, 1, 2, 4), fc.nat(255)),
      offset: u32(16),
      lengthShift: u32(0),
      changes: fc.option(edits, { freq: 6, nil: [] }),
    })
    .map(({ stream, size, isBare, protocol, setupSects, offset, lengthShift, changes }) => {
      const bytes = stream?.bytes ?? KERNEL;
      if (isBare) return { file: bytes, stream };
      const isSized = stream !== null && stream.codec !== 'gzip';
      const payload = isSized ? withSizeTrailer(bytes, size) : bytes;
      const payloadLength = (payload.length + lengthShift) % 2 ** 32;
      // A bootloader needs one sector of header; the builder writes no smaller one.
      const sectors = Math.max(setupSects, 1);
      const rest = { protocol, setupSects: sectors, payloadOffset: offset, payloadLength };
      return { file: applyEdits(buildBzImage({ payload, ...rest }), changes), stream };
    });
}

/** Images that were collected, each with a few changes. */
const collected: fc.Arbitrary<Input> = fc
  .record({ start: fc.constantFrom(...collect()), changes: edits })
  .map(({ start, changes }) => alone(applyEdits(start, changes)));

function collect(): Uint8Array[] {
  const vectors = ['domu', 'domu-build', 'libelf-wellformed', 'libelf-layout'];
  return [
    ...vectors.flatMap((name) => readVectors<unknown>(name).map(({ image }) => image)),
    ...readdirSync('test/cases')
      // It takes all of the budget of a kernel, which is much more than an input of a fuzzer may.
      .filter((name) => /\.(img|elf)$/.test(name) && name !== 'far-bzip2.img')
      .map((name) => new Uint8Array(readFileSync(`test/cases/${name}`))),
  ];
}

/** Every kind of input, by the name that `--only` takes. */
export const INPUTS: Readonly<Record<string, fc.Arbitrary<Input>>> = {
  ...Object.fromEntries(CODEC_NAMES.map((codec) => [codec, bzImages(streams(codec))])),
  bzimage: bzImages(fc.constant(null)),
  elf: elves.map(alone),
  ...Object.fromEntries(ARCHIVE_KINDS.map((kind) => [kind, archives(kind).map(alone)])),
  collected,
};
