import { type ByteSource, sliceSource } from '../bytes/bytes.ts';
import { DEFAULT_MAX_DICTIONARY, type DecompressOptions, PayloadError } from './codec.ts';
import { measureZstdFrame, skippableFrame } from './zstd-frame.ts';
import { decodeZstdFrame } from './zstd-wasm.ts';

/**
 * One zstd frame (RFC 8878).
 *
 * A window of more than 128 MiB is refused, even if `maxDictionary` allows it: libzstd does so by
 * default, and so do the decompressors in Linux and in Xen.
 *
 * Every version of Node uses the WebAssembly decoder, not its own. The libzstd in Node 24 and in
 * Xen's toolstack accepts frames whose Huffman streams end at the wrong place. The decoder in Xen's
 * hypervisor refuses them (xen/common/zstd/huf_decompress.c, `BIT_endOfDStream`).
 *
 * @see Decompress for what it yields, returns and throws
 */
export async function* decompressZstd(
  input: ByteSource,
  { maxDictionary }: DecompressOptions,
): AsyncGenerator<Uint8Array, number> {
  const maxWindow = Math.min(maxDictionary, DEFAULT_MAX_DICTIONARY);
  const { length, contentSize } = measureZstdFrame(input, maxWindow);
  let size = 0;
  for await (const chunk of decodeZstdFrame(sliceSource(input, 0, length))) {
    size += chunk.length;
    yield chunk;
  }
  if (contentSize !== null && size !== contentSize) {
    throw new PayloadError('zstd', 'corrupt', length, 'the size of the contents does not match');
  }
  return length;
}

/** A kernel's build writes one; each costs an instance of the decoder. */
const MAX_FRAMES = 256;

/**
 * All that `input` holds, as `ZSTD_decompress` of libzstd reads it: frame after frame, of which the
 * skippable ones (RFC 8878, section 3.1.2) have no contents.
 *
 * @see Decompress for what it yields, returns and throws
 */
export async function* decompressZstdFrames(
  input: ByteSource,
  options: DecompressOptions,
): AsyncGenerator<Uint8Array, number> {
  let at = 0;
  for (let frames = 0; at < input.size || frames === 0; ) {
    const rest = sliceSource(input, at, input.size - at);
    const skipped = frames > 0 ? skippableFrame(rest) : null;
    if (skipped !== null) {
      at += skipped;
      continue;
    }
    if (++frames > MAX_FRAMES) {
      throw new PayloadError('zstd', 'unsupported', at, `more than ${MAX_FRAMES} frames`);
    }
    try {
      at += yield* decompressZstd(rest, options);
    } catch (error) {
      if (!(error instanceof PayloadError)) throw error;
      throw new PayloadError('zstd', error.fault, at + error.offset, error.message);
    }
  }
  return at;
}
