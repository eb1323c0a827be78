import type { ByteSource } from '../../bytes/bytes.ts';
import { ArchiveError } from './archive-error.ts';

/** What a member was taken to, if it is all there. */
export function whole(source: ByteSource, size: number, name: string): ByteSource {
  if (source.size === size) return source;
  throw new ArchiveError('damaged', `is cut: it ends inside of ${name}`);
}
