import { sliceSource } from '../bytes.ts';
import { DEFAULT_MAX_DICTIONARY, type Decompress, PayloadError } from './codec.ts';
import type { ZstdEngine } from './zstd-engine.ts';
import { measureZstdFrame } from './zstd-frame.ts';
import { nodeZstd } from './zstd-node.ts';
import { wasmZstd } from './zstd-wasm.ts';

/**
 * One zstd frame (RFC 8878), with node:zlib where this Node can (from 22.15), with the same
 * library as WebAssembly where it cannot.
 *
 * A window of more than 128 MiB is refused even where `maxDictionary` allows it: without being
 * told otherwise libzstd does, and so do the decompressors in Linux and in Xen.
 *
 * @see Decompress for what it yields, returns and throws
 */
export const decompressZstd: Decompress = zstdDecoder(nodeZstd ?? wasmZstd);

/** {@link decompressZstd} with a chosen engine. */
export function zstdDecoder(engine: ZstdEngine): Decompress {
  return async function* decompress(input, { maxDictionary }) {
    const maxWindow = Math.min(maxDictionary, DEFAULT_MAX_DICTIONARY);
    const { length, contentSize } = measureZstdFrame(input, maxWindow);
    let size = 0;
    for await (const chunk of engine(sliceSource(input, 0, length))) {
      size += chunk.length;
      yield chunk;
    }
    if (contentSize !== null && size !== contentSize) {
      throw new PayloadError('zstd', 'corrupt', length, 'the size of the contents does not match');
    }
    return length;
  };
}
