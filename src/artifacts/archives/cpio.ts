import { latin1 } from '../../bytes/latin1.ts';
import { ArchiveError } from './archive-error.ts';
import type { ByteStream } from './byte-stream.ts';
import { FILE_TYPE, fileTypeOf } from './file-mode.ts';
import { finishStream } from './finish-stream.ts';
import type { ArchiveWork } from './limits.ts';
import { cleanName, type Member, type Members, textOf } from './member.ts';
import { whole } from './whole.ts';

// Documentation/driver-api/early-userspace/buffer-format.rst of Linux; lib/cpio.c of rpm.
const NEW_ASCII = ['070701', '070702'];
const NEW_ASCII_SIZE = 110;
/** Of the fields of eight hexadecimal digits behind the magic. */
const MODE = 1;
const FILE_SIZE = 6;
const NAME_SIZE = 11;
/** rpm's own: an index into the package's list of files, in place of everything. */
const STRIPPED = '07070X';
const STRIPPED_SIZE = 14;

const TRAILER = 'TRAILER!!!';
const MOST_NAME = 64 * 1024;

const KINDS: ReadonlyMap<number, Member['kind']> = new Map([
  [FILE_TYPE.regular, 'file'],
  [FILE_TYPE.directory, 'directory'],
  [FILE_TYPE.link, 'link'],
]);

/** A file as the list of an rpm package has it. */
export interface ListedFile {
  readonly name: string;
  readonly mode: number;
  /** In the archive, in bytes: of several names of one file, only the last has its contents. */
  readonly size: number;
}

type Header = ListedFile;

/**
 * The members of a cpio archive in the new ASCII format, or in rpm's stripped form of it. It ends with
 * a member of its own; one without that is cut.
 *
 * @param listed the files that a stripped archive refers to.
 */
export async function* cpioMembers(
  stream: ByteStream,
  listed: readonly ListedFile[],
  work: ArchiveWork,
): Members {
  for (;;) {
    const header = await readHeader(stream, listed);
    if (header === null) {
      await finishStream(stream);
      return;
    }
    work.countMember();
    const { name, mode, size } = header;
    const end = stream.position + size;
    yield {
      name: cleanName(name),
      kind: KINDS.get(fileTypeOf(mode)) ?? 'special',
      target: '',
      size,
      head: (length) => stream.peek(Math.min(length, size)),
      open: async () => whole(await stream.take(size), size, name),
    };
    await stream.skip(end - stream.position);
    if (stream.position < end) throw cut(stream);
    await align(stream);
  }
}

/** `null` at the end of the archive. */
async function readHeader(
  stream: ByteStream,
  listed: readonly ListedFile[],
): Promise<Header | null> {
  const at = stream.position;
  const text = latin1(await stream.peek(NEW_ASCII_SIZE));
  const magic = text.slice(0, 6);
  if (magic === STRIPPED && text.length >= STRIPPED_SIZE) {
    const index = hexAt(text, 0, at);
    await stream.skip(STRIPPED_SIZE);
    await align(stream);
    const file = listed[index];
    if (file) return file;
    throw damaged(at, `a file ${index} that the package does not list`);
  }
  if (text.length < NEW_ASCII_SIZE) throw cut(stream);
  if (!NEW_ASCII.includes(magic)) throw damaged(at, 'another magic');
  const nameSize = hexAt(text, NAME_SIZE, at);
  if (nameSize > MOST_NAME) throw damaged(at, `a name of ${nameSize} bytes`);
  await stream.skip(NEW_ASCII_SIZE);
  const bytes = await stream.peek(nameSize);
  if (bytes.length < nameSize) throw cut(stream);
  const name = textOf(bytes);
  await stream.skip(nameSize);
  await align(stream);
  if (name === TRAILER) return null;
  return { name, mode: hexAt(text, MODE, at), size: hexAt(text, FILE_SIZE, at) };
}

async function align(stream: ByteStream): Promise<void> {
  await stream.skip((4 - (stream.position % 4)) % 4);
}

function hexAt(text: string, field: number, at: number): number {
  const digits = text.slice(6 + 8 * field, 14 + 8 * field);
  if (!/^[0-9a-fA-F]{8}$/.test(digits)) throw damaged(at, 'a number that is not hexadecimal');
  return Number.parseInt(digits, 16);
}

function cut(stream: ByteStream): ArchiveError {
  return new ArchiveError(
    'damaged',
    `is cut: its cpio archive ends at offset ${stream.position}, without its end mark`,
  );
}

function damaged(at: number, detail: string): ArchiveError {
  return new ArchiveError(
    'damaged',
    `is damaged: the header at offset ${at} of its cpio archive has ${detail}`,
  );
}
