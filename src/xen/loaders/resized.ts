import type { ByteSource } from '../../bytes/bytes.ts';

const RESIZED = new WeakMap<ByteSource, Map<number, ByteSource>>();

/** The source as Xen takes it after decompressing: as long as was declared, with zeros behind its end. */
export function resized(source: ByteSource, size: number): ByteSource {
  if (source.size === size) return source;
  const known = RESIZED.get(source) ?? new Map<number, ByteSource>();
  RESIZED.set(source, known);
  const made = known.get(size) ?? resize(source, size);
  known.set(size, made);
  return made;
}

function resize(source: ByteSource, size: number): ByteSource {
  return {
    size,
    read(offset, length) {
      const wanted = Math.max(0, Math.min(length, size - offset));
      const bytes = source.read(offset, wanted);
      if (bytes.length === wanted) return bytes;
      const padded = new Uint8Array(wanted);
      padded.set(bytes);
      return padded;
    },
  };
}
