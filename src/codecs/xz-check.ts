import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { Crc64 } from './crc64.ts';

/** The check of a block's contents, as it is computed while they come. */
export interface RunningCheck {
  update(bytes: Uint8Array): void;
  /** What the block must have in its check field. */
  digest(): Uint8Array;
}

export interface XzCheck {
  /** Size of the check field, in bytes. */
  readonly size: number;
  start(): RunningCheck;
}

/** The checks by their IDs (The .xz File Format, section 2.1.1.2); the other twelve are reserved. */
export const XZ_CHECKS: ReadonlyMap<number, XzCheck> = new Map([
  [0x00, { size: 0, start: () => ({ update: () => {}, digest: () => new Uint8Array(0) }) }],
  [0x01, { size: 4, start: runningCrc32 }],
  [0x04, { size: 8, start: () => new Crc64() }],
  [0x0a, { size: 32, start: () => createHash('sha256') }],
]);

function runningCrc32(): RunningCheck {
  let sum = 0;
  return {
    update: (bytes) => {
      sum = crc32(bytes, sum);
    },
    digest: () => {
      const field = new DataView(new ArrayBuffer(4));
      field.setUint32(0, sum, true);
      return new Uint8Array(field.buffer);
    },
  };
}
