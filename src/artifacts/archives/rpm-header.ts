import type { ByteSource } from '../../bytes/bytes.ts';
import { viewOf } from '../../bytes/view.ts';
import { ArchiveError } from './archive-error.ts';
import { MOST_MEMBERS } from './limits.ts';
import { textOf } from './member.ts';

// docs/manual/format_header.md of rpm. All numbers are big endian.
const MAGIC = 0x8eade801;
const INTRO = 16;
const ENTRY = 16;

/** Of the index and the store, in bytes. The largest package has some 30 MB. */
const MOST = 64 * 1024 * 1024;

/** By `rpmTagType`: how many bytes a number has. */
const WIDTHS: Readonly<Record<number, number>> = { 2: 1, 3: 2, 4: 4, 5: 8 };
const STRING = 6;
const STRINGS = [8, 9];

/** The values of a header that were asked for. */
export interface RpmHeader {
  readonly numbers: (tag: number) => readonly number[];
  readonly strings: (tag: number) => readonly string[];
  /** Where it ends in the file, in bytes. */
  readonly end: number;
}

interface Entry {
  readonly type: number;
  readonly offset: number;
  readonly count: number;
}

/**
 * A header of an rpm package: its signatures, or what it says of itself.
 *
 * @throws {ArchiveError}
 */
export function readRpmHeader(file: ByteSource, start: number): RpmHeader {
  const intro = file.read(start, INTRO);
  const view = viewOf(intro);
  if (intro.length < INTRO || view.getUint32(0) !== MAGIC) {
    throw damaged(`there is no header at offset ${start}`);
  }
  const [count, size] = [view.getUint32(8), view.getUint32(12)];
  const total = count * ENTRY + size;
  if (total > MOST) throw new ArchiveError('limit', `has a header of ${total} bytes`);
  const body = file.read(start + INTRO, total);
  if (body.length < total) throw new ArchiveError('damaged', 'is cut: it ends inside of a header');
  const index = viewOf(body);
  const entries = new Map<number, Entry>();
  for (let i = 0; i < count; i++) {
    const at = i * ENTRY;
    const [tag, type] = [index.getUint32(at), index.getUint32(at + 4)];
    entries.set(tag, { type, offset: index.getUint32(at + 8), count: index.getUint32(at + 12) });
  }
  const store = body.subarray(count * ENTRY);
  const entryOf = (tag: number) => {
    const entry = entries.get(tag);
    if (entry === undefined || entry.count <= MOST_MEMBERS) return entry;
    throw new ArchiveError('limit', `has a header entry of ${entry.count} values`);
  };
  return {
    numbers: (tag) => numbersOf(store, entryOf(tag)),
    strings: (tag) => stringsOf(store, entryOf(tag)),
    end: start + INTRO + total,
  };
}

function numbersOf(store: Uint8Array, entry: Entry | undefined): number[] {
  if (entry === undefined) return [];
  const width = WIDTHS[entry.type];
  if (width === undefined || entry.offset + width * entry.count > store.length) throw outside();
  const view = viewOf(store);
  return Array.from({ length: entry.count }, (_, i) => {
    const at = entry.offset + i * width;
    if (width === 8) return Number(view.getBigUint64(at));
    if (width === 4) return view.getUint32(at);
    return width === 2 ? view.getUint16(at) : view.getUint8(at);
  });
}

function stringsOf(store: Uint8Array, entry: Entry | undefined): string[] {
  if (entry === undefined) return [];
  if (entry.type !== STRING && !STRINGS.includes(entry.type)) throw outside();
  const strings: string[] = [];
  for (let at = entry.offset; strings.length < entry.count; ) {
    const end = store.indexOf(0, at);
    if (end < 0) throw outside();
    strings.push(textOf(store.subarray(at, end)));
    at = end + 1;
  }
  return strings;
}

function outside(): ArchiveError {
  return damaged('an entry of a header is not what it should be');
}

function damaged(detail: string): ArchiveError {
  return new ArchiveError('damaged', `is damaged: ${detail}`);
}
