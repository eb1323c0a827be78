import { buildElf, loadSegment, noteSegment, notes } from './elf-builder.ts';

/** An ELF file with as many note segments, all of which show the same 4096 notes of another owner. */
export function withNoteSegments(count: number): Uint8Array {
  const foreign = notes(new Array(4096).fill({ owner: 'GNU', type: 1, value: '' }));
  const shared = { ...noteSegment(foreign), offset: 0x1000 };
  return buildElf({
    segments: [
      loadSegment(new Uint8Array(4096)),
      ...new Array(count - 1).fill({ ...shared, data: undefined, size: foreign.length }),
      shared,
    ],
  });
}
