import type { Span } from '../report/source-region.ts';
import { withoutComments } from './comments.ts';
import { linesFor } from './conditions.ts';
import { findWhole } from './find-whole.ts';

/** A Xen note that a source emits. */
export interface NoteClue {
  readonly kind: 'note';
  /** As in `XEN_ELFNOTE_…`. */
  readonly note: string;
  /** A feature's name; only a note that has it is meant, and of that the name. */
  readonly feature?: string;
}

/** What a note is called in an old `__xen_guest` string, where it is not the same word. */
const GUEST_KEYS: Readonly<Record<string, string>> = {
  XEN_VERSION: 'XEN_VER',
  GUEST_VERSION: 'GUEST_VER',
  PADDR_OFFSET: 'ELF_PADDR_OFFSET',
  ENTRY: 'VIRT_ENTRY',
  PAE_MODE: 'PAE',
};

/** A note does not go on for longer than this after its start, in UTF-16 units. */
const LONGEST_NOTE = 4096;

/** More notes of one type are in no source: each costs a search for its end. */
const MOST_NOTES = 64;

/** Nor are there more macros that have the name of one feature. */
const MOST_MACROS = 64;

/** Between the words of a macro's call, which may go on in the next line. */
const GAP = '[\\s\\\\]*';

/** A source without its comments and without the lines that are not compiled. */
export interface PreparedSource {
  /** As it is, but for lines that are not compiled. */
  readonly text: string;
  /** Without comments as well; all of both is where it was. */
  readonly code: string;
}

/** @param arch that it is compiled for, as in a `KernelReport`; `null` for any. */
export function prepareSource(text: string, arch: string | null): PreparedSource {
  const all = withoutComments(text);
  const lines = linesFor(all, arch);
  return { text: blankOut(text, lines), code: blankOut(all, lines) };
}

/** Whether a source may emit a note: what only such sources have is prepared. */
export function mayEmit(text: string, { note, feature }: NoteClue): boolean {
  const hasNote = text.includes(`XEN_ELFNOTE_${note}`) || text.includes('__xen_guest');
  return hasNote && (feature === undefined || text.includes(feature));
}

/**
 * Where a source emits a note, in one of the known forms. These are `ELFNOTE(Xen, XEN_ELFNOTE_…` of
 * Linux, the BSDs, Unikraft and XTF, the type as data (Solo5), and a field of a `__xen_guest`
 * string (Mini-OS, NetBSD for i386). Code that only defines or reads the name does not count.
 */
export function findNote({ text, code }: PreparedSource, { note, feature }: NoteClue): Span | null {
  const macros = feature === undefined ? [] : macrosWith(feature, code);
  let met = 0;
  for (const span of spansOf(note, text, code)) {
    const found = feature === undefined ? span : findFeature(feature, code, span, macros);
    if (found || ++met === MOST_NOTES) return found;
  }
  return null;
}

/** A text with spaces for the lines that do not count. */
function blankOut(text: string, lines: readonly boolean[]): string {
  if (lines.every(Boolean)) return text;
  const kept = text.split('\n').map((line, at) => (lines[at] ? line : ' '.repeat(line.length)));
  return kept.join('\n');
}

/** A macro that is defined, and all that it stands for. */
const MACRO = /^[ \t]*#[ \t]*define[ \t]+(\w+)((?:[^\\\n]|\\[\s\S])*)/gm;

/** By name, where a macro has a feature's name. */
function macrosWith(feature: string, code: string): [name: string, Span][] {
  const macros: [string, Span][] = [];
  for (const { 0: all, 1: name = '', index } of code.matchAll(MACRO)) {
    const span = findWhole(code, feature, { start: index, end: index + all.length }, /\w/);
    if (span) macros.push([name, span]);
    if (macros.length === MOST_MACROS) break;
  }
  return macros;
}

/** Where a note names a feature: by itself, or in a macro, as Linux 3.14 does. */
function findFeature(
  feature: string,
  code: string,
  note: Span,
  macros: readonly [name: string, Span][],
): Span | null {
  const found = findWhole(code, feature, note, /\w/);
  return found ?? macros.find(([name]) => findWhole(code, name, note, /\w/))?.[1] ?? null;
}

function* spansOf(note: string, text: string, code: string): Generator<Span> {
  const name = `XEN_ELFNOTE_${note}\\b`;
  const macro = `\\bELFNOTE\\w*${GAP}\\(${GAP}"?Xen"?${GAP},${GAP}${name}`;
  for (const { index } of code.matchAll(new RegExp(macro, 'g'))) {
    yield { start: index, end: endOfCall(code, index) };
  }
  // In NASM the name can only stand in the comment behind the number.
  const data = `^[ \\t]*(?:\\w+:[ \\t]*)?((?:\\.long|\\.int|\\.4byte|dd)\\b.*\\b${name})`;
  for (const { indices } of text.matchAll(new RegExp(data, 'gmd'))) yield groupOf(indices);
  if (!code.includes('__xen_guest')) return;
  const field = `"[^"\\n]*?\\b(${GUEST_KEYS[note] ?? note}=[^",\\n]*)`;
  for (const { indices } of code.matchAll(new RegExp(field, 'gd'))) yield groupOf(indices);
}

/** Where the first group of a match is. */
function groupOf(indices: RegExpIndicesArray | undefined): Span {
  const [start, end] = indices?.[1] ?? [0, 0];
  return { start, end };
}

/** Where the call that starts at `from` closes; the end of the line where it does not. */
function endOfCall(code: string, from: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = from; at < Math.min(code.length, from + LONGEST_NOTE); at++) {
    const char = code[at];
    if (char === '"') quoted = !quoted;
    if (quoted) continue;
    if (char === '(') depth++;
    if (char === ')' && --depth === 0) return at + 1;
  }
  const line = code.indexOf('\n', from);
  return line < 0 ? code.length : line;
}
