import type { ByteSource } from '../../bytes/bytes.ts';
import { NOTE } from '../../kernel/note-numbers.ts';
import type { Has } from '../../programs/xen/facts/facts.ts';
import { UndefinedBehaviour } from './elf-binary.ts';
import { guestInfoStart } from './find-notes.ts';
import { guestInfoPairs } from './guest-info.ts';
import { initialise } from './init.ts';
import type { ListedNote } from './list-notes.ts';
import { address } from './parameters.ts';
import { strtoull } from './strtoull.ts';

/** An address that the notes and the section `__xen_guest` of one kernel give differently. */
export interface Conflict {
  /** The name of the note. */
  readonly note: string;
  readonly inNotes: string;
  readonly inSection: string;
}

/** The addresses that both forms can give, by their names in the section. */
const ADDRESSES = new Map<string, number>([
  ['VIRT_BASE', NOTE.VIRT_BASE],
  ['VIRT_ENTRY', NOTE.ENTRY],
  ['ELF_PADDR_OFFSET', NOTE.PADDR_OFFSET],
]);

/** The first address that the section `__xen_guest` gives otherwise than `notes`; `null` for none. */
export function xenGuestConflict(
  source: ByteSource,
  notes: readonly ListedNote[],
  has: Has,
): Conflict | null {
  for (const { name, value } of pairsOf(source, has)) {
    const note = notes.findLast(({ type }) => type === ADDRESSES.get(name));
    if (!note) continue;
    const inSection = address(strtoull(value));
    if (inSection === address(BigInt(note.value))) continue;
    return {
      note: note.name,
      inNotes: note.value,
      inSection: `0x${(inSection ?? 0n).toString(16)}`,
    };
  }
  return null;
}

function pairsOf(source: ByteSource, has: Has) {
  try {
    const init = initialise(source, has);
    const start = 'elf' in init ? guestInfoStart(init.elf, has) : null;
    return 'elf' in init && start !== null ? guestInfoPairs(init.elf, start) : [];
  } catch (error) {
    if (error instanceof UndefinedBehaviour) return [];
    throw error;
  }
}
