import type { Codec } from '../../codecs/codec.ts';
import { codecOf } from '../../codecs/codecs.ts';
import { isElf } from '../../kernel/elf.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { GrubHas } from '../../programs/grub/facts.ts';
import { noKernel } from '../../rules/no-kernel.ts';
import { type GrubFile, ReadError, readAt } from '../files/file.ts';
import { openFile, openPart } from '../files/open.ts';
import { readSetup, type Setup } from '../setup-header.ts';
import { crash, type Stop, stop } from '../stop.ts';
import { type GrubElf, openElf } from './elf.ts';

const NOT_XEN = 'not xen image';

const BOOT_FLAG = 0xaa55;
/** Boot protocol 2.08. */
const OLDEST = 0x0208;

const XZ_MAGIC = [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00];

/** What the build of Linux appends to a payload: its size, in bytes. */
const SIZE_TRAILER = 4;

/**
 * `grub_xen_file` (loader/i386/xen_file.c): an ELF file, or the payload of a bzImage that is one.
 *
 * @throws {Stop}
 */
export function openImage(kernel: Kernel, has: GrubHas): GrubElf {
  const file = openFile(kernel, has);
  const elf = openElf(file);
  if (elf) return elf;
  const setup = setupOf(file, has);
  if (setup === null) throw unreadable(kernel, file, has);
  if (setup.bootFlag !== BOOT_FLAG || !setup.hasMagic) {
    throw stop('container', 'not-a-kernel', noKernel('file'), 'version too old for xen boot');
  }
  if (setup.protocol < OLDEST) {
    const protocol = `${setup.protocol >> 8}.${String(setup.protocol & 0xff).padStart(2, '0')}`;
    throw stop('container', 'boot-protocol-too-old', { protocol }, 'version too old for xen boot');
  }
  return openPayload(kernel, file, setup, has);
}

function setupOf(file: GrubFile, has: GrubHas): Setup | null {
  try {
    return readSetup(file, has);
  } catch (error) {
    if (error instanceof ReadError) return null;
    throw error;
  }
}

function openPayload(kernel: Kernel, file: GrubFile, setup: Setup, has: GrubHas): GrubElf {
  const offset = ((setup.setupSects + 1) * 512 + setup.payloadOffset) % 2 ** 32;
  const length = setup.payloadLength;
  const least = has('payload-cuts-size-of-xz') ? XZ_MAGIC.length : SIZE_TRAILER;
  const outside = (says: string) =>
    stop('container', 'payload-outside-file', { offset, length, size: sizeOf(file) }, says);
  if (length < least) throw outside('payload too short');
  const magic = magicAt(file, offset);
  if (has('payload-cuts-size-of-xz') && magic.length < XZ_MAGIC.length) throw outside(NOT_XEN);
  const part = openPart(file, { offset, length: length - cutFrom(magic, has) }, kernel, has);
  const elf = openElf(part);
  if (elf) return elf;
  if (offset >= sizeOf(file)) throw outside(NOT_XEN);
  throw refusePayload(part, file, { offset, length, magic }, has);
}

/** How many of the last bytes of a payload are not a part of it. */
function cutFrom(magic: Uint8Array, has: GrubHas): number {
  if (!has('payload-keeps-last-four-bytes')) return SIZE_TRAILER;
  const isXz = XZ_MAGIC.every((byte, i) => magic[i] === byte);
  return isXz && has('payload-cuts-size-of-xz') ? SIZE_TRAILER : 0;
}

function magicAt(file: GrubFile, offset: number): Uint8Array {
  try {
    return readAt(file, offset, XZ_MAGIC.length);
  } catch (error) {
    if (error instanceof ReadError) return new Uint8Array(0);
    throw error;
  }
}

const sizeOf = ({ size, content }: GrubFile) => (Number.isFinite(size) ? size : content.size);

interface Place {
  readonly offset: number;
  readonly length: number;
  readonly magic: Uint8Array;
}

function refusePayload(
  part: GrubFile,
  file: GrubFile,
  { offset, length, magic }: Place,
  has: GrubHas,
): Stop {
  // A filter took it, and closing its file as if there were none ends the guest.
  if (part.filters.length > file.filters.length) return crash('payload', 'no-elf-inside');
  const codec = codecOf(magic);
  if (codec !== null) return refuseCodec(codec, offset, length, false, has);
  if (isElf(part.content)) {
    return stop('elf', 'grub-platform', wrongElf(part), NOT_XEN);
  }
  const digits = [...magic].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
  return stop('payload', 'unknown-codec', { magic: digits, offset }, NOT_XEN);
}

function wrongElf({ content }: GrubFile) {
  const [bits, machine] = [content.read(4, 1)[0] === 2 ? 64 : 32, content.read(18, 2)] as const;
  const [low = 0, high = 0] = machine;
  return { fault: 'elf-type', bits, machine: low + high * 256, paeMode: null } as const;
}

/** A compression that no filter of the release takes, or a stream that its filter does not. */
export function refuseCodec(
  codec: Codec,
  stream: number,
  length: number,
  whole: boolean,
  has: GrubHas,
): Stop {
  const stage = whole ? 'container' : 'payload';
  if (codec === 'gzip' || codec === 'xz' || (codec === 'lzo' && !lostToTrailer(whole, has))) {
    return stop(stage, 'grub-payload-end', { codec, stream, length, whole }, NOT_XEN);
  }
  return stop(stage, 'grub-codec', { codec, stream, whole }, NOT_XEN);
}

/** Every lzo kernel of Linux has the size behind it, which GRUB cut off until 2.02. */
const lostToTrailer = (whole: boolean, has: GrubHas) =>
  !whole && has('payload-keeps-last-four-bytes');

function unreadable(kernel: Kernel, file: GrubFile, has: GrubHas): Stop {
  const codec = codecOf(kernel.file.read(0, 8).slice());
  if (codec !== null && file.filters.length === 0) {
    return refuseCodec(codec, 0, kernel.file.size, true, has);
  }
  return stop('container', 'not-a-kernel', noKernel('file'), NOT_XEN);
}
