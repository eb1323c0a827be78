import type { ByteSource } from '../../kernel/bytes.ts';
import { PT_NOTE, SHT_NOTE } from '../../kernel/elf-layout.ts';
import type { Has } from '../behaviours.ts';
import { type CheckContext, checkAddresses, checkNotes } from './checks.ts';
import { type ElfBinary, UndefinedBehaviour } from './elf-binary.ts';
import type { FeatureToken } from './features.ts';
import { guestInfoPairs, readGuestInfo } from './guest-info.ts';
import { firstSection, initialise, sections, segments } from './init.ts';
import { latin1, type NoteBudget, type NoteRef, walkNotes } from './notes.ts';
import { emptyParameters, type Parameters } from './parameters.ts';
import { readNote } from './read-note.ts';
import type { ParseRefusal } from './refusals.ts';

/** For whom an image is parsed: libelf tells the two apart from 4.16 on. */
export type Container = 'pv' | 'pvh';

/** What one release's libelf makes of an ELF image. */
export interface Parse {
  readonly stage: 'elf' | 'notes';
  /** `null`: accepted. */
  readonly refusal: ParseRefusal | null;
  /** As far as they were read and computed. */
  readonly parameters: Parameters;
  /** The Xen notes that the walk met, in its order. */
  readonly notes: readonly NoteRef[];
  /** Whether a `__xen_guest` section was read in place of notes. */
  readonly guestInfo: boolean;
  /** Why libelf marked the image broken, which does not fail the parse; `null` where it did not. */
  readonly broken: string | null;
}

/**
 * `elf_init`, `elf_parse_binary` and `elf_xen_parse` (xen/common/libelf), as a release runs them:
 * notes from PT_NOTE segments, else from SHT_NOTE sections, else the `__xen_guest` section.
 */
export function parseXenElf(source: ByteSource, container: Container, has: Has): Parse {
  const state: State = { parameters: emptyParameters(), notes: [], guestInfo: false };
  try {
    return parse(source, container, has, state);
  } catch (error) {
    if (!(error instanceof UndefinedBehaviour)) throw error;
    return {
      ...state,
      stage: 'notes',
      broken: error.message,
      refusal: {
        kind: 'malformed-notes',
        error: null,
        message: `This release's parser checks nothing: on these notes it ${error.message}, and what it does then is undefined.`,
      },
    };
  }
}

interface State {
  readonly parameters: Parameters;
  readonly notes: NoteRef[];
  guestInfo: boolean;
}

function parse(source: ByteSource, container: Container, has: Has, state: State): Parse {
  const init = initialise(source, has);
  if (!('elf' in init)) {
    const refusal = {
      kind: init.kind,
      error: init.error,
      message: sentence(init.kind, init.detail),
    };
    return { ...state, stage: 'elf', refusal, broken: null };
  }
  const { elf } = init;
  const hvm = container === 'pvh' && has('parses-for-pvh');
  const walked = readAllNotes(elf, has, state);
  if (walked.refused) {
    return {
      ...state,
      stage: 'notes',
      refusal: unknownFeature(walked.refused),
      broken: elf.broken,
    };
  }
  if (state.notes.length === 0 && !hvm) readXenGuest(elf, has, state);
  const context: CheckContext = {
    elf,
    parameters: state.parameters,
    has,
    hvm,
    notesSeen: walked.seen && !state.guestInfo,
    guestInfoSeen: state.guestInfo,
  };
  const refusal = checkNotes(context) ?? checkAddresses(context);
  return { ...state, stage: 'notes', refusal, broken: elf.broken };
}

interface Walked {
  /** A segment or section of notes was walked, with or without a Xen note in it. */
  readonly seen: boolean;
  readonly refused: RefusedFeature | null;
}

interface RefusedFeature extends FeatureToken {
  readonly note: NoteRef;
}

function readAllNotes(elf: ElfBinary, has: Has, state: State): Walked {
  const budget: NoteBudget = { met: 0 };
  let seen = false;
  const read = (stretch: { start: number; end: number }): RefusedFeature | null => {
    seen = true;
    for (const note of walkNotes(elf, stretch, budget)) {
      state.notes.push(note);
      const refused = readNote(elf, note, state.parameters, has);
      if (refused) return { ...refused, note };
    }
    return null;
  };
  for (const segment of segments(elf)) {
    if (elf.phdr(segment, 'p_type') !== BigInt(PT_NOTE)) continue;
    const offset = elf.phdr(segment, 'p_offset');
    // Some binutils left p_offset at 0 for note segments.
    if (offset === 0n) continue;
    const refused = read(elf.stretch(offset, elf.phdr(segment, 'p_filesz')));
    if (refused) return { seen, refused };
  }
  if (state.notes.length > 0) return { seen, refused: null };
  for (const section of sections(elf, firstSection(has))) {
    if (elf.shdr(section, 'sh_type') !== BigInt(SHT_NOTE)) continue;
    const offset = elf.shdr(section, 'sh_offset');
    const refused = read(elf.stretch(offset, elf.shdr(section, 'sh_size')));
    if (refused) return { seen, refused };
  }
  return { seen, refused: null };
}

function readXenGuest(elf: ElfBinary, has: Has, state: State): void {
  for (const section of sections(elf, firstSection(has))) {
    if (sectionName(elf, section) !== '__xen_guest') continue;
    state.guestInfo = true;
    const start = elf.place(elf.shdr(section, 'sh_offset'));
    readGuestInfo(guestInfoPairs(elf, start), state.parameters, has);
    return;
  }
}

function sectionName(elf: ElfBinary, section: number): string | null {
  if (elf.sectionNames === null) return 'unknown';
  const name = elf.string(elf.sectionNames + Number(elf.shdr(section, 'sh_name')));
  return name === null ? null : latin1(name);
}

function unknownFeature({ name, required, note }: RefusedFeature): ParseRefusal {
  const where = `the FEATURES note at offset 0x${note.offset.toString(16)}`;
  return required
    ? {
        kind: 'unknown-required-feature',
        error: null,
        message: `${where} requires "${name}", a feature name that this release does not know.`,
      }
    : {
        kind: 'unknown-feature',
        error: null,
        message: `${where} names "${name}", which this release does not know, and it refuses any name that it does not know.`,
      };
}

function sentence(kind: 'not-a-kernel' | 'cut-file', detail: string): string {
  return kind === 'not-a-kernel'
    ? `The file is not an ELF binary: ${detail}.`
    : `The ELF file is cut short: ${detail}.`;
}
