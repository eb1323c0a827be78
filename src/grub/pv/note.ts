import { latin1 } from '../../bytes/latin1.ts';
import { viewOf } from '../../bytes/view.ts';
import { NHDR_SIZE } from '../../kernel/elf-layout.ts';
import { NOTE } from '../../kernel/note-numbers.ts';
import type { GrubHas } from '../../programs/grub/facts.ts';
import { crash, stop } from '../stop.ts';
import type { Arch, XenInfo } from './info.ts';

const OWNER = latin1(Uint8Array.of(0x58, 0x65, 0x6e, 0));

/** What a note with a PAE_MODE makes of a 32-bit kernel; the last that fits counts. */
const PAE_MODES: readonly (readonly [text: string, arch: Arch])[] = [
  ['yes', 'i386-pae'],
  ['bimodal', 'i386-bimodal'],
  ['yes,bimodal', 'i386-bimodal'],
  ['no', 'i386'],
];

interface Note {
  readonly type: number;
  readonly descSize: number;
  /** Where the contents start in the buffer, in bytes. */
  readonly desc: number;
}

/**
 * `parse_note` (loader/i386/xen_fileXX.c): the notes in a buffer, padded to four bytes, whatever padding
 * they have. Nothing checks that a note ends inside of it.
 *
 * @throws {Stop} on a LOADER that is not `generic`, and where GRUB uses what is behind its buffer
 */
export function readNotes(buffer: Uint8Array, bits: 32 | 64, info: XenInfo, has: GrubHas): void {
  for (const note of xenNotes(buffer)) {
    info.hasNote = true;
    take(note, buffer, bits, info, has);
  }
}

function* xenNotes(buffer: Uint8Array): Generator<Note> {
  const words = Math.floor(buffer.length / 4) * 4;
  const view = viewOf(buffer);
  for (let at = 0; at < words; ) {
    if (at + NHDR_SIZE > buffer.length) return;
    const [nameSize, descSize, type] = [0, 4, 8].map((field) =>
      view.getUint32(at + field, true),
    ) as [number, number, number];
    const name = at + NHDR_SIZE;
    const desc = name + padded(nameSize);
    at = desc + padded(descSize);
    const length = nameSize === 3 ? 3 : 4;
    if (nameSize < 3) continue;
    if (latin1(buffer.subarray(name, name + length)) !== OWNER.slice(0, length)) continue;
    yield { type, descSize, desc };
  }
}

const padded = (size: number) => Math.ceil(size / 4) * 4;

function take(
  { type, descSize, desc }: Note,
  buffer: Uint8Array,
  bits: 32 | 64,
  info: XenInfo,
  has: GrubHas,
): void {
  const number = () => word(buffer, desc, bits);
  const isText = (text: string) => textIs(buffer, desc, descSize, text);
  switch (type) {
    case NOTE.ENTRY:
      info.entry = number();
      return;
    case NOTE.HYPERCALL_PAGE:
      info.hypercallPage = number();
      return;
    case NOTE.VIRT_BASE:
      info.virtBase = number();
      return;
    case NOTE.PADDR_OFFSET:
      info.paddrOffset = number();
      return;
    case NOTE.LOADER:
      if (isText('generic')) return;
      if (descSize >= 'generic'.length && desc + 'generic'.length > buffer.length) {
        throw crash('notes', 'note-past-end');
      }
      throw stop(
        'notes',
        'grub-loader-note',
        { loader: latin1(buffer.subarray(desc, desc + Math.min(descSize, 64))) },
        'invalid loader',
      );
    case NOTE.PAE_MODE:
      info.paeMode = latin1(buffer.subarray(desc, desc + Math.min(descSize, 64)));
      if (info.arch === 'x86_64') return;
      for (const [text, arch] of PAE_MODES) if (isText(text)) info.arch = arch;
      return;
    case NOTE.INIT_P2M:
      if (has('note-init-p2m')) info.p2mBase = number();
      return;
  }
}

/** A string with its NUL, or of a note that ends before. */
function textIs(buffer: Uint8Array, desc: number, descSize: number, text: string): boolean {
  if (descSize < text.length) return false;
  const wanted = descSize === text.length ? text : `${text}\0`;
  return latin1(buffer.subarray(desc, desc + wanted.length)) === wanted;
}

/** A native word, whatever size the note has. */
function word(buffer: Uint8Array, at: number, bits: 32 | 64): bigint {
  if (at + bits / 8 > buffer.length) throw crash('notes', 'note-past-end');
  const view = viewOf(buffer);
  return bits === 64 ? view.getBigUint64(at, true) : BigInt(view.getUint32(at, true));
}
