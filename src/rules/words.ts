import { formatMemory } from '../text/size.ts';

/** An offset in the ELF file, as `readelf` prints it. */
export const atOffset = (offset: number) => `at offset 0x${offset.toString(16)}`;

/** A string from a note, or that there is none. */
export const quotedOrUnset = (text: string) => (text === '' ? 'not set' : `"${text}"`);

/** @param wanted bytes; `null` where no memory is enough. */
export const needsMemory = (wanted: number | null) =>
  wanted === null
    ? 'No memory is enough for this kernel.'
    : `This kernel needs ${formatMemory(wanted)}.`;

/** @param bytes whole pages. */
export const pages = (bytes: number) => bytes / 4096;
