import { gzipSync } from 'node:zlib';
import type { Entry } from './archives.ts';
import { concat } from './elf-builder.ts';

const FILE = 0o100644;
const LINK = 0o120777;

export interface RpmSpec {
  readonly files: readonly Entry[];
  /** Default: the new ASCII format; `stripped` is that of rpm 6. */
  readonly format?: 'newc' | 'stripped';
  readonly requires?: readonly string[];
  /** Files that are listed and not there. */
  readonly ghosts?: readonly string[];
  /** Changes the cpio archive. */
  readonly pack?: (cpio: Uint8Array) => Uint8Array;
  /** Default: names in directories; `old` is that of rpm 3. */
  readonly names?: 'new' | 'old';
  /** One directory of all files, in place of their own. */
  readonly directory?: string;
  /** The inodes of the files; those that share one are one file. */
  readonly inodes?: readonly number[];
}

/** An rpm package; its files have absolute names there. */
export function buildRpm(spec: RpmSpec): Uint8Array {
  const { files, format = 'newc', requires = [], ghosts = [], pack = gzipSync } = spec;
  const names = [...files.map(({ name }) => name), ...ghosts];
  const modes = [...files.map(modeOf), ...ghosts.map(() => FILE)];
  const sizes = files.map(({ content = '', size }) => size ?? Buffer.from(content).length);
  const tags: readonly Tag[] = [
    ...(spec.names === 'old'
      ? [
          strings(
            1027,
            names.map((name) => `/${name}`),
          ),
        ]
      : [
          numbers(
            1116,
            4,
            names.map((_, i) => (spec.directory === undefined ? i : 0)),
          ),
          strings(
            1117,
            names.map((name) => name.slice(name.lastIndexOf('/') + 1)),
          ),
          strings(
            1118,
            spec.directory === undefined
              ? names.map((name) => `/${name.slice(0, name.lastIndexOf('/') + 1)}`)
              : [spec.directory],
          ),
        ]),
    numbers(1028, 4, [...sizes, ...ghosts.map(() => 0)]),
    numbers(1030, 2, modes),
    numbers(1037, 4, [...files.map(() => 0), ...ghosts.map(() => 64)]),
    numbers(
      1095,
      4,
      names.map(() => 1),
    ),
    numbers(
      1096,
      4,
      names.map((_, i) => spec.inodes?.[i] ?? i + 1),
    ),
    strings(1049, requires),
    strings(1124, ['cpio']),
  ];
  const signatures = header([]);
  const lead = Buffer.alloc(96);
  lead.writeUInt32BE(0xedabeedb);
  return concat([
    lead,
    signatures,
    Buffer.alloc((8 - (signatures.length % 8)) % 8),
    header(tags),
    pack(buildCpio(files, format)),
  ]);
}

/** A cpio archive; `stripped` refers to files by their number. */
export function buildCpio(files: readonly Entry[], format: 'newc' | 'stripped'): Uint8Array {
  const members = files.map((file, index) => {
    const content = Buffer.from(file.content ?? '');
    const size = file.size ?? content.length;
    const start =
      format === 'newc'
        ? newc(`./${file.name}`, modeOf(file), size)
        : padded(Buffer.from(`07070X${hex(index)}`));
    return concat([start, padded(content)]);
  });
  return concat([...members, newc('TRAILER!!!', 0, 0)]);
}

function modeOf({ type }: Entry): number {
  return type === '2' ? LINK : FILE;
}

function newc(name: string, mode: number, size: number): Uint8Array {
  const fields = [1, mode, 0, 0, 1, 0, size, 0, 0, 0, 0, name.length + 1, 0];
  return padded(Buffer.from(`070701${fields.map(hex).join('')}${name}\0`));
}

function padded(bytes: Uint8Array): Uint8Array {
  return concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}

interface Tag {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  readonly bytes: Uint8Array;
}

function strings(tag: number, values: readonly string[]): Tag {
  const bytes = Buffer.from(values.map((value) => `${value}\0`).join(''));
  return { tag, type: 8, count: values.length, bytes };
}

function numbers(tag: number, width: 2 | 4, values: readonly number[]): Tag {
  const bytes = Buffer.alloc(width * values.length);
  for (const [i, value] of values.entries()) bytes.writeUIntBE(value, i * width, width);
  return { tag, type: width === 2 ? 3 : 4, count: values.length, bytes };
}

function header(tags: readonly Tag[]): Uint8Array {
  let offset = 0;
  const entries = tags.map(({ tag, type, count, bytes }) => {
    const entry = Buffer.alloc(16);
    for (const [i, value] of [tag, type, offset, count].entries())
      entry.writeUInt32BE(value, i * 4);
    offset += bytes.length;
    return entry;
  });
  const intro = Buffer.alloc(16);
  intro.writeUInt32BE(0x8eade801);
  intro.writeUInt32BE(tags.length, 8);
  intro.writeUInt32BE(offset, 12);
  return concat([intro, ...entries, ...tags.map(({ bytes }) => bytes)]);
}
