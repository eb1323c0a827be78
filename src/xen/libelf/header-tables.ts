import type { ByteSource } from '../../bytes/bytes.ts';
import { viewOf } from '../../bytes/view.ts';
import { PHDR, SHDR, SIZES } from '../../kernel/elf-layout.ts';

type Table = 'phdr' | 'shdr';

const LAYOUTS = { phdr: PHDR, shdr: SHDR };

/**
 * The decoded header tables of one image, for all releases. A table may have 65,535 entries, and is
 * read for every different behaviour of releases. So each header is decoded once, and values that
 * depend on tables inside the image are computed once: all releases read these in the same way.
 */
export class HeaderTables {
  readonly #source: ByteSource;
  readonly #elfClass: 32 | 64;
  readonly #littleEndian: boolean;
  readonly #headers = { phdr: new Map<number, bigint[]>(), shdr: new Map<number, bigint[]>() };
  readonly #names: Readonly<Record<Table, readonly string[]>>;
  readonly #kept = new Map<string, unknown>();

  constructor(source: ByteSource, elfClass: 32 | 64, littleEndian: boolean) {
    this.#source = source;
    this.#elfClass = elfClass;
    this.#littleEndian = littleEndian;
    this.#names = {
      phdr: Object.keys(PHDR[elfClass]),
      shdr: Object.keys(SHDR[elfClass]),
    };
  }

  /** A field of the header at `at`; `null` if the header is not inside the image. */
  field(table: Table, at: number, name: string): bigint | null {
    const header = this.#headers[table].get(at) ?? this.#decode(table, at);
    return header?.[this.#names[table].indexOf(name)] ?? null;
  }

  #decode(table: Table, at: number): bigint[] | null {
    const size = SIZES[this.#elfClass][table];
    if (at < 0 || at + size > this.#source.size) return null;
    const bytes = this.#source.read(at, size);
    if (bytes.length < size) return null;
    const view = viewOf(bytes);
    const layout: readonly (readonly [number, number])[] = Object.values(
      LAYOUTS[table][this.#elfClass],
    );
    const header = layout.map(([offset, width]) =>
      width === 8
        ? view.getBigUint64(offset, this.#littleEndian)
        : BigInt(view.getUint32(offset, this.#littleEndian)),
    );
    this.#headers[table].set(at, header);
    return header;
  }

  /** The value of a pure function of tables inside the image, computed once. */
  once<T>(key: string, compute: () => T): T {
    if (!this.#kept.has(key)) this.#kept.set(key, compute());
    return this.#kept.get(key) as T;
  }
}
