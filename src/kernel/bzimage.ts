import type { ByteSource } from '../bytes/bytes.ts';
import { latin1 } from '../bytes/latin1.ts';
import { viewOf } from '../bytes/view.ts';
import type { BzImageHeader } from './kernel.ts';
import { HEADER_MAGIC, PAYLOAD_PROTOCOL, SECTOR, SETUP_FIELD } from './setup-header.ts';

/** The header up to and with `payload_length`: a shorter file is no bzImage to any Xen. */
export const BZIMAGE_HEADER_SIZE = 0x250;

/** Linux builds the string from parts that are well below this, in bytes. */
const MAX_VERSION_LENGTH = 1024;

/** Reads the setup header; `null` where the source is no bzImage. */
export function readBzImage(source: ByteSource): BzImageHeader | null {
  const bytes = source.read(0, BZIMAGE_HEADER_SIZE);
  if (bytes.length < BZIMAGE_HEADER_SIZE) return null;
  const header = viewOf(bytes);
  if (header.getUint32(SETUP_FIELD.header, true) !== HEADER_MAGIC) return null;

  const protocol = header.getUint16(SETUP_FIELD.version, true);
  const setupSects = header.getUint8(SETUP_FIELD.setup_sects);
  const codeOffset = (setupSects + 1) * SECTOR;
  const hasPayload = protocol >= PAYLOAD_PROTOCOL;
  return {
    fileSize: source.size,
    protocol,
    setupSects,
    codeOffset,
    payloadOffset: hasPayload ? header.getUint32(SETUP_FIELD.payload_offset, true) : 0,
    payloadLength: hasPayload ? header.getUint32(SETUP_FIELD.payload_length, true) : 0,
    kernelVersion: versionAt(
      source,
      header.getUint16(SETUP_FIELD.kernel_version, true),
      codeOffset,
    ),
  };
}

/**
 * The NUL-terminated string at `kernel_version`, which is 0x200 less than its offset in the file.
 * `null` if there is none, or if it does not end inside the setup code.
 */
function versionAt(source: ByteSource, pointer: number, codeOffset: number): string | null {
  if (pointer === 0) return null;
  const start = pointer + 0x200;
  const bytes = source.read(start, Math.min(MAX_VERSION_LENGTH, codeOffset - start));
  const length = bytes.indexOf(0);
  return length > 0 ? latin1(bytes.subarray(0, length)) : null;
}

/** Where the payload starts in the file, and in a sum of 32 bits, which some releases of Xen make. */
export function payloadStart({ codeOffset, payloadOffset }: BzImageHeader): {
  readonly exact: number;
  readonly wrapped: number;
} {
  const exact = codeOffset + payloadOffset;
  return { exact, wrapped: exact % 2 ** 32 };
}
