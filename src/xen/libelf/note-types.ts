import type { XenFactId } from '../../programs/xen/facts/facts.ts';

/** How libelf reads a note's descriptor. */
type NoteKind =
  /** a string that ends with NUL */
  | 'string'
  /** an unsigned integer of 1, 2, 4 or 8 bytes; any other size reads as 0 */
  | 'integer'
  /** only its presence or an array of words */
  | 'words';

interface NoteType {
  readonly name: string;
  readonly kind: NoteKind;
  /** What a release must have to read it; absent for notes that every release reads. */
  readonly behaviour?: XenFactId;
}

/** The notes of xen/include/public/elfnote.h that a kernel carries, by type. */
export const NOTE_TYPES: Readonly<Record<number, NoteType>> = {
  0: { name: 'INFO', kind: 'words' },
  1: { name: 'ENTRY', kind: 'integer' },
  2: { name: 'HYPERCALL_PAGE', kind: 'integer' },
  3: { name: 'VIRT_BASE', kind: 'integer' },
  4: { name: 'PADDR_OFFSET', kind: 'integer' },
  5: { name: 'XEN_VERSION', kind: 'string' },
  6: { name: 'GUEST_OS', kind: 'string' },
  7: { name: 'GUEST_VERSION', kind: 'string' },
  8: { name: 'LOADER', kind: 'string' },
  9: { name: 'PAE_MODE', kind: 'string' },
  10: { name: 'FEATURES', kind: 'string' },
  11: { name: 'BSD_SYMTAB', kind: 'string' },
  12: { name: 'HV_START_LOW', kind: 'integer' },
  13: { name: 'L1_MFN_VALID', kind: 'words' },
  14: { name: 'SUSPEND_CANCEL', kind: 'integer' },
  15: { name: 'INIT_P2M', kind: 'integer' },
  16: { name: 'MOD_START_PFN', kind: 'integer' },
  17: { name: 'SUPPORTED_FEATURES', kind: 'integer', behaviour: 'note-supported-features' },
  18: { name: 'PHYS32_ENTRY', kind: 'integer', behaviour: 'note-phys32-entry' },
  19: { name: 'PHYS32_RELOC', kind: 'words', behaviour: 'note-phys32-reloc' },
};

export function noteName(type: number): string {
  return NOTE_TYPES[type]?.name ?? `type ${type}`;
}
