import { EM_386, EM_ARM, EM_X86_64 } from '../../kernel/elf-layout.ts';
import type { Has } from '../../programs/xen/facts/facts.ts';
import { hex } from '../../text/hex.ts';
import { placeBsdSymbols } from './bsd-symbols.ts';
import type { ElfBinary } from './elf-binary.ts';
import { guestInfoStart } from './find-notes.ts';
import type { Parameters } from './parameters.ts';
import type { ParseRefusal } from './refusals.ts';

/** Where the parameters came from, and what they are for. */
export interface CheckContext {
  readonly elf: ElfBinary;
  readonly parameters: Parameters;
  readonly has: Has;
  /** The parse is for PVH, and the release makes a difference (4.16 and later). */
  readonly hvm: boolean;
  /** A PT_NOTE segment or an SHT_NOTE section was walked, and it was not given up for `__xen_guest`. */
  readonly notesSeen: boolean;
  /** A note of the owner Xen was among them. */
  readonly xenNoteSeen: boolean;
  readonly guestInfoSeen: boolean;
}

/**
 * `elf_xen_note_check` (xen/common/libelf/libelf-dominfo.c): is there anything for Xen, and is it
 * for this Xen?
 */
export function checkNotes(context: CheckContext): ParseRefusal | null {
  const { elf, parameters, has, hvm } = context;
  const { machine } = elf;
  const say = speaker('elf_xen_note_check', has);
  if (!context.notesSeen && !context.guestInfoSeen) {
    if (machine !== EM_386 && machine !== EM_X86_64) return null;
    return {
      rule: 'no-xen-notes',
      error: say("Not a Xen-ELF image: No ELF notes or '__xen_guest' section found", '.'),
      message: 'The ELF file has no note segment, no note section and no __xen_guest section.',
      evidence: NO_NEAR_MISS,
    };
  }
  if (machine === EM_ARM && has('ignores-notes-on-arm')) return null;
  if (parameters.phys32Entry !== null && has('phys32-entry-suffices')) {
    if (hvm || !has('parses-for-pvh')) return null;
  }
  const { loader, guestOs, xenVersion } = parameters;
  if (!loader.startsWith('generic') && !guestOs.startsWith('linux')) {
    const error = wrongLoader(say, parameters, has);
    if (!context.xenNoteSeen && !context.guestInfoSeen) {
      return { rule: 'no-xen-notes', error, message: noXenNotes(context), evidence: NO_NEAR_MISS };
    }
    return {
      rule: 'wrong-loader',
      error,
      evidence: { loader, guestOs },
    };
  }
  if (!xenVersion.startsWith('xen-3.0')) {
    const found = has('names-what-it-refuses') ? ` (Not '${xenVersion}')` : '';
    return {
      rule: 'wrong-xen-version',
      error: say(`Xen will only load images built for Xen v3.0${found}`),
      evidence: { xenVersion },
    };
  }
  return null;
}

/** What looks like Xen's notes and is none is looked for once a kernel is refused for it. */
const NO_NEAR_MISS = { notes: [], owner: null, why: null } as const;

function noXenNotes({ elf, has, hvm }: CheckContext): string {
  const none = 'No note of the ELF file has the owner "Xen"';
  return hvm && guestInfoStart(elf, has) !== null
    ? `${none}, and Xen reads the section __xen_guest for PV only.`
    : `${none}, and there is no section __xen_guest.`;
}

function wrongLoader(say: Speaker, { loader, guestOs }: Parameters, has: Has): string {
  const found = has('names-what-it-refuses') ? ` (Not '${loader}' and '${guestOs}')` : '';
  const other = has('phys32-entry-suffices') ? ' or with PHYS32_ENTRY set' : '';
  return say(`Will only load images built for the generic loader or Linux images${found}${other}`);
}

/**
 * `elf_xen_addr_calc_check` (xen/common/libelf/libelf-dominfo.c): where the image, its entry and its
 * P2M table come to lie. All in arithmetic modulo 2^64, as Xen does it.
 */
export function checkAddresses(context: CheckContext): ParseRefusal | null {
  const { elf, parameters, has, hvm, notesSeen } = context;
  const say = speaker('elf_xen_addr_calc_check', has);
  if (
    parameters.paddrOffset !== null &&
    parameters.virtBase === null &&
    !(hvm && has('pvh-ignores-paddr-offset'))
  ) {
    return {
      rule: 'paddr-offset-without-virt-base',
      error: say('ELF_PADDR_OFFSET set, VIRT_BASE unset'),
      message: `PADDR_OFFSET is ${hex(parameters.paddrOffset)} but there is no VIRT_BASE.`,
      evidence: {},
    };
  }
  const virtBase = hvm ? 0n : (parameters.virtBase ?? 0n);
  const paddrOffset = hvm ? 0n : (parameters.paddrOffset ?? (notesSeen ? 0n : virtBase));
  const offset = virtBase - paddrOffset;
  const start = BigInt.asUintN(64, elf.physicalStart + offset);
  const imageEnd = BigInt.asUintN(64, elf.physicalEnd + offset);
  let end = imageEnd;
  if (parameters.bsdSymtab) {
    placeBsdSymbols(elf, has('bsd-symtab-follows-image') ? elf.physicalEnd : end, has);
    if (elf.bsdSymbolsEnd !== 0n) end = BigInt.asUintN(64, elf.bsdSymbolsEnd + offset);
  }
  const [entry, entryNote, entryName] = entryPoint(context);
  Object.assign(parameters, { virtBase, paddrOffset, entry, kernelStart: start, kernelEnd: end });

  const isOutside = (end: bigint) =>
    start > end || entry < start || entry > end || virtBase > start;
  if (isOutside(end)) {
    const error = say('ELF start or entries are out of bounds', '.');
    const range = { start: hex(start), end: hex(end) };
    if (!isOutside(imageEnd)) {
      const message = symbolsMoveEnd(start, end);
      const evidence = { note: 'BSD_SYMTAB', ...range } as const;
      return { rule: 'entry-out-of-bounds', error, message, evidence };
    }
    return {
      rule: 'entry-out-of-bounds',
      error,
      message: outOfBounds(start, end, entry, entryName, virtBase),
      evidence: {
        note: start > end ? null : virtBase > start ? 'VIRT_BASE' : entryNote,
        ...range,
      },
    };
  }
  const p2m = parameters.initP2m;
  if (p2m !== null && p2m >= start && p2m < end) {
    return {
      rule: 'p2m-inside-image',
      error: say('P->M table base is out of bounds', '.'),
      message: `INIT_P2M is ${hex(p2m)}, inside ${p2m < imageEnd ? 'the image' : 'the symbol table that BSD_SYMTAB puts behind the image; with it the image'}, which takes ${hex(start)} to ${hex(end)}.`,
      evidence: {},
    };
  }
  return null;
}

/** Where the kernel is entered, the note for that, and what says so. */
function entryPoint({
  elf,
  parameters,
  hvm,
}: CheckContext): [entry: bigint, note: 'ENTRY' | 'PHYS32_ENTRY', name: string] {
  const { phys32Entry, entry } = parameters;
  const note = hvm ? 'PHYS32_ENTRY' : 'ENTRY';
  const noted = hvm ? phys32Entry : entry;
  return noted === null
    ? [elf.ehdr('e_entry'), note, `e_entry (there is no ${note})`]
    : [BigInt(noted), note, note];
}

/** The symbol table alone moves the end of the image to where it cannot be. */
function symbolsMoveEnd(start: bigint, end: bigint): string {
  return `With the symbol table that BSD_SYMTAB puts behind the image it would take ${hex(start)} to ${hex(end)}, and its end or its entry lies outside.`;
}

function outOfBounds(
  start: bigint,
  end: bigint,
  entry: bigint,
  entryName: string,
  virtBase: bigint,
): string {
  if (start > end) {
    return 'The ELF file has no loadable segment, or its segments wrap around the address space.';
  }
  const image = `the image, which takes ${hex(start)} to ${hex(end)}`;
  return virtBase > start
    ? `VIRT_BASE is ${hex(virtBase)}, above the start of ${image}.`
    : `${entryName} is ${hex(entry)}, outside ${image}.`;
}

type Speaker = (text: string, oldEnd?: string) => string;

/** How libelf words an error: with its function's name, and here and there a full stop, before 4.8. */
function speaker(functionName: string, has: Has): Speaker {
  return has('plain-libelf-messages')
    ? (text) => `ERROR: ${text}`
    : (text, oldEnd = '') => `${functionName}: ERROR: ${text}${oldEnd}`;
}
