import type { ByteSource } from '../../bytes/bytes.ts';
import { NOTE } from '../../kernel/note-numbers.ts';
import type { Has } from '../../programs/xen/facts/facts.ts';
import { oncePerBehaviour } from '../distinct.ts';
import { type Refusal, refusalAt } from '../refusal.ts';
import { type CheckContext, checkAddresses, checkNotes } from './checks.ts';
import { type ElfBinary, UndefinedBehaviour } from './elf-binary.ts';
import type { FeatureToken } from './features.ts';
import { guestInfoStart, noteSections, noteSegments } from './find-notes.ts';
import { guestInfoPairs, readGuestInfo } from './guest-info.ts';
import { initialise } from './init.ts';
import { type NoteBudget, type NoteRef, walkNotes } from './notes.ts';
import { emptyParameters, type Parameters } from './parameters.ts';
import { readNote } from './read-note.ts';

/** The guest type that an image is parsed for: libelf distinguishes them with `parses-for-pvh`. */
export type Container = 'pv' | 'pvh';

/** What one release's libelf makes of an ELF image. */
export type Parse = Accepted | RefusedParse;

interface Accepted extends Reading {
  readonly refusal: null;
  readonly elf: ElfBinary;
  /** Why libelf marked the image broken, which does not fail the parse; `null` where it did not. */
  readonly broken: string | null;
}

export interface RefusedParse extends Reading {
  /** At the stage `elf` or `notes`. */
  readonly refusal: Refusal;
}

/** As far as it came. */
interface Reading {
  readonly parameters: Parameters;
  /** The Xen notes that the walk met, in its order. */
  readonly notes: readonly NoteRef[];
  /** Whether a `__xen_guest` section was read in place of notes. */
  readonly guestInfo: boolean;
}

type Parser = (has: Has) => Parse;

/** What was parsed already: both loaders of a container come with the same image. */
const PARSERS = new WeakMap<ByteSource, Record<Container, Parser>>();

/**
 * `elf_init`, `elf_parse_binary` and `elf_xen_parse` (xen/common/libelf), as a release runs them:
 * notes from PT_NOTE segments, else from SHT_NOTE sections, else the `__xen_guest` section.
 */
export function parseXenElf(source: ByteSource, container: Container, has: Has): Parse {
  const parsers = PARSERS.get(source) ?? {
    pv: oncePerBehaviour((has) => parseOnce(source, 'pv', has)),
    pvh: oncePerBehaviour((has) => parseOnce(source, 'pvh', has)),
  };
  PARSERS.set(source, parsers);
  return parsers[container](has);
}

function parseOnce(source: ByteSource, container: Container, has: Has): Parse {
  const state: State = { parameters: emptyParameters(), notes: [], guestInfo: false };
  try {
    return parse(source, container, has, state);
  } catch (error) {
    if (!(error instanceof UndefinedBehaviour)) throw error;
    return { ...state, refusal: refusalAt('notes', 'malformed-notes', error.evidence, null) };
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
    return { ...state, refusal: init.refusal };
  }
  const { elf } = init;
  const hvm = container === 'pvh' && has('parses-for-pvh');
  const walked = readAllNotes(elf, has, state);
  if (walked.refused) return { ...state, refusal: unknownFeature(walked.refused) };
  if (state.notes.length === 0 && !hvm) readXenGuest(elf, has, state);
  const context: CheckContext = {
    elf,
    parameters: state.parameters,
    has,
    hvm,
    notesSeen: walked.seen && !state.guestInfo,
    xenNoteSeen: state.notes.length > 0,
    guestInfoSeen: state.guestInfo,
  };
  const refusal = checkNotes(context) ?? checkAddresses(context);
  return refusal ? { ...state, refusal } : { ...state, refusal: null, elf, broken: elf.broken };
}

interface Walked {
  /** A segment or section of notes was walked, with or without a Xen note in it. */
  readonly seen: boolean;
  readonly refused: RefusedFeature | null;
}

interface RefusedFeature extends FeatureToken {
  readonly note: NoteRef;
}

/** A kernel has one; strings without end would keep this program busy, not Xen. */
const MOST_FEATURES = 64;

function readAllNotes(elf: ElfBinary, has: Has, state: State): Walked {
  const budget: NoteBudget = { met: 0 };
  let seen = false;
  let features = 0;
  for (const stretches of [noteSegments(elf), noteSections(elf, has)]) {
    for (const stretch of stretches) {
      seen = true;
      for (const note of walkNotes(elf, stretch, budget)) {
        state.notes.push(note);
        if (note.type === NOTE.FEATURES && ++features > MOST_FEATURES) {
          throw new UndefinedBehaviour('features', MOST_FEATURES);
        }
        const refused = readNote(elf, note, state.parameters, has);
        if (refused) return { seen, refused: { ...refused, note } };
      }
    }
    if (state.notes.length > 0) break;
  }
  return { seen, refused: null };
}

function readXenGuest(elf: ElfBinary, has: Has, state: State): void {
  const start = guestInfoStart(elf, has);
  if (start === null) return;
  state.guestInfo = true;
  readGuestInfo(guestInfoPairs(elf, start), state.parameters, has);
}

function unknownFeature({ name, required, note }: RefusedFeature): Refusal {
  const rule = required ? 'unknown-required-feature' : 'unknown-feature';
  return refusalAt('notes', rule, { feature: name, offset: note.offset }, null);
}
