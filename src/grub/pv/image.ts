import type { Codec } from '../../codecs/codec.ts';
import { codecOf } from '../../codecs/codecs.ts';
import { isElf } from '../../kernel/elf.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { BOOT_FLAG, PAYLOAD_PROTOCOL, protocolName, SECTOR } from '../../kernel/setup-header.ts';
import type { GrubHas } from '../../programs/grub/facts.ts';
import { noKernel } from '../../rules/no-kernel.ts';
import { hexBytes } from '../../text/hex.ts';
import { type GrubFile, readAt, unlessError } from '../files/file.ts';
import { openFile, openPart } from '../files/open.ts';
import { readSetup, type Setup } from '../setup-header.ts';
import { crash, type Stop, stop } from '../stop.ts';
import { type GrubElf, openElf } from './elf.ts';

const NOT_XEN = 'not xen image';

/** What is read of a payload to see whether it is xz, in bytes. */
const MAGIC_SIZE = 6;

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
  const setup = unlessError(() => readSetup(file, has));
  if (setup === null) throw unreadable(kernel, file, has);
  if (setup.bootFlag !== BOOT_FLAG || !setup.hasMagic) {
    throw stop('container', 'not-a-kernel', noKernel('file'), 'version too old for xen boot');
  }
  if (setup.protocol < PAYLOAD_PROTOCOL) {
    const protocol = protocolName(setup.protocol);
    throw stop('container', 'boot-protocol-too-old', { protocol }, 'version too old for xen boot');
  }
  return openPayload(kernel, file, setup, has);
}

function openPayload(kernel: Kernel, file: GrubFile, setup: Setup, has: GrubHas): GrubElf {
  const offset = ((setup.setupSects + 1) * SECTOR + setup.payloadOffset) % 2 ** 32;
  const length = setup.payloadLength;
  const least = has('payload-cuts-size-of-xz') ? MAGIC_SIZE : SIZE_TRAILER;
  const outside = (says: string) =>
    stop('container', 'payload-outside-file', { offset, length, size: sizeOf(file) }, says);
  if (length < least) throw outside('payload too short');
  const magic = unlessError(() => readAt(file, offset, MAGIC_SIZE)) ?? new Uint8Array(0);
  if (has('payload-cuts-size-of-xz') && magic.length < MAGIC_SIZE) throw outside(NOT_XEN);
  const part = openPart(file, { offset, length: length - cutFrom(magic, has) }, kernel, has);
  const elf = openElf(part);
  if (elf) return elf;
  if (offset >= sizeOf(file)) throw outside(NOT_XEN);
  throw refusePayload(part, file, { offset, length, magic }, has);
}

/** How many of the last bytes of a payload are not a part of it. */
function cutFrom(magic: Uint8Array, has: GrubHas): number {
  if (!has('payload-keeps-last-four-bytes')) return SIZE_TRAILER;
  return codecOf(magic) === 'xz' && has('payload-cuts-size-of-xz') ? SIZE_TRAILER : 0;
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
  return stop('payload', 'unknown-codec', { magic: hexBytes(magic), offset }, NOT_XEN);
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
