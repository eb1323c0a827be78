import type { Has } from '../../programs/xen/facts/facts.ts';
import type { Parameters } from './parameters.ts';

/** Before `plain-libelf-messages`, an error has the name of its function and may have a full stop. */
function word(functionName: string, has: Has, text: string, oldEnd = ''): string {
  return has('plain-libelf-messages')
    ? `ERROR: ${text}`
    : `${functionName}: ERROR: ${text}${oldEnd}`;
}

const prefix = (has: Has) => (has('plain-libelf-messages') ? 'ELF' : 'elf_init');

export const notAnElf = (has: Has) => `${prefix(has)}: not an ELF binary`;

export function tableOverflow(table: 'phdr' | 'shdr', end: bigint, size: number, has: Has): string {
  return `${prefix(has)}: ${table} overflow (off ${end.toString(16)} > size ${size.toString(16)})`;
}

export function noNotes(has: Has): string {
  const text = "Not a Xen-ELF image: No ELF notes or '__xen_guest' section found";
  return word('elf_xen_note_check', has, text, '.');
}

export function wrongLoader({ loader, guestOs }: Parameters, has: Has): string {
  const found = has('names-what-it-refuses') ? ` (Not '${loader}' and '${guestOs}')` : '';
  const other = has('phys32-entry-suffices') ? ' or with PHYS32_ENTRY set' : '';
  const text = `Will only load images built for the generic loader or Linux images${found}${other}`;
  return word('elf_xen_note_check', has, text);
}

export function wrongXenVersion({ xenVersion }: Parameters, has: Has): string {
  const found = has('names-what-it-refuses') ? ` (Not '${xenVersion}')` : '';
  const text = `Xen will only load images built for Xen v3.0${found}`;
  return word('elf_xen_note_check', has, text);
}

export const noVirtBase = (has: Has) =>
  word('elf_xen_addr_calc_check', has, 'ELF_PADDR_OFFSET set, VIRT_BASE unset');

export const outOfBounds = (has: Has) =>
  word('elf_xen_addr_calc_check', has, 'ELF start or entries are out of bounds', '.');

export const p2mOutOfBounds = (has: Has) =>
  word('elf_xen_addr_calc_check', has, 'P->M table base is out of bounds', '.');
