import { crc32, createInflateRaw } from 'node:zlib';
import { type ByteSource, sliceSource } from '../bytes/bytes.ts';
import { viewOf } from '../bytes/view.ts';
import { PayloadError } from './codec.ts';
import { CompressedInput } from './input.ts';
import { CHUNK_SIZE, through } from './node-stream.ts';

// RFC 1952, section 2.3. The second ID2 is that of gzip 0.5.
const ID1 = 0x1f;
const ID2 = [0x8b, 0x9e];
const DEFLATE = 8;
const FHCRC = 0x02;
const FEXTRA = 0x04;
const FNAME = 0x08;
const FCOMMENT = 0x10;
const RESERVED_FLAGS = 0xe0;
const FIXED_HEADER = 10;
/** CRC-32 and size of the contents. */
const TRAILER = 8;

/**
 * One gzip member (RFC 1952). This code reads the header and the trailer; node:zlib reads the raw
 * deflate stream. gunzip of node:zlib would take bytes after the member for another member, and
 * fail.
 *
 * @see Decompress for what it yields, returns and throws
 */
export async function* decompressGzip(input: ByteSource): AsyncGenerator<Uint8Array, number> {
  const headerLength = readHeader(input);
  const inflate = createInflateRaw({ chunkSize: CHUNK_SIZE });
  let crc = 0;
  let size = 0;
  try {
    for await (const chunk of through(inflate, sliceSource(input, headerLength, input.size))) {
      crc = crc32(chunk, crc);
      size += chunk.length;
      yield chunk;
    }
  } catch (error) {
    throw asFault(error, headerLength + inflate.bytesWritten);
  }

  const trailerAt = headerLength + inflate.bytesWritten;
  const trailer = input.read(trailerAt, TRAILER);
  if (trailer.length < TRAILER) {
    throw fault('truncated', trailerAt, 'the stream ends before its checksum');
  }
  const view = viewOf(trailer);
  if (view.getUint32(0, true) !== crc)
    throw fault('corrupt', trailerAt, 'CRC-32 does not match', 'wrong-crc');
  // ISIZE is the size modulo 2^32.
  if (view.getUint32(4, true) !== size % 2 ** 32) {
    throw fault('corrupt', trailerAt + 4, 'the size of the contents does not match', 'wrong-size');
  }
  return trailerAt + TRAILER;
}

/** Checks the member's header; returns its length in bytes. */
function readHeader(source: ByteSource): number {
  const input = new CompressedInput(source, 'gzip');
  let crc = 0;
  const take = (count: number): Uint8Array => {
    input.need(count);
    const bytes = input.bytes.subarray(input.pos, input.pos + count);
    input.pos += count;
    crc = crc32(bytes, crc);
    return bytes;
  };
  const takeU16 = (): number => {
    const [low = 0, high = 0] = take(2);
    return low | (high << 8);
  };
  const skipString = (): void => {
    for (;;) {
      input.need(1);
      const zero = input.bytes.indexOf(0, input.pos);
      take((zero < 0 ? input.end : zero + 1) - input.pos);
      if (zero >= 0) return;
    }
  };

  const [id1, id2 = 0, method, flags = 0] = take(FIXED_HEADER);
  if (id1 !== ID1 || !ID2.includes(id2)) throw fault('corrupt', 0, 'this is no gzip member');
  if (method !== DEFLATE) throw fault('unsupported', 2, `compression method ${method}`);
  if (flags & RESERVED_FLAGS) throw fault('unsupported', 3, 'reserved flags are set');
  if (flags & FEXTRA) take(takeU16());
  if (flags & FNAME) skipString();
  if (flags & FCOMMENT) skipString();
  if (flags & FHCRC) {
    const expected = crc & 0xffff;
    if (takeU16() !== expected) throw input.error('corrupt', 'header CRC does not match');
  }
  return input.consumed;
}

function asFault(error: unknown, offset: number): unknown {
  switch ((error as { code?: string }).code) {
    case 'Z_BUF_ERROR':
      return fault('truncated', offset, 'the stream ends inside the compressed data');
    case 'Z_DATA_ERROR':
      return fault('corrupt', offset, (error as Error).message);
    default:
      return error;
  }
}

function fault(
  kind: PayloadError['fault'],
  offset: number,
  detail: string,
  reason: PayloadError['reason'] = null,
): PayloadError {
  return new PayloadError('gzip', kind, offset, detail, reason);
}
