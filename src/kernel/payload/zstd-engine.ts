import type { ByteSource } from '../bytes.ts';

/** Something that decodes zstd: yields the contents of `frame`, which is one whole frame. */
export type ZstdEngine = (frame: ByteSource) => AsyncGenerator<Uint8Array>;
