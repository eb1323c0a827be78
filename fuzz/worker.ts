import { type Checked, check } from './check.ts';
import { type Decompressed, decompress } from './decompress.ts';
import type { Stream } from './inputs/streams.ts';

/** A file to check, and the compressed stream in it. Bytes are in base64. */
export interface Task {
  readonly file: string;
  readonly codec: Stream['codec'] | null;
  readonly stream: string;
}

export interface Answer extends Checked {
  readonly decompressed: Decompressed | null;
}

process.on('message', async ({ file, codec, stream }: Task) => {
  const checked = await check(fromBase64(file));
  const decompressed =
    codec === null ? null : await decompress({ codec, bytes: fromBase64(stream) });
  process.send?.({ ...checked, decompressed } satisfies Answer);
});

function fromBase64(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'));
}
