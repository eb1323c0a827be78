import type { Entry } from './archives.ts';
import { concat } from './elf-builder.ts';

const SECTOR = 2048;

export interface IsoSpec {
  /** In one directory, `/boot`. Their plain names are K0, K1, …. */
  readonly files: readonly Entry[];
  /** How real names are written. Default: `rock-ridge`. */
  readonly names?: 'rock-ridge' | 'joliet' | 'plain';
  /** The directory has itself as a file's place: a loop. */
  readonly isLooped?: boolean;
}

/** An ISO 9660 image: descriptors from sector 16, the root in 20, `/boot` in 21, files behind. */
export function buildIso({ files, names = 'rock-ridge', isLooped = false }: IsoSpec): Uint8Array {
  const contents = files.map(({ content = '' }) => {
    const bytes = Buffer.from(content);
    return concat([bytes, Buffer.alloc((SECTOR - (bytes.length % SECTOR)) % SECTOR)]);
  });
  let next = 22;
  const records = files.map(({ name, content = '', size }, i) => {
    const extent = next;
    next += (contents[i]?.length ?? 0) / SECTOR;
    const length = size ?? Buffer.from(content).length;
    return record(nameOf(name, names, `K${i}.;1`), extent, length, 0, susp(name, names));
  });
  const boot = sector([
    ...dots(21, 20, new Uint8Array(0)),
    ...records,
    ...(isLooped
      ? [record(nameOf('loop', names, 'LOOP'), 20, SECTOR, 2, susp('loop', names))]
      : []),
  ]);
  const root = sector([
    ...dots(
      20,
      20,
      names === 'rock-ridge' ? Buffer.from('SP\x07\x01\xbe\xef\0', 'latin1') : new Uint8Array(0),
    ),
    record(nameOf('boot', names, 'BOOT'), 21, SECTOR, 2, susp('boot', names)),
  ]);
  const descriptors = [
    descriptor(1, ''),
    names === 'joliet' ? descriptor(2, '%/E') : descriptor(255, ''),
    descriptor(255, ''),
    descriptor(255, ''),
  ];
  return concat([Buffer.alloc(16 * SECTOR), ...descriptors, root, boot, ...contents]);
}

function nameOf(name: string, names: IsoSpec['names'], plain: string): Uint8Array {
  if (names !== 'joliet') return Buffer.from(plain);
  return Buffer.from(name, 'utf16le').swap16();
}

function susp(name: string, names: IsoSpec['names']): Uint8Array {
  if (names !== 'rock-ridge') return new Uint8Array(0);
  return concat([
    Buffer.from(['N', 'M'].join('')),
    Uint8Array.of(5 + name.length, 1, 0),
    Buffer.from(name),
  ]);
}

function dots(self: number, parent: number, use: Uint8Array): Uint8Array[] {
  const none = new Uint8Array(0);
  return [
    record(Uint8Array.of(0), self, SECTOR, 2, use),
    record(Uint8Array.of(1), parent, SECTOR, 2, none),
  ];
}

function record(
  name: Uint8Array,
  extent: number,
  size: number,
  flags: number,
  use: Uint8Array,
): Uint8Array {
  const nameEnd = 33 + name.length + ((name.length + 1) % 2);
  const length = nameEnd + use.length + (use.length % 2);
  const bytes = Buffer.alloc(length);
  bytes[0] = length;
  bytes.writeUInt32LE(extent, 2);
  bytes.writeUInt32LE(size, 10);
  bytes[25] = flags;
  bytes[32] = name.length;
  bytes.set(name, 33);
  bytes.set(use, nameEnd);
  return bytes;
}

function sector(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = concat(parts);
  return concat([bytes, Buffer.alloc(SECTOR - bytes.length)]);
}

function descriptor(type: number, escapes: string): Uint8Array {
  const bytes = Buffer.alloc(SECTOR);
  bytes[0] = type;
  bytes.write('CD001\x01', 1, 'latin1');
  bytes.write(escapes, 88, 'latin1');
  bytes.writeUInt16LE(SECTOR, 128);
  bytes.set(record(Uint8Array.of(0), 20, SECTOR, 2, new Uint8Array(0)).subarray(0, 34), 156);
  return bytes;
}
