import { viewOf } from '../../bytes/view.ts';
import { ArchiveError } from './archive-error.ts';

// apk-v3(5), "WIRE FORMAT"; src/adb.h of apk-tools 3.0.6. All numbers are little endian.
const TYPE = {
  special: 0x0,
  int: 0x1,
  int32: 0x2,
  int64: 0x3,
  blob8: 0x8,
  blob16: 0x9,
  blob32: 0xa,
  array: 0xd,
  object: 0xe,
} as const;
const VALUE_BITS = 28;
const SLOT = 4;

/** Of an ADB block: two versions, two bytes that are not used, and the root. */
const HEADER = 8;
const ROOT = 4;

/** An object: slots from 1 on, each with a value or nothing. */
export interface AdbObject {
  /** 0 for nothing. */
  readonly int: (slot: number) => number;
  readonly blob: (slot: number) => Uint8Array | null;
  readonly object: (slot: number) => AdbObject | null;
  /** The objects of an array, one after another: all at once would take many times its own memory. */
  readonly objects: (slot: number) => Iterable<AdbObject>;
}

/**
 * The root of an ADB block: a tree of values, each of which may be used several times.
 *
 * @throws {ArchiveError} here, or where a value is asked for that is not of its type or not there.
 */
export function readAdb(bytes: Uint8Array): AdbObject {
  if (bytes.length < HEADER) throw damaged('its database has no header');
  if (bytes[0] !== 0) {
    const message = `is an Alpine package of a later version: its database has version ${bytes[0]}`;
    throw new ArchiveError('unsupported', message);
  }
  // Arrays that share their place would grow without end.
  const root = objectAt({ bytes, room: bytes.length / SLOT }, viewOf(bytes).getUint32(ROOT, true));
  if (root === null) throw damaged('its database is empty');
  return root;
}

interface Database {
  readonly bytes: Uint8Array;
  /** How many items all arrays together may still have. */
  room: number;
}

function objectAt(database: Database, tag: number): AdbObject | null {
  const { bytes } = database;
  const tagAt = slotsAt(bytes, tag);
  if (tagAt === null) return null;
  return {
    int: (slot) => intAt(bytes, tagAt(slot)),
    blob: (slot) => blobAt(bytes, tagAt(slot)),
    object: (slot) => objectAt(database, tagAt(slot)),
    objects: (slot) => objectsAt(database, tagAt(slot)),
  };
}

function* objectsAt(database: Database, tag: number): Generator<AdbObject> {
  const tagAt = slotsAt(database.bytes, tag);
  if (tagAt === null) return;
  const count = tagAt(0) - 1;
  database.room -= count;
  if (database.room < 0) throw damaged('its database lists more than it has room for');
  for (let i = 1; i <= count; i++) {
    const item = objectAt(database, tagAt(i));
    if (item === null) throw damaged('an item of a list is missing in its database');
    yield item;
  }
}

/** The values in the slots of an object or an array, as tags; `null` for nothing. Slot 0 has their number. */
function slotsAt(bytes: Uint8Array, tag: number): ((slot: number) => number) | null {
  if (tag === 0) return null;
  const [type, at] = split(tag);
  // apk writes and reads either for both.
  if (type !== TYPE.array && type !== TYPE.object) throw wrongType(type);
  const count = viewOf(part(bytes, at, SLOT)).getUint32(0, true);
  if (count === 0) throw damaged('an object of its database has no slots');
  const slots = viewOf(part(bytes, at, count * SLOT));
  return (slot) => (slot < count ? slots.getUint32(slot * SLOT, true) : 0);
}

function intAt(bytes: Uint8Array, tag: number): number {
  if (tag === 0) return 0;
  const [type, value] = split(tag);
  if (type === TYPE.int) return value;
  if (type === TYPE.int32) return viewOf(part(bytes, value, 4)).getUint32(0, true);
  if (type === TYPE.int64) return Number(viewOf(part(bytes, value, 8)).getBigUint64(0, true));
  throw wrongType(type);
}

function blobAt(bytes: Uint8Array, tag: number): Uint8Array | null {
  if (tag === 0) return null;
  const [type, at] = split(tag);
  if (type === TYPE.blob8) return part(bytes, at + 1, viewOf(part(bytes, at, 1)).getUint8(0));
  if (type === TYPE.blob16) {
    return part(bytes, at + 2, viewOf(part(bytes, at, 2)).getUint16(0, true));
  }
  if (type === TYPE.blob32) {
    return part(bytes, at + 4, viewOf(part(bytes, at, 4)).getUint32(0, true));
  }
  throw wrongType(type);
}

function split(tag: number): [type: number, value: number] {
  return [tag >>> VALUE_BITS, tag & (2 ** VALUE_BITS - 1)];
}

function part(bytes: Uint8Array, at: number, length: number): Uint8Array {
  if (at + length <= bytes.length) return bytes.subarray(at, at + length);
  throw damaged(`its database refers to byte ${at + length} of ${bytes.length}`);
}

function wrongType(type: number): ArchiveError {
  return damaged(`its database has a value of the type ${type} where another is expected`);
}

function damaged(detail: string): ArchiveError {
  return new ArchiveError('damaged', `is damaged: ${detail}`);
}
