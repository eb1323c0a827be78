import { type ByteSource, sliceSource } from '../bytes.ts';
import { PAYLOAD_PROTOCOL } from '../bzimage.ts';
import { isElf } from '../elf.ts';
import type { BzImage, Kernel, Payload } from '../kernel.ts';
import { CODECS, type CodecTraits, codecOf } from './codecs.ts';
import { unpack } from './unpack.ts';

/** Enough of a stream for every dictionary reader: an xz block header ends within 1036 bytes. */
const HEAD = 2048;

/** The kernel's build appends the size of what it compressed, as 32 bits; gzip ends with it. */
const SIZE_TRAILER = 4;

/** The payload of a bzImage and the ELF file in it, as far as it could be reached. */
export interface OpenPayload extends Pick<Kernel, 'elf' | 'examine'> {
  readonly payload: Payload;
}

/**
 * Decompresses the payload of a bzImage.
 *
 * @returns `null` where the payload does not start inside the file, or the boot protocol has none
 */
export async function openPayload(
  file: ByteSource,
  bzimage: BzImage,
  maxDictionary: number,
): Promise<OpenPayload | null> {
  const offset = bzimage.codeOffset + bzimage.payloadOffset;
  const length = bzimage.payloadLength;
  if (bzimage.protocol < PAYLOAD_PROTOCOL) return null;
  if (offset >= file.size) return null;

  const input = sliceSource(file, offset, length);
  const magic = input.read(0, 8).slice();
  const codec = codecOf(magic);
  const cut = offset + length > file.size;
  const declaredSize = cut ? null : sizeTrailer(input);
  const facts = { offset, length, cut, magic, codec, declaredSize, ...UNKNOWN };
  if (codec === null) return { payload: facts, elf: null, examine: examineDirectly };
  if (codec === 'none') {
    const payload = { ...facts, size: length, consumed: length };
    return { payload, elf: input, examine: examineDirectly };
  }

  const { decompress, endsAtSizeTrailer, ...traits }: CodecTraits = CODECS[codec];
  const dictionary = traits.dictionary?.(input.read(0, HEAD)) ?? null;
  const stream = endsAtSizeTrailer ? sliceSource(input, 0, length - SIZE_TRAILER) : input;
  const unpacked = await unpack({ decompress, input: stream, maxDictionary });
  if (unpacked.fault) {
    const payload = { ...facts, dictionary, fault: unpacked.fault };
    return { payload, elf: null, examine: examineDirectly };
  }
  const { size, consumed, content, examine } = unpacked;
  const payload = { ...facts, dictionary, size, consumed };
  return { payload, elf: isElf(content) ? content : null, examine };
}

/** The facts that only a payload with a known codec, or a sound one, has. */
const UNKNOWN = { dictionary: null, size: null, consumed: null, fault: null } as const;

/** The last four bytes, little endian; `null` where there are not as many. */
export function sizeTrailer(input: ByteSource): number | null {
  const bytes = input.read(input.size - SIZE_TRAILER, SIZE_TRAILER);
  if (bytes.length < SIZE_TRAILER) return null;
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);
}

/** `Kernel.examine` of a kernel whose bytes are all at hand. */
export async function examineDirectly<T>(run: () => T): Promise<T> {
  return run();
}
