import { type ByteSource, bytesSource } from '../../bytes/bytes.ts';
import type { Contents, LaterStreams } from '../kernel.ts';
import { decode } from './decode.ts';
import { decompressStream } from './decompress.ts';
import { PageFault } from './held-pages.ts';
import type { StreamLimits } from './payload.ts';

/** Streams of one kernel that are decompressed once `Kernel.examine` meets them, within its budget. */
export function laterStreams({ maxDictionary, budget }: StreamLimits): LaterStreams {
  const opened = new Map<string, Contents>();
  const held = new Map<string, ByteSource | null>();
  return {
    open(key, stream) {
      const known = opened.get(key);
      if (known) return known;
      throw new PageFault(async () => {
        opened.set(key, await decompressStream({ ...stream, maxDictionary, budget }));
      });
    },
    hold(key, stream, limit) {
      const known = held.get(key);
      if (known !== undefined) return known;
      throw new PageFault(async () => {
        const chunks: Uint8Array[] = [];
        const { fault, size } = await decode({ ...stream, maxDictionary, budget }, limit, (chunk) =>
          chunks.push(new Uint8Array(chunk)),
        );
        held.set(key, fault?.kind === 'too-large' ? null : joined(chunks, size));
      });
    },
  };
}

function joined(chunks: readonly Uint8Array[], size: number): ByteSource {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytesSource(bytes);
}
