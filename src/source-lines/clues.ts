import type { Codec } from '../codecs/codec.ts';
import { bootPath, isDom0 } from '../programs/boot-path.ts';
import type { Cause } from '../report/causes.ts';
import type { RuleId } from '../rules/index.ts';
import { NOTE_TYPES } from '../xen/libelf/note-types.ts';
import type { NoteClue } from './find-note.ts';
import type { OptionClue } from './find-option.ts';

/** Any other text, whatever the case of its letters. */
export interface TextClue {
  readonly kind: 'text';
  readonly text: string;
  /** The end of the path of the only file that is meant; without one, any assembler source. */
  readonly file?: string;
}

/** What to look for in a repository to find the line that a finding comes from. */
export type Clue = NoteClue | OptionClue | TextClue;

const note = (name: string): NoteClue => ({ kind: 'note', note: name });
const on = (option: string): OptionClue => ({ kind: 'option', option, is: 'on' });
const off = (option: string): OptionClue => ({ kind: 'option', option, is: 'off' });
const given = (option: string): OptionClue => ({ kind: 'option', option, is: 'given' });
const feature = (name: string): Clue[] => [
  { kind: 'note', note: 'FEATURES', feature: name },
  note('FEATURES'),
];

/** The option that chooses the compression of a bzImage. */
const CODEC_OPTIONS: Readonly<Record<Codec, string>> = {
  gzip: 'KERNEL_GZIP',
  bzip2: 'KERNEL_BZIP2',
  lzma: 'KERNEL_LZMA',
  xz: 'KERNEL_XZ',
  lzo: 'KERNEL_LZO',
  lz4: 'KERNEL_LZ4',
  zstd: 'KERNEL_ZSTD',
};
const CODECS = Object.keys(CODEC_OPTIONS) as Codec[];

/** The others hide the first, so that a configuration without them says nothing of it. */
const XEN_OPTIONS = [off('XEN'), off('PARAVIRT'), off('HYPERVISOR_GUEST')];
const BITS_OPTIONS = [off('64BIT'), on('X86_32'), off('X86_PAE'), note('PAE_MODE')];
const BIN_IMAGE_MAGIC: Clue = { kind: 'text', text: '336ec578' };
const XZ_DICTIONARY: Clue = { kind: 'text', text: 'dict=', file: 'scripts/xz_wrap.sh' };

/**
 * By rule, where its findings come from, the surest first: an option before the note that it leaves
 * out, since Linux has the source of that note all the same. What a tool did to the file after the
 * build (cut it, stripped it, recompressed it) is in no source, so such rules have no clues.
 */
const CLUES: Readonly<Partial<Record<RuleId, (cause: Cause) => readonly Clue[]>>> = {
  'codec-unsupported': codecClues,
  'lz4-decoder-broken': () => [on(CODEC_OPTIONS.lz4)],
  'dictionary-too-large': (cause) => [XZ_DICTIONARY, ...codecClues(cause)],
  'no-xen-notes': (cause) => (isNearMiss(cause) ? lostNotes(cause) : XEN_OPTIONS),
  'no-boot-path': (cause) => [...xenOptions(cause), off('XEN_PV'), off('XEN_PVH')],
  'boot-path-lost': lostPath,
  'unknown-feature': ({ evidence }) => feature(String(evidence.feature)),
  'unknown-required-feature': ({ evidence }) => feature(String(evidence.feature)),
  'domu-unsupported': () => feature('dom0'),
  'needs-supervisor-mode': () => feature('supervisor_mode_kernel'),
  'wrong-loader': (cause) => [...xenOptions(cause), note('LOADER'), note('GUEST_OS')],
  'wrong-xen-version': () => [note('XEN_VERSION')],
  'paddr-offset-without-virt-base': () => [note('PADDR_OFFSET')],
  'entry-out-of-bounds': (cause) => [
    ...(hasNote(cause, 'ENTRY') ? [] : [off('XEN_PV')]),
    ...(cause.evidence.note === null ? [] : [note(String(cause.evidence.note))]),
  ],
  'bsd-symtab-misplaced': () => [note('BSD_SYMTAB')],
  'p2m-inside-image': () => [note('INIT_P2M')],
  'notes-lost': lostNotes,
  'bad-bin-image': () => [BIN_IMAGE_MAGIC],
  'kernel-mismatch': () => BITS_OPTIONS,
  'guest-type-unsupported': () => BITS_OPTIONS,
  'dom0-unsupported': () => [off('XEN_DOM0'), note('SUPPORTED_FEATURES')],
  'no-phys32-entry': pvhOptions,
  'hypervisor-start-too-high': () => [note('HV_START_LOW')],
  'payload-too-large': () => [given('INITRAMFS_SOURCE')],
  'too-large-for-memory': () => [given('INITRAMFS_SOURCE')],
  'overlaps-xen': () => [note('VIRT_BASE')],
  'hypercall-page-outside-image': () => [note('HYPERCALL_PAGE')],
  'p2m-overlaps-image': () => [note('INIT_P2M')],
  'load-address-taken': () => [given('PHYSICAL_START'), note('PHYS32_RELOC'), note('PHYS32_ENTRY')],
  'pvh-only-kernel': () => [off('XEN_PV')],
  'phys32-entry-without-pvh': (cause) => [...pvhOptions(cause), note('PHYS32_ENTRY')],
  'pv32-off': () => BITS_OPTIONS,
  'no-dom0-code': () => [off('XEN_DOM0')],
  'not-relocatable': () => [given('PHYSICAL_START'), note('PHYS32_ENTRY')],
  'taken-for-firmware': pvhOptions,
  'bin-image-in-pvh': () => [BIN_IMAGE_MAGIC],
};

/** What to look for to find where a cause comes from, the surest first; nothing for most files. */
export function cluesOf(cause: Cause): readonly Clue[] {
  const { rule } = cause;
  return isKnown(rule) ? (CLUES[rule]?.(cause) ?? []) : [];
}

function isKnown(rule: string): rule is RuleId {
  return Object.hasOwn(CLUES, rule);
}

/** Only with CONFIG_XEN has Linux any other note than those of PVH, which other hypervisors start, too. */
function xenOptions({ places }: Cause): Clue[] {
  const notes = places[0]?.kernel.notes ?? [];
  return notes.some(({ name }) => !name.startsWith('PHYS32_')) ? [] : XEN_OPTIONS;
}

function pvhOptions(cause: Cause): Clue[] {
  return [off('XEN_PVH'), ...xenOptions(cause)];
}

/** The evidence of a cause names the boot path, so that it has only one. */
function lostPath(cause: Cause): Clue[] {
  const { boot } = cause.places[0]?.verdict ?? {};
  if (boot === undefined) return [];
  const options = bootPath(boot).guest === 'pvh' ? pvhOptions(cause) : [off('XEN_PV')];
  return isDom0(boot) ? [off('XEN_DOM0'), ...options] : options;
}

function hasNote({ places }: Cause, note: string): boolean {
  return places[0]?.kernel.notes.some(({ name }) => name === note) ?? false;
}

const NOTE_NAMES = new Set(Object.values(NOTE_TYPES).map(({ name }) => name));

/** The sources have the notes, so that no option left them out. */
function isNearMiss({ evidence: { notes } }: Cause): boolean {
  return Array.isArray(notes) && notes.length > 0;
}

function lostNotes({ evidence: { notes } }: Cause): Clue[] {
  return Array.isArray(notes) ? notes.filter((name) => NOTE_NAMES.has(name)).map(note) : [];
}

function codecClues({ evidence }: Cause): Clue[] {
  const codec = CODECS.find((one) => one === evidence.codec);
  return codec ? [on(CODEC_OPTIONS[codec])] : [];
}
