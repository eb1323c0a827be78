import { type ByteSource, sliceSource } from '../../bytes/bytes.ts';
import { latin1 } from '../../bytes/latin1.ts';
import { ArchiveError } from './archive-error.ts';
import { whole } from './whole.ts';

const MAGIC = '!<arch>\n';
const HEADER = 60;
/** Of a header: name, size, and the two bytes at its end (deb(5), ar(5)). */
const NAME = 16;
const SIZE = { offset: 48, length: 10 };
const END = { offset: 58, text: '`\n' };

/** No package has more than a few; each is a part of the file. */
const MOST = 64;

/** A part of a Debian package. */
export interface ArMember {
  readonly name: string;
  readonly source: ByteSource;
}

/**
 * The members of an ar archive, as dpkg writes it.
 *
 * @throws {ArchiveError}
 */
export function arMembers(source: ByteSource): ArMember[] {
  if (latin1(source.read(0, MAGIC.length)) !== MAGIC) {
    throw new ArchiveError('damaged', 'is no ar archive');
  }
  const members: ArMember[] = [];
  for (let at = MAGIC.length; at < source.size; ) {
    const header = latin1(source.read(at, HEADER));
    if (header.length < HEADER) throw new ArchiveError('damaged', `is cut at offset ${at}`);
    const name = header.slice(0, NAME).trimEnd().replace(/\/$/, '');
    const digits = header.slice(SIZE.offset, SIZE.offset + SIZE.length).trimEnd();
    if (header.slice(END.offset) !== END.text || !/^\d+$/.test(digits)) {
      throw new ArchiveError('damaged', `is damaged: the header at offset ${at} is no ar header`);
    }
    const size = Number(digits);
    const start = at + HEADER;
    const content = whole(sliceSource(source, start, size), size, name);
    if (members.length >= MOST) throw new ArchiveError('limit', `has more than ${MOST} parts`);
    members.push({ name, source: content });
    at = start + size + (size % 2);
  }
  return members;
}
