import { NOTE } from '../../kernel/note-numbers.ts';
import type { Has } from '../../programs/xen/facts/facts.ts';
import type { ElfBinary } from './elf-binary.ts';
import { type FeatureToken, parseFeatures } from './features.ts';
import { NOTE_TYPES } from './note-types.ts';
import { type NoteRef, noteNumber, noteString, noteWord } from './notes.ts';
import { address, type Parameters, shortString, UNSET_ADDR32 } from './parameters.ts';

/**
 * `elf_xen_parse_note` (xen/common/libelf/libelf-dominfo.c): takes one Xen note into `parameters`.
 * Types that the release does not know, and strings that do not end, are passed over in silence.
 *
 * @returns the feature name that makes the release give up, if there is one
 */
export function readNote(
  elf: ElfBinary,
  note: NoteRef,
  parameters: Parameters,
  has: Has,
): FeatureToken | null {
  const known = NOTE_TYPES[note.type];
  if (!known || (known.behaviour && !has(known.behaviour))) return null;
  if (known.kind === 'string') {
    const text = noteString(elf, note);
    return text === null ? null : readString(note.type, text, parameters, has);
  }
  if (known.kind === 'integer') readInteger(elf, note, parameters);
  if (note.type === NOTE.PHYS32_RELOC) readRelocation(elf, note, parameters);
  return null;
}

function readString(
  type: number,
  text: string,
  parameters: Parameters,
  has: Has,
): FeatureToken | null {
  switch (type) {
    case NOTE.LOADER:
      parameters.loader = shortString(text);
      return null;
    case NOTE.GUEST_OS:
      parameters.guestOs = shortString(text);
      return null;
    case NOTE.XEN_VERSION:
      parameters.xenVersion = shortString(text);
      return null;
    case NOTE.PAE_MODE:
      if (text === 'yes') parameters.pae = PAE.EXTENDED_CR3;
      if (text.includes('bimodal')) parameters.pae = PAE.BIMODAL;
      return null;
    case NOTE.BSD_SYMTAB:
      if (text === 'yes') parameters.bsdSymtab = true;
      return null;
    case NOTE.FEATURES:
      return readFeatures(text, parameters, has);
    default:
      return null;
  }
}

/** `enum xen_pae_type`. */
export const PAE = { YES: 1, EXTENDED_CR3: 2, BIMODAL: 3 } as const;

/** Adds the features that a string names; returns the one that the release refuses. */
export function readFeatures(text: string, parameters: Parameters, has: Has): FeatureToken | null {
  const { supported, required, refused } = parseFeatures(text, has);
  addFeatures(parameters, supported, required);
  return refused;
}

function addFeatures(parameters: Parameters, supported: number, required: number): void {
  parameters.supportedFeatures = (parameters.supportedFeatures | supported) >>> 0;
  parameters.requiredFeatures = (parameters.requiredFeatures | required) >>> 0;
}

function readInteger(elf: ElfBinary, note: NoteRef, parameters: Parameters): void {
  const value = noteNumber(elf, note);
  switch (note.type) {
    case NOTE.VIRT_BASE:
      parameters.virtBase = address(value);
      break;
    case NOTE.ENTRY:
      parameters.entry = address(value);
      break;
    case NOTE.INIT_P2M:
      parameters.initP2m = address(value);
      break;
    case NOTE.PADDR_OFFSET:
      parameters.paddrOffset = address(value);
      break;
    case NOTE.HYPERCALL_PAGE:
      parameters.hypercallPage = address(value);
      break;
    case NOTE.HV_START_LOW:
      parameters.hvStartLow = address(value);
      break;
    case NOTE.SUPPORTED_FEATURES:
      parameters.listsFeatures = true;
      addFeatures(parameters, noteWord(elf, note, 0), 0);
      break;
    case NOTE.PHYS32_ENTRY: {
      const entry = Number(BigInt.asUintN(32, value));
      parameters.phys32Entry = entry === UNSET_ADDR32 ? null : entry;
      break;
    }
  }
}

function readRelocation(elf: ElfBinary, note: NoteRef, parameters: Parameters): void {
  const before = parameters.relocation;
  const word = (index: number, fallback: number | null) =>
    note.descSize >= 4 * (index + 1) ? noteWord(elf, note, index) : fallback;
  const align = word(0, before?.align ?? null);
  parameters.relocation = {
    align: align === UNSET_ADDR32 ? null : align,
    min: word(1, before?.min ?? 0) ?? 0,
    max: word(2, before?.max ?? LAST_OF_4_GIB) ?? LAST_OF_4_GIB,
  };
}

/** `ARCH_PHYS_MAX_DEFAULT` on x86. */
const LAST_OF_4_GIB = 0xffff_ffff;
