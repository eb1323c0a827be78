import { type Image, offsetOf, textAt } from './image.ts';

/** What the dynamic section of a shared library says (System V gABI, chapter 5). */
export interface Dynamic {
  /** `DT_SONAME`; `null` for none. */
  readonly name: string | null;
  /** `DT_NEEDED`: names of libraries. */
  readonly needs: readonly string[];
}

const DT_NEEDED = 1;
const DT_STRTAB = 5;
const DT_SONAME = 14;

/** A library has some thirty entries. */
const MAX_ENTRIES = 1024;
const MOST_NAME = 255;

/** @returns `null` for what has no dynamic section. */
export function readDynamic(image: Image): Dynamic | null {
  if (image.dynamic === null) return null;
  const entries = readEntries(image, image.dynamic);
  const table = entries.find(({ tag }) => tag === DT_STRTAB);
  const strings = table ? offsetOf(image, table.value) : null;
  if (strings === null) return null;
  const names = (wanted: number) =>
    entries.flatMap(({ tag, value }) => {
      const name = tag === wanted ? textAt(image, strings + value, MOST_NAME) : null;
      return name === null ? [] : [name];
    });
  return { name: names(DT_SONAME)[0] ?? null, needs: names(DT_NEEDED) };
}

/** Values modulo 2^32: no library is larger. */
function readEntries(
  { bits, bytes }: Image,
  { offset, size }: NonNullable<Image['dynamic']>,
): { tag: number; value: number }[] {
  const word = bits / 8;
  const count = Math.min(Math.floor(size / (2 * word)), MAX_ENTRIES);
  return Array.from({ length: count }, (_, i) => {
    const at = offset + i * 2 * word;
    return { tag: bytes.readUInt32LE(at), value: bytes.readUInt32LE(at + word) };
  });
}
