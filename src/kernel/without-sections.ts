import type { ByteSource } from '../bytes/bytes.ts';
import { readPe, sectionTable } from './pe.ts';

/**
 * A PE file as it was before some sections were added: their headers and contents read as zeros, and
 * the file ends with the last of its own sections. A file that is no PE file, or has none of them, stays
 * as it is.
 *
 * @param names of the sections, up to 8 bytes each.
 */
export function withoutSections(source: ByteSource, names: readonly string[]): ByteSource {
  const table = sectionTable(source);
  const sections = readPe(source)?.sections ?? [];
  const isAdded = ({ name }: { readonly name: string }) => names.includes(name);
  if (table === null || !sections.some(isAdded)) return source;
  const own = sections.filter((section) => !isAdded(section));
  const ends = own.map(({ offset, size }) => (offset > 0 ? offset + size : 0));
  const tableEnd = table.offset + sections.length * table.entrySize;
  const size = Math.min(source.size, Math.max(tableEnd, ...ends));
  const hidden = sections.flatMap((section, i) =>
    isAdded(section)
      ? [
          { start: table.offset + i * table.entrySize, length: table.entrySize },
          { start: section.offset, length: section.size },
        ]
      : [],
  );
  return {
    size,
    read: (offset, length) => {
      const bytes = source.read(offset, Math.max(0, Math.min(length, size - offset))).slice();
      for (const { start, length: count } of hidden) {
        const from = Math.max(0, start - offset);
        const to = Math.min(bytes.length, start + count - offset);
        if (from < to) bytes.fill(0, from, to);
      }
      return bytes;
    },
  };
}
