import { crc32, deflateRawSync } from 'node:zlib';
import type { Entry } from './archives.ts';
import { concat } from './elf-builder.ts';

/** A member of a zip archive that a test makes; any field of it may be wrong. */
export interface ZipSpec extends Entry {
  /** Default: deflated. */
  readonly method?: number;
  readonly flags?: number;
  readonly crc?: number;
  /** In the local header. Default: the name. */
  readonly localName?: string;
  /** With numbers of 64 bits. */
  readonly isLong?: boolean;
}

/** A zip archive; `type` of `2` is a symbolic link. */
export function buildZip(
  entries: readonly ZipSpec[],
  { comment = '', isLong = false }: { readonly comment?: string; readonly isLong?: boolean } = {},
): Uint8Array {
  const locals: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.content ?? '');
    const { method = 8, flags = 0, name, type = '0' } = entry;
    const stored = method === 8 ? deflateRawSync(content) : content;
    const size = entry.size ?? content.length;
    const crc = entry.crc ?? crc32(content);
    const common = (sizes: readonly number[]) => [
      [20, 2],
      [flags, 2],
      [method, 2],
      [0, 4],
      [crc, 4],
      ...sizes.map((one) => [one, 4]),
    ];
    const localName = Buffer.from(entry.localName ?? name);
    const local = concat([
      fields([[0x04034b50, 4], ...common([stored.length, size]), [localName.length, 2], [0, 2]]),
      localName,
      stored,
    ]);
    const long = entry.isLong === true;
    const extra = long
      ? fields([
          [1, 2],
          [24, 2],
          [size, 8],
          [stored.length, 8],
          [offset, 8],
        ])
      : new Uint8Array(0);
    const none = 0xffffffff;
    directory.push(
      fields([
        [0x02014b50, 4],
        [0x0314, 2],
        ...common(long ? [none, none] : [stored.length, size]),
        [Buffer.from(name).length, 2],
        [extra.length, 2],
        [0, 2],
        [0, 2],
        [0, 2],
        [(type === '2' ? 0o120777 : 0o100644) * 0x10000, 4],
        [long ? none : offset, 4],
      ]),
      Buffer.from(name),
      extra,
    );
    locals.push(local);
    offset += local.length;
  }
  const size = concat(directory).length;
  const end64 = isLong
    ? concat([
        fields([
          [0x06064b50, 4],
          [44, 8],
          [45, 2],
          [45, 2],
          [0, 4],
          [0, 4],
          [entries.length, 8],
          [entries.length, 8],
          [size, 8],
          [offset, 8],
        ]),
        fields([
          [0x07064b50, 4],
          [0, 4],
          [offset + size, 8],
          [1, 4],
        ]),
      ])
    : new Uint8Array(0);
  const count = isLong ? 0xffff : entries.length;
  const end = fields([
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [isLong ? 0xffffffff : size, 4],
    [isLong ? 0xffffffff : offset, 4],
    [comment.length, 2],
  ]);
  return concat([...locals, ...directory, end64, end, Buffer.from(comment)]);
}

/** Little endian numbers, each with its width in bytes. */
function fields(list: readonly (readonly number[])[]): Uint8Array {
  return concat(
    list.map(([value = 0, width = 0]) => {
      const bytes = Buffer.alloc(width);
      if (width === 8) bytes.writeBigUInt64LE(BigInt(value));
      else bytes.writeUIntLE(value, 0, width);
      return bytes;
    }),
  );
}
