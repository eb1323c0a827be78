import type { ByteSource } from '../../bytes/bytes.ts';
import { EHDR, type Field, PHDR, SHDR, SIZES } from '../../kernel/elf-layout.ts';
import type { Has } from '../../programs/xen/facts/facts.ts';
import type { EvidenceOf } from '../../rules/index.ts';
import { HeaderTables } from './header-tables.ts';

type EhdrField = keyof (typeof EHDR)[64];
type PhdrField = keyof (typeof PHDR)[64];
type ShdrField = keyof (typeof SHDR)[64];

/**
 * The parse cannot be followed: a release that checks nothing leaves the image, where anything may
 * follow, or the notes are of a number that no kernel has.
 */
export class UndefinedBehaviour extends Error {
  override readonly name = 'UndefinedBehaviour';
  readonly evidence: EvidenceOf<'malformed-notes'>;

  constructor(fault: EvidenceOf<'malformed-notes'>['fault'], limit: number | null = null) {
    super(fault);
    this.evidence = { fault, limit };
  }
}

/** `ELF_MAX_STRING_LENGTH`, in bytes without the final NUL. */
export const MAX_STRING_LENGTH = 4096;

/** Where a release that checks no length is followed to, in bytes. */
const MAX_UNCHECKED_STRING = 1 << 20;

/** What is read of a string at first, in bytes. */
const STRING_WINDOW = 256;

/** How much is copied at a time for single fields, in bytes. */
const WINDOW = 1024;

/** A place that no image reaches; what libelf reads there is out of range. */
const NOWHERE = Number.MAX_SAFE_INTEGER;

/**
 * The address of the image in memory. Xen adds offsets from the file to it, so only its distance
 * from 2^64 matters. Here it is the same as in a process of the toolstack.
 */
const IMAGE_BASE = 0x7f00_0000_0000n;

/** The header tables that were read already: every release comes with the same images. */
const TABLES = new WeakMap<ByteSource, HeaderTables>();

/**
 * An ELF image as libelf reads it (xen/common/libelf/libelf-tools.c): every access goes through one
 * check. Since XSA-55 an access outside the image reads as 0 and marks the image broken, which does
 * not fail the parse; earlier releases read the memory there.
 *
 * Places are offsets into the image, in bytes.
 */
export class ElfBinary {
  readonly size: number;
  /** `EI_CLASS` is 64 bits; anything else is read as 32 bits. */
  readonly class: 32 | 64;
  /** Why the image is broken, in libelf's words; it keeps the first reason. */
  broken: string | null = null;
  /** Start of the section names (`sec_strtab`), if there are any. */
  sectionNames: number | null = null;
  /** Header of the symbol table (`sym_tab`). */
  symbolTable: number | null = null;
  /** Lowest and highest physical address of the loadable segments (`pstart`, `pend`). */
  physicalStart = 0n;
  physicalEnd = 0n;
  /** The largest `p_align` of the loadable segments (`palign`). */
  largestAlignment = 0n;
  /** First byte after the BSD symbol table that Xen would add (`bsd_symtab_pend`); 0 for none. */
  bsdSymbolsEnd = 0n;
  /** The room for that table, in bytes. */
  bsdSymbolsSize = 0n;

  /** `EI_CLASS` is 32 bits indeed (`elf_32bit`). */
  readonly isClass32: boolean;
  /** `EI_DATA` says most significant byte first (`elf_msb`). */
  readonly bigEndian: boolean;
  /** It says least significant byte first; a file may say neither. */
  readonly littleEndian: boolean;

  readonly #source: ByteSource;
  readonly #tables: HeaderTables;
  readonly #checked: boolean;
  readonly #header = new Map<EhdrField, bigint>();
  /** A copy of the source from `#windowAt` on. */
  #window = new Uint8Array(0);
  #windowAt = 0;

  constructor(source: ByteSource, has: Has) {
    this.#source = source;
    this.#checked = has('checked-elf-accesses');
    this.size = source.size;
    const ident = source.read(0, 6);
    this.class = ident[4] === 2 ? 64 : 32;
    this.isClass32 = ident[4] === 1;
    this.littleEndian = ident[5] === 1;
    this.bigEndian = ident[5] === 2;
    this.#tables = TABLES.get(source) ?? new HeaderTables(source, this.class, this.littleEndian);
    TABLES.set(source, this.#tables);
  }

  /** Whether libelf of this release checks its accesses. */
  get checked(): boolean {
    return this.#checked;
  }

  markBroken(reason: string): void {
    this.broken ??= reason;
  }

  /** `elf_access_ok`: may `size` bytes at `at` be read? Marks the image broken where not. */
  accessOk(at: number, size: number): boolean {
    if (at >= 0 && at + size <= this.size) return true;
    if (!this.#checked) throw new UndefinedBehaviour('checks-nothing');
    this.markBroken('out of range access');
    return false;
  }

  /** `elf_access_unsigned` for up to four bytes. */
  uint(at: number, size: 1 | 2 | 4): number {
    if (!this.accessOk(at, size)) return 0;
    const start = this.#look(at, size);
    let value = 0;
    for (let i = 0; i < size; i++) {
      value = value * 256 + (this.#window[start + (this.littleEndian ? size - 1 - i : i)] ?? 0);
    }
    return value;
  }

  /**
   * Makes the window hold `size` bytes at `at`, and returns their place in it. Fields are read one
   * by one and are close together, and a read of the source costs more than a copy of some of them.
   */
  #look(at: number, size: number): number {
    const inside = at - this.#windowAt;
    if (inside >= 0 && inside + size <= this.#window.length) return inside;
    const within = at % WINDOW;
    // Aligned, it never reads a part of the source that was not requested.
    const [start, length] = within + size <= WINDOW ? [at - within, WINDOW] : [at, size];
    this.#window = this.#source.read(start, length).slice();
    this.#windowAt = start;
    return at - start;
  }

  /** `elf_access_unsigned` for eight bytes. */
  uint64(at: number): bigint {
    if (!this.accessOk(at, 8)) return 0n;
    const [low, high] = this.littleEndian ? [at, at + 4] : [at + 4, at];
    return (BigInt(this.uint(high, 4)) << 32n) | BigInt(this.uint(low, 4));
  }

  /** Read once: loops over the headers ask for the same fields again and again. */
  ehdr(field: EhdrField): bigint {
    const known = this.#header.get(field);
    if (known !== undefined) return known;
    const value = this.#field(0, EHDR[this.class][field]);
    this.#header.set(field, value);
    return value;
  }

  phdr(at: number, field: PhdrField): bigint {
    return this.#tables.field('phdr', at, field) ?? this.#field(at, PHDR[this.class][field]);
  }

  shdr(at: number, field: ShdrField): bigint {
    return this.#tables.field('shdr', at, field) ?? this.#field(at, SHDR[this.class][field]);
  }

  #field(at: number, [offset, size]: Field): bigint {
    return size === 8 ? this.uint64(at + offset) : BigInt(this.uint(at + offset, size));
  }

  /** `e_machine`. */
  get machine(): number {
    return Number(this.ehdr('e_machine'));
  }

  /** `elf_phdr_count`. */
  phdrCount(): number {
    return Number(this.ehdr('e_phnum'));
  }

  /** `elf_shdr_count`: never more headers than could fit, once that is checked. */
  shdrCount(): number {
    const count = Number(this.ehdr('e_shnum'));
    const most = this.#mostSections();
    if (!this.#checked || count <= most) return count;
    this.markBroken('far too many section headers');
    return most;
  }

  /** `elf_phdr_by_index`; the caller keeps `index` below the count. */
  phdrAt(index: number): number {
    return this.place(this.ehdr('e_phoff') + this.ehdr('e_phentsize') * BigInt(index));
  }

  /** `elf_shdr_by_index`: `null` for an index that is out of range. */
  shdrAt(index: number): number | null {
    if (index >= this.shdrCount()) return null;
    return this.place(this.ehdr('e_shoff') + this.ehdr('e_shentsize') * BigInt(index));
  }

  /**
   * A value that depends on a header table only. If the table is inside the image, all releases
   * read it in the same way, and the value is computed once.
   *
   * @param key distinguishes this from other values of the tables.
   */
  once<T>(table: 'phdr' | 'shdr', key: string, compute: () => T): T | null {
    return this.#holds(table) ? this.#tables.once(key, compute) : null;
  }

  #holds(table: 'phdr' | 'shdr'): boolean {
    const [offset, size, count] =
      table === 'phdr'
        ? ([this.ehdr('e_phoff'), this.ehdr('e_phentsize'), this.ehdr('e_phnum')] as const)
        : ([this.ehdr('e_shoff'), this.ehdr('e_shentsize'), this.ehdr('e_shnum')] as const);
    const last = offset + size * (count > 0n ? count - 1n : 0n);
    const holds = last + BigInt(SIZES[this.class][table]) <= BigInt(this.size);
    // A count of sections beyond the limit of `shdrCount` marks the image broken.
    return holds && (table === 'phdr' || Number(count) <= this.#mostSections());
  }

  #mostSections(): number {
    return Math.floor(this.size / SIZES[32].shdr);
  }

  /**
   * `elf_strval`: the bytes up to a NUL, or `null` where the string leaves the image or is longer
   * than 4096 bytes. Releases that check nothing read on to the next NUL; so far as 1 MiB that is
   * followed here.
   */
  string(at: number): Uint8Array | null {
    if (!this.accessOk(at, 1)) return null;
    const most = this.#checked ? MAX_STRING_LENGTH : MAX_UNCHECKED_STRING;
    // Nearly every string is short: to ask for more would decompress parts of a payload for nothing.
    for (let window = STRING_WINDOW; ; window *= 2) {
      const bytes = this.#source.read(at, Math.min(window, most + 1));
      const end = bytes.indexOf(0);
      if (end >= 0) return bytes.subarray(0, end);
      if (bytes.length > most) return this.#tooLong();
      if (at + bytes.length >= this.size) {
        this.accessOk(this.size, 1);
        return null;
      }
    }
  }

  #tooLong(): null {
    if (!this.#checked) throw new UndefinedBehaviour('string', MAX_UNCHECKED_STRING);
    this.markBroken('excessively long string');
    return null;
  }

  /**
   * The offset that `image_base + offset` comes to, in arithmetic modulo 2^64; far outside the image
   * where it is not in it.
   */
  place(offset: bigint): number {
    const relative = this.#address(offset) - IMAGE_BASE;
    return relative < 0n || relative > BigInt(this.size) ? NOWHERE : Number(relative);
  }

  /**
   * A stretch `[offset, offset + length)` of the image as its start and end. An end after the image
   * stays there. An end that wraps around 2^64 is before the start, so that nothing is read. If the
   * start is outside, it can be after such an end, and something is read.
   */
  stretch(offset: bigint, length: bigint): { start: number; end: number } {
    const end = this.#address(offset + length);
    const start = this.place(offset);
    if (end <= this.#address(offset)) return { start, end: -1 };
    return { start, end: start === NOWHERE ? Number.POSITIVE_INFINITY : Number(end - IMAGE_BASE) };
  }

  #address(offset: bigint): bigint {
    return BigInt.asUintN(64, IMAGE_BASE + offset);
  }

  /** `elf_round_up`: to the word of the class. */
  roundUp(address: bigint): bigint {
    const mask = this.class === 64 ? 7n : 3n;
    return BigInt.asUintN(64, address + mask) & ~mask;
  }
}
