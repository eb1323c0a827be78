/** An offset in the ELF file, as `readelf` prints it. */
export const atOffset = (offset: number) => `at offset 0x${offset.toString(16)}`;

/** A string from a note, or that there is none. */
export const quotedOrUnset = (text: string) => (text === '' ? 'not set' : `"${text}"`);
