import { type Checked, check } from './check.ts';
import type { Stream } from './inputs/streams.ts';
import { type Unpacked, unpack } from './unpack.ts';

/** A file to check, and the compressed stream in it. Bytes are in base64. */
export interface Task {
  readonly file: string;
  readonly codec: Stream['codec'] | null;
  readonly stream: string;
}

export interface Answer extends Checked {
  readonly unpacked: Unpacked | null;
}

process.on('message', async ({ file, codec, stream }: Task) => {
  const checked = await check(fromBase64(file));
  const unpacked = codec === null ? null : await unpack({ codec, bytes: fromBase64(stream) });
  process.send?.({ ...checked, unpacked } satisfies Answer);
});

function fromBase64(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'));
}
