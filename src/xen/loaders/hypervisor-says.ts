import {
  type Codec,
  DEFAULT_MAX_DICTIONARY,
  type FaultReason,
  type RemarkKind,
} from '../../codecs/codec.ts';
import type { Fault } from '../../kernel/kernel.ts';
import { protocolName } from '../../kernel/setup-header.ts';
import { streamComplaint } from './hypervisor-gzip.ts';

export const XZ_UNSUPPORTED =
  'Input was encoded with settings that are not supported by this XZ decoder';
export const LZO_VIOLATION = 'Compressed data violation';

/** Of lz4, whatever is wrong. */
export const DECODING_FAILED = 'Decoding failed';

/** `bzimage_check`. */
export function protocolBelow208(protocol: number): string {
  return `Cannot load bzImage v${protocolName(protocol)} at least v2.08 is required`;
}

/** What the hypervisor's decoders take for an error, and the toolstack's do not, and their words. */
export const REFUSED_REMARKS: Partial<Record<RemarkKind, string>> = {
  'large-block': 'dest len longer than block size',
  'short-block': DECODING_FAILED,
  'far-match': 'LZMA data is corrupt',
  'filter-start': XZ_UNSUPPORTED,
};

/**
 * What the decoders of the hypervisor (xen/common/bunzip2.c, unlzma.c, unxz.c, unlzo.c, unlz4.c,
 * unzstd.c) print for a fault of a stream; `null` where they print nothing.
 *
 * @param dictionary the window that a zstd frame asks for, in bytes
 */
export function decoderSays(codec: Codec, fault: Fault, dictionary: number | null): string | null {
  const { kind, reason } = fault;
  if (kind === 'too-large') return null;
  if (kind === 'dictionary-too-large') {
    // Otherwise it is the limit of this program.
    const isXens = codec === 'zstd' && (dictionary ?? 0) > DEFAULT_MAX_DICTIONARY;
    return isXens ? ZSTD_PROBABLY_CORRUPT : null;
  }
  switch (codec) {
    case 'gzip':
      return kind === 'unsupported' ? null : streamComplaint(fault);
    case 'bzip2':
      return (reason && BZIP2[reason]) ?? null;
    case 'lzma':
      return kind === 'truncated' ? 'unexpected EOF' : 'LZMA data is corrupt';
    case 'xz':
      return kind === 'unsupported' ? XZ_UNSUPPORTED : 'XZ-compressed data is corrupt';
    case 'lzo':
      return kind === 'truncated' ? 'file corrupted' : ((reason && LZO[reason]) ?? LZO_VIOLATION);
    case 'lz4':
      return DECODING_FAILED;
    case 'zstd':
      return kind === 'corrupt' ? 'ZSTD-compressed data is corrupt' : ZSTD_PROBABLY_CORRUPT;
  }
}

/** Of all errors but corruption and a wrong checksum. */
const ZSTD_PROBABLY_CORRUPT = 'ZSTD-compressed data is probably corrupt';

const BZIP2: Words = { 'wrong-crc': 'Data integrity error when decompressing.' };

const LZO: Words = {
  'no-header': 'invalid header',
  'large-block': 'dest len longer than block size',
  'bad-length': 'file corrupted',
};

type Words = Readonly<Partial<Record<FaultReason, string>>>;
