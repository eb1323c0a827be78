import type { ByteSource } from '../../bytes/bytes.ts';

/** A file, or something else, in an archive. Valid until the next member is asked for. */
export interface Member {
  /** Its path in the archive, as `cleanName` makes it. */
  readonly name: string;
  /** `unreadable`: a file that is stored in another way than as its bytes. */
  readonly kind: 'file' | 'directory' | 'link' | 'special' | 'unreadable';
  /** Of a link, where it leads. */
  readonly target: string;
  /** As the archive says it, in bytes. */
  readonly size: number;
  /** Its first bytes: `length` of them, or all. Not after `open`. */
  head(length: number): Promise<Uint8Array>;
  /**
   * All of it, a part of the archive's file or held in memory. Once.
   *
   * @throws {ArchiveError} where the archive ends before, or it is too large to be held.
   */
  open(): Promise<ByteSource>;
}

/** The members of an archive in their order, each once. Leaving early ends the work. */
export type Members = AsyncGenerator<Member, void>;

/** An archive, opened. */
export interface Archive {
  readonly members: Members;
  /** The names of all files, where the archive says them before its members; `null` where not. */
  readonly listed: readonly string[] | null;
  /** The packages that a package depends on. Known once all members were met. */
  readonly depends: () => readonly string[];
}

/** An archive that says nothing of itself. */
export function plainArchive(members: Members): Archive {
  return { members, listed: null, depends: () => [] };
}

/**
 * A name without `/` or `./` at its start, and without empty parts. A `..` stays: nothing is ever
 * written, so it leads nowhere.
 */
export function cleanName(name: string): string {
  return name
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');
}

const UTF8 = new TextDecoder();

/** A name from its bytes, up to a NUL. Bytes that are not UTF-8 become U+FFFD. */
export function textOf(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return UTF8.decode(end < 0 ? bytes : bytes.subarray(0, end));
}
