import { type ByteSource, sliceSource } from '../../bytes/bytes.ts';
import { latin1 } from '../../bytes/latin1.ts';
import { viewOf } from '../../bytes/view.ts';
import { ArchiveError } from './archive-error.ts';
import {
  type IsoRecord,
  isSelfOrParent,
  jolietName,
  plainIsoName,
  type RockRidge,
  readIsoRecord,
  readRockRidge,
} from './iso-record.ts';
import type { ArchiveWork } from './limits.ts';
import { type Archive, cleanName, type Members, plainArchive } from './member.ts';
import { whole } from './whole.ts';

// ECMA-119, 8.4 and 8.5.
const SECTOR = 2048;
const FIRST_DESCRIPTOR = 16;
const MOST_DESCRIPTORS = 64;
const PRIMARY = 1;
const SUPPLEMENTARY = 2;
const TERMINATOR = 255;
const BLOCK_SIZE = 128;
const ROOT = { offset: 156, length: 34 };
const ESCAPES = { offset: 88, length: 3 };
/** UCS-2 of the levels 1 to 3 (Joliet). */
const JOLIET = ['%/@', '%/C', '%/E'];

const MOST_DIRECTORY = 64 * 1024 * 1024;
/** Of a continuation of a system use field, in bytes. */
const MOST_CONTINUED = 64 * 1024;
const MOST_DEPTH = 64;

/** How names are written: the first that an image has of Rock Ridge, Joliet and ISO 9660 itself. */
interface Volume {
  readonly file: ByteSource;
  /** In bytes. */
  readonly block: number;
  readonly root: IsoRecord;
  readonly names: 'rock-ridge' | 'joliet' | 'plain';
  /** Of a system use field, before Rock Ridge. */
  readonly skip: number;
}

/** An ISO 9660 image. What a BIOS or a firmware boots from it (El Torito) is not looked at. */
export async function openIso(source: ByteSource, work: ArchiveWork): Promise<Archive> {
  return plainArchive(members(findVolume(source), work));
}

function findVolume(file: ByteSource): Volume {
  let primary: Volume | null = null;
  let joliet: Volume | null = null;
  for (let i = 0; i < MOST_DESCRIPTORS; i++) {
    const bytes = file.read((FIRST_DESCRIPTOR + i) * SECTOR, SECTOR).slice();
    const type = bytes[0];
    if (bytes.length < SECTOR || latin1(bytes.subarray(1, 6)) !== 'CD001') break;
    if (type === TERMINATOR) break;
    if (type === PRIMARY) primary ??= volumeOf(file, bytes, 'plain');
    const escapes = latin1(bytes.subarray(ESCAPES.offset, ESCAPES.offset + ESCAPES.length));
    if (type === SUPPLEMENTARY && JOLIET.includes(escapes)) {
      joliet ??= volumeOf(file, bytes, 'joliet');
    }
  }
  if (primary === null) {
    throw new ArchiveError('damaged', 'is damaged: it has no primary volume descriptor');
  }
  const skip = rockRidgeSkip(primary);
  if (skip !== null) return { ...primary, names: 'rock-ridge', skip };
  return joliet ?? primary;
}

function volumeOf(file: ByteSource, bytes: Uint8Array, names: Volume['names']): Volume {
  const block = viewOf(bytes).getUint16(BLOCK_SIZE, true);
  const root = readIsoRecord(bytes.subarray(0, ROOT.offset + ROOT.length), ROOT.offset);
  if (![512, 1024, 2048].includes(block) || root === null) {
    throw new ArchiveError('damaged', 'is damaged: a volume descriptor contradicts itself');
  }
  return { file, block, root: root.record, names, skip: 0 };
}

/** The `SP` entry of the first entry of the root (SUSP, 5.3); `null` without Rock Ridge. */
function rockRidgeSkip({ file, block, root }: Volume): number | null {
  const first = readIsoRecord(file.read(root.extent * block, SECTOR), 0);
  const use = first?.record.systemUse;
  if (use === undefined || latin1(use.subarray(0, 6)) !== 'SP\x07\x01\xbe\xef') return null;
  return use[6] ?? 0;
}

async function* members(volume: Volume, work: ArchiveWork): Members {
  const { file, block, names } = volume;
  const seen = new Set<number>();
  const pending: { path: string; extent: number; size: number; depth: number }[] = [
    { path: '', depth: 0, extent: volume.root.extent, size: volume.root.size },
  ];
  for (;;) {
    const directory = pending.pop();
    if (directory === undefined) return;
    if (seen.has(directory.extent)) continue;
    seen.add(directory.extent);
    if (directory.depth > MOST_DEPTH) {
      throw new ArchiveError('limit', `has directories more than ${MOST_DEPTH} deep, the limit`);
    }
    const below: typeof pending = [];
    let isPart = false;
    for (const record of records(volume, directory)) {
      work.countMember();
      const isFirst = !isPart;
      isPart = record.goesOn;
      if (isSelfOrParent(record) || !isFirst) continue;
      const extra = names === 'rock-ridge' ? rockRidge(volume, record) : NO_ROCK_RIDGE;
      if (extra.isMoved) continue;
      const path = cleanName(`${directory.path}/${nameOf(record, names, extra)}`);
      const child = extra.child === null ? record : movedTo(volume, extra.child);
      if (child.isDirectory) {
        below.push({ path, extent: child.extent, size: child.size, depth: directory.depth + 1 });
        continue;
      }
      const content = sliceSource(file, record.extent * block, record.size);
      const isOdd = record.goesOn || extra.isCompressed;
      yield {
        name: path,
        kind: extra.isLink ? 'link' : isOdd ? 'unreadable' : 'file',
        target: '',
        size: record.size,
        head: async (length) => content.read(0, length),
        open: async () => whole(content, record.size, path),
      };
    }
    pending.push(...below.reverse());
  }
}

/** No entry crosses the end of a sector. */
function* records(
  { file, block }: Volume,
  { path, extent, size }: { readonly path: string; readonly extent: number; readonly size: number },
): Generator<IsoRecord, void> {
  if (size > MOST_DIRECTORY) {
    throw new ArchiveError('limit', `has a directory of ${size} bytes, /${path}`);
  }
  for (let sector = 0; sector < size; sector += SECTOR) {
    const bytes = file.read(extent * block + sector, SECTOR).slice();
    if (bytes.length === 0) {
      throw new ArchiveError('damaged', `is cut: it ends inside of the directory /${path}`);
    }
    for (let at = 0; ; ) {
      const found = readIsoRecord(bytes, at);
      if (found === null) break;
      yield found.record;
      at = found.next;
    }
  }
}

const NO_ROCK_RIDGE: RockRidge = {
  name: null,
  isLink: false,
  child: null,
  isMoved: false,
  isCompressed: false,
};

function rockRidge({ file, block, skip }: Volume, { systemUse }: IsoRecord): RockRidge {
  return readRockRidge(systemUse, skip, ({ block: at, offset, length }) =>
    file.read(at * block + offset, Math.min(length, MOST_CONTINUED)).slice(),
  );
}

function nameOf(record: IsoRecord, names: Volume['names'], { name }: RockRidge): string {
  if (names === 'joliet') return jolietName(record);
  return name ?? plainIsoName(record);
}

/** A directory that was moved: its first entry is itself. */
function movedTo({ file, block }: Volume, extent: number): IsoRecord {
  const first = readIsoRecord(file.read(extent * block, SECTOR).slice(), 0);
  if (first) return { ...first.record, isDirectory: true };
  throw new ArchiveError('damaged', 'is damaged: a directory that was moved is not there');
}
