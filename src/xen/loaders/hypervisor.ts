import type { Fault, Kernel, Payload } from '../../kernel/kernel.ts';
import type { Codec } from '../../kernel/payload/codec.ts';
import type { BehaviourId, Has } from '../behaviours.ts';
import {
  CODEC_UNSUPPORTED,
  describeFault,
  FIRST_PROTOCOL_WITH_PAYLOAD,
  faultKind,
  PROTOCOL_TOO_OLD,
  payloadOutside,
  refuse,
  type Unpacked,
  unknownCodec,
  wrongSize,
} from './unpacked.ts';

/** What the hypervisor must have learnt to unpack a codec; `null` for those of 4.0.0. */
const UNPACKS: Readonly<Record<Codec, BehaviourId | null>> = {
  gzip: null,
  bzip2: null,
  lzma: null,
  lzo: 'dom0-lzo',
  xz: 'dom0-xz',
  lz4: 'dom0-lz4',
  zstd: 'dom0-zstd',
};

/**
 * `bzimage_parse` (xen/arch/x86/bzimage.c): how the hypervisor gets at the ELF image of a dom0
 * kernel. Nothing is checked against the file's size; a payload outside it is a page fault in early
 * boot, without a word.
 */
export function unpackForDom0(kernel: Kernel, has: Has): Unpacked {
  const { bzimage, payload, elf } = kernel;
  if (kernel.gzip) return unpackBareGzip(kernel, kernel.gzip.fault, has);
  if (!bzimage) {
    if (elf) return { elf };
    return refuse('not-a-kernel', 'container', NOT_A_KERNEL, notAnElf(has));
  }
  if (bzimage.protocol < FIRST_PROTOCOL_WITH_PAYLOAD) {
    const [major, minor] = [bzimage.protocol >> 8, bzimage.protocol & 0xff];
    const version = `v${major}.${String(minor).padStart(2, '0')}`;
    return refuse(
      'boot-protocol-too-old',
      'container',
      PROTOCOL_TOO_OLD(bzimage.protocol),
      `Cannot load bzImage ${version} at least v2.08 is required`,
    );
  }
  if (!payload) return refuse('payload-outside-file', 'container', payloadOutside(bzimage), null);
  if (payload.codec === null) {
    return refuse('unknown-codec', 'payload', unknownCodec(payload), notAnElf(has));
  }
  if (payload.codec !== 'none') {
    const refused = refusePayload(payload.codec, payload, has);
    if (refused) return refused;
  }
  return elf ? { elf } : refuse('unknown-codec', 'payload', unknownCodec(payload), notAnElf(has));
}

const NOT_A_KERNEL = 'The file is neither a bzImage nor an ELF file.';

/** Only a compressed ELF file may stand for itself; a bzImage inside is not looked for. */
function unpackBareGzip({ format, elf }: Kernel, fault: Fault | null, has: Has): Unpacked {
  if (!has('dom0-bare-compressed-elf')) {
    const message = 'The file is compressed as a whole, and this hypervisor unpacks bzImages only.';
    return refuse('codec-unsupported', 'container', message, notAnElf(has));
  }
  if (fault) {
    return refuse(faultKind(fault), 'payload', describeFault('gzip', fault, 0), null);
  }
  if (format === 'bzimage') {
    const message =
      'The file is a bzImage inside a gzip: the hypervisor undoes the gzip and expects an ELF file.';
    return refuse('not-a-kernel', 'container', message, notAnElf(has));
  }
  if (elf) return { elf };
  return refuse('not-a-kernel', 'container', NOT_A_KERNEL, notAnElf(has));
}

function refusePayload(codec: Codec, payload: Payload, has: Has): Unpacked | null {
  const learnt = UNPACKS[codec];
  if (learnt && !has(learnt)) {
    return refuse(
      'codec-unsupported',
      'payload',
      CODEC_UNSUPPORTED(codec, 'the hypervisor'),
      notAnElf(has),
    );
  }
  if (codec === 'lz4' && has('lz4-underrun-check') && !has('lz4-underrun-check-mended')) {
    const message =
      'The payload is compressed with lz4, and the lz4 decoder of this release refuses sound data.';
    return refuse('lz4-decoder-broken', 'payload', message, 'Decoding failed');
  }
  if (payload.fault) {
    const message = describeFault(codec, payload.fault, payload.offset);
    return refuse(faultKind(payload.fault), 'payload', message, null);
  }
  return refuseSize(codec, payload);
}

/**
 * The decompressors write as much as there is; the declared size decides where to, and how much of
 * it counts. A smaller one runs over input that is still to be read. Only lz4 compares the two.
 */
function refuseSize(codec: Codec, payload: Payload): Unpacked | null {
  const [declared, size] = [payload.declaredSize ?? 0, payload.size ?? 0];
  if (declared === size || (declared > size && codec !== 'lz4')) return null;
  const xenSays = codec === 'lz4' ? 'Decoding failed' : null;
  return refuse('size-mismatch', 'payload', wrongSize(payload), xenSays);
}

/** What is not understood is handed to `elf_init`, which says this. */
function notAnElf(has: Has): string {
  return has('plain-libelf-messages') ? 'ELF: not an ELF binary' : 'elf_init: not an ELF binary';
}
