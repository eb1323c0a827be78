import { ArchiveError } from './archive-error.ts';
import type { ByteStream } from './byte-stream.ts';

/** The zeros behind an archive fill blocks of this many bytes, or more. */
const STEP = 512;

/**
 * Reads to the end of the stream behind an archive, which verifies the checksum of a compression.
 *
 * @throws {ArchiveError} where there is anything but zeros.
 */
export async function finishStream(stream: ByteStream): Promise<void> {
  for (;;) {
    const bytes = await stream.peek(STEP);
    if (bytes.length === 0) return;
    if (bytes.some((byte) => byte !== 0)) {
      const where = `has data after its end mark, from offset ${stream.position} on`;
      throw new ArchiveError('damaged', `${where}, which is not read`);
    }
    await stream.skip(bytes.length);
  }
}
