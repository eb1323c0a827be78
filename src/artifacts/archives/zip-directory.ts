import type { ByteSource } from '../../bytes/bytes.ts';
import { viewOf } from '../../bytes/view.ts';
import { ArchiveError } from './archive-error.ts';
import { textOf } from './member.ts';

// APPNOTE.TXT of PKWARE, 4.3.12 to 4.3.16, 4.5.3. All numbers are little endian.
const CENTRAL = { magic: 0x02014b50, size: 46 };
const END = { magic: 0x06054b50, size: 22, longestComment: 0xffff };
const END64 = { magic: 0x06064b50, size: 56 };
const LOCATOR64 = { magic: 0x07064b50, size: 20 };
const EXTRA64 = 0x0001;

const NOT_HERE = 0xffffffff;
const NOT_HERE_16 = 0xffff;

/** A member, as the central directory has it; sizes and offsets in bytes. */
export interface ZipEntry {
  readonly name: string;
  readonly rawName: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Of its local header. */
  readonly offset: number;
  /** `st_mode` where a Unix made it; else 0. */
  readonly mode: number;
}

/**
 * The members that the central directory of a zip archive has, in its order.
 *
 * @throws {ArchiveError}
 */
export function* zipEntries(file: ByteSource): Generator<ZipEntry, void> {
  const { count, start, end } = findDirectory(file);
  let at = start;
  for (let i = 0; i < count; i++) {
    const fixed = viewOf(file.read(at, CENTRAL.size));
    if (fixed.byteLength < CENTRAL.size || fixed.getUint32(0, true) !== CENTRAL.magic) {
      throw damaged(`its directory has no entry at offset ${at}`);
    }
    const [nameSize, extraSize] = [u16(fixed, 28), u16(fixed, 30)];
    const next = at + CENTRAL.size + nameSize + extraSize + u16(fixed, 32);
    if (next > end) throw damaged(`an entry of its directory at offset ${at} is too long`);
    const rest = file.read(at + CENTRAL.size, nameSize + extraSize).slice();
    const rawName = rest.subarray(0, nameSize);
    yield {
      name: textOf(rawName),
      rawName,
      flags: u16(fixed, 8),
      method: u16(fixed, 10),
      crc: fixed.getUint32(16, true),
      mode: u16(fixed, 4) >> 8 === 3 ? fixed.getUint32(38, true) >>> 16 : 0,
      ...sizesOf(fixed, rest.subarray(nameSize)),
    };
    at = next;
  }
  if (at !== end) throw damaged('its directory has more entries than it says');
}

interface Directory {
  readonly count: number;
  readonly start: number;
  readonly end: number;
}

function findDirectory(file: ByteSource): Directory {
  const most = END.size + END.longestComment;
  const from = Math.max(0, file.size - most);
  const tail = file.read(from, most);
  const view = viewOf(tail);
  for (let at = tail.length - END.size; at >= 0; at--) {
    if (view.getUint32(at, true) !== END.magic) continue;
    // Behind it is a comment, which ends the file.
    if (at + END.size + u16(view, at + 20) !== tail.length) continue;
    const directory = readEnd(file, from + at, view, at);
    if (directory.end !== directory.recordAt) {
      throw damaged('its directory is not where it should be');
    }
    return directory;
  }
  throw new ArchiveError('damaged', 'is cut: it ends without the directory of a zip archive');
}

function readEnd(
  file: ByteSource,
  offset: number,
  view: DataView,
  at: number,
): Directory & { readonly recordAt: number } {
  const count = u16(view, at + 10);
  const size = view.getUint32(at + 12, true);
  const start = view.getUint32(at + 16, true);
  if (u16(view, at + 4) !== 0 && u16(view, at + 4) !== NOT_HERE_16) {
    throw new ArchiveError('unsupported', 'is one of several parts of a zip archive');
  }
  if (count !== NOT_HERE_16 && size !== NOT_HERE && start !== NOT_HERE) {
    return { count, start, end: start + size, recordAt: offset };
  }
  const locator = viewOf(file.read(offset - LOCATOR64.size, LOCATOR64.size));
  if (locator.byteLength < LOCATOR64.size || locator.getUint32(0, true) !== LOCATOR64.magic) {
    // A directory may have these numbers by chance.
    return { count, start, end: start + size, recordAt: offset };
  }
  const recordAt = Number(locator.getBigUint64(8, true));
  const record = viewOf(file.read(recordAt, END64.size));
  if (record.byteLength < END64.size || record.getUint32(0, true) !== END64.magic) {
    throw damaged('its zip64 record is not where it should be');
  }
  const start64 = Number(record.getBigUint64(48, true));
  const size64 = Number(record.getBigUint64(40, true));
  return {
    count: Number(record.getBigUint64(32, true)),
    start: start64,
    end: start64 + size64,
    recordAt,
  };
}

/** Of a large member, some are in an extra field, in this order. */
function sizesOf(
  fixed: DataView,
  extra: Uint8Array,
): Pick<ZipEntry, 'compressedSize' | 'size' | 'offset'> {
  const long = longNumbers(extra);
  const pick = (field: number) => {
    const value = fixed.getUint32(field, true);
    return value === NOT_HERE ? (long.shift() ?? value) : value;
  };
  const size = pick(24);
  const compressedSize = pick(20);
  const offset = pick(42);
  return { size, compressedSize, offset };
}

function longNumbers(extra: Uint8Array): number[] {
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = u16(view, at + 2);
    const end = Math.min(at + 4 + length, extra.length);
    if (u16(view, at) === EXTRA64) {
      const numbers: number[] = [];
      for (let place = at + 4; place + 8 <= end; place += 8) {
        numbers.push(Number(view.getBigUint64(place, true)));
      }
      return numbers;
    }
    at += 4 + length;
  }
  return [];
}

function u16(view: DataView, at: number): number {
  return view.getUint16(at, true);
}

function damaged(detail: string): ArchiveError {
  return new ArchiveError('damaged', `is damaged: ${detail}`);
}
