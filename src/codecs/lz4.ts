import type { ByteSource } from '../bytes/bytes.ts';
import type { DecompressOptions } from './codec.ts';
import { CompressedInput } from './input.ts';
import { decodeLz4Block } from './lz4-block.ts';

// The legacy frame of lz4_Frame_format.md: a magic number, then blocks, each a little-endian size
// and so many bytes of the block format. All blocks but the last hold 8 MiB.
const LEGACY_MAGIC = 0x184c2102;
const BLOCK_SIZE = 8 * 1024 * 1024;
/** A byte of a length stands for so many bytes at most, and none stands for more. */
const MOST_EXPANSION = 255;
/** What 8 MiB that cannot be compressed take: a length byte every 255 literals, and the ends. */
const MAX_COMPRESSED = BLOCK_SIZE + Math.floor(BLOCK_SIZE / 255) + 16;

/**
 * One LZ4 legacy frame, a block of up to 8 MiB at a time. The frame has no end mark and no checksum:
 * it ends where `input` ends, and a damaged byte may yield wrong contents instead of an error. As
 * every reader does, it passes over a magic number in place of a size: the start of another frame.
 *
 * @see Decompress for what it yields, returns and throws
 */
export function* decompressLz4(
  source: ByteSource,
  { remark }: DecompressOptions,
): Generator<Uint8Array, number> {
  const input = new CompressedInput(source, 'lz4');
  if (takeU32(input) !== LEGACY_MAGIC) throw input.error('corrupt', 'this is no LZ4 legacy frame');
  let block = new Uint8Array(0);
  let whole = true;
  do {
    const length = takeU32(input);
    if (length === LEGACY_MAGIC) continue;
    if (!whole) {
      const detail = 'a block before the last is shorter than 8 MiB';
      remark?.({ kind: 'short-block', offset: input.consumed, detail });
    }
    if (length > MAX_COMPRESSED) throw input.error('corrupt', 'a block is longer than 8 MiB');
    input.need(length);
    const room = Math.min(length * MOST_EXPANSION, BLOCK_SIZE);
    if (block.length < room) block = new Uint8Array(room);
    const size = decodeLz4Block(input, length, block, (kind, detail) =>
      remark?.({ kind, offset: input.consumed, detail }),
    );
    whole = size === BLOCK_SIZE;
    yield block.subarray(0, size);
  } while (input.ensure(1));
  return input.consumed;
}

function takeU32(input: CompressedInput): number {
  input.need(4);
  const { bytes, pos } = input;
  input.pos += 4;
  return new DataView(bytes.buffer, bytes.byteOffset + pos, 4).getUint32(0, true);
}
