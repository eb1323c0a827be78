import { EM_386, EM_ARM, EM_X86_64 } from '../../kernel/elf-layout.ts';
import type { Has } from '../../programs/xen/facts/facts.ts';
import type { EvidenceOf } from '../../rules/index.ts';
import { hex } from '../../text/hex.ts';
import { type Refusal, refusalAt } from '../refusal.ts';
import { placeBsdSymbols } from './bsd-symbols.ts';
import type { ElfBinary } from './elf-binary.ts';
import { guestInfoStart } from './find-notes.ts';
import type { Parameters } from './parameters.ts';
import {
  noNotes,
  noVirtBase,
  outOfBounds,
  p2mOutOfBounds,
  wrongLoader,
  wrongXenVersion,
} from './says.ts';

/** Where the parameters came from, and what they are for. */
export interface CheckContext {
  readonly elf: ElfBinary;
  readonly parameters: Parameters;
  readonly has: Has;
  /** The parse is for PVH, and the release has `parses-for-pvh`. */
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
export function checkNotes(context: CheckContext): Refusal | null {
  const { elf, parameters, has, hvm } = context;
  const { machine } = elf;
  if (!context.notesSeen && !context.guestInfoSeen) {
    if (machine !== EM_386 && machine !== EM_X86_64) return null;
    return withoutNotes('sections', noNotes(has));
  }
  if (machine === EM_ARM && has('ignores-notes-on-arm')) return null;
  if (parameters.phys32Entry !== null && has('phys32-entry-suffices')) {
    if (hvm || !has('parses-for-pvh')) return null;
  }
  const { loader, guestOs, xenVersion } = parameters;
  if (!loader.startsWith('generic') && !guestOs.startsWith('linux')) {
    const xenSays = wrongLoader(parameters, has);
    if (!context.xenNoteSeen && !context.guestInfoSeen) {
      const isForPv = hvm && guestInfoStart(elf, has) !== null;
      return withoutNotes(isForPv ? 'pvh' : 'owner', xenSays);
    }
    return refusalAt('notes', 'wrong-loader', { loader, guestOs }, xenSays);
  }
  if (!xenVersion.startsWith('xen-3.0')) {
    const xenSays = wrongXenVersion(parameters, has);
    return refusalAt('notes', 'wrong-xen-version', { xenVersion }, xenSays);
  }
  return null;
}

/** What looks like Xen's notes and is none is looked for once a kernel is refused for it. */
const NO_NEAR_MISS = { notes: [], owner: null, why: null, unread: [], conflict: null };

function withoutNotes(missing: EvidenceOf<'no-xen-notes'>['missing'], xenSays: string): Refusal {
  return refusalAt('notes', 'no-xen-notes', { ...NO_NEAR_MISS, missing }, xenSays);
}

/**
 * `elf_xen_addr_calc_check` (xen/common/libelf/libelf-dominfo.c): the places of the image, its
 * entry and its P2M table. The arithmetic is modulo 2^64, as in Xen.
 */
export function checkAddresses(context: CheckContext): Refusal | null {
  const { elf, parameters, has, hvm, notesSeen } = context;
  if (
    parameters.paddrOffset !== null &&
    parameters.virtBase === null &&
    !(hvm && has('pvh-ignores-paddr-offset'))
  ) {
    const address = hex(parameters.paddrOffset);
    return refusalAt('notes', 'paddr-offset-without-virt-base', { address }, noVirtBase(has));
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
  const noted = hvm ? parameters.phys32Entry : parameters.entry;
  const entry = BigInt(noted ?? elf.ehdr('e_entry'));
  Object.assign(parameters, { virtBase, paddrOffset, entry, kernelStart: start, kernelEnd: end });

  const isOutside = (end: bigint) =>
    start > end || entry < start || entry > end || virtBase > start;
  const range = { start: hex(start), end: hex(end) };
  if (isOutside(end)) {
    const culprit = isOutside(imageEnd)
      ? culpritOf()
      : ({ note: 'BSD_SYMTAB', address: null } as const);
    const evidence = { isMissing: false, ...culprit, ...range };
    return refusalAt('notes', 'entry-out-of-bounds', evidence, outOfBounds(has));
  }
  const p2m = parameters.initP2m;
  if (p2m !== null && p2m >= start && p2m < end) {
    const evidence = { address: hex(p2m), ...range, inSymbols: p2m >= imageEnd };
    return refusalAt('notes', 'p2m-inside-image', evidence, p2mOutOfBounds(has));
  }
  return null;

  /** The reason why the image, or its entry, is outside. */
  function culpritOf() {
    if (start > end) return { note: null, address: null };
    if (virtBase > start) return { note: 'VIRT_BASE', address: hex(virtBase) } as const;
    const note = hvm ? 'PHYS32_ENTRY' : 'ENTRY';
    return { note, address: hex(entry), isMissing: noted === null } as const;
  }
}
