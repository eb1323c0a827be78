import { latin1 } from '../../bytes/latin1.ts';
import { stop } from '../stop.ts';
import type { Arch, XenInfo } from './info.ts';

/** The forms of PAE that GRUB knows, each with the comma behind it. */
const PAE: readonly (readonly [text: string, arch: Arch])[] = [
  ['PAE=no,', 'i386'],
  ['PAE=yes,', 'i386-pae'],
  ['PAE=yes[extended-cr3],', 'i386-pae'],
  ['PAE=bimodal,', 'i386-bimodal'],
  ['PAE=bimodal[extended-cr3],', 'i386-bimodal'],
  ['PAE=yes,bimodal,', 'i386-bimodal'],
  ['PAE=yes[extended-cr3],bimodal,', 'i386-bimodal'],
];

type Numbers = Pick<XenInfo, 'virtBase' | 'entry' | 'paddrOffset'>;

const NUMBERS: readonly (readonly [text: string, field: keyof Numbers | 'hypercallPage'])[] = [
  ['VIRT_BASE=', 'virtBase'],
  ['VIRT_ENTRY=', 'entry'],
  ['HYPERCALL_PAGE=', 'hypercallPage'],
  ['ELF_PADDR_OFFSET=', 'paddrOffset'],
];

const PAGE_BITS = 12n;
const MOST = 2n ** 64n;

/**
 * `parse_xen_guest` (loader/i386/xen_fileXX.c): the string in the section `__xen_guest`, its pairs between
 * commas. It ends at a NUL or with the section.
 */
export function readGuestString(buffer: Uint8Array, info: XenInfo): void {
  const text = latin1(buffer);
  const end = text.indexOf('\0');
  const string = end < 0 ? text : text.slice(0, end);
  const found: Partial<Record<(typeof NUMBERS)[number][1], bigint>> = {};
  for (let at = 0; at >= 0 && at < string.length; ) {
    const pae = PAE.find(([form]) => string.startsWith(form, at));
    const number = NUMBERS.find(([form]) => string.startsWith(form, at));
    if (pae && info.arch !== 'x86_64') info.arch = pae[1];
    if (number) {
      const [form, field] = number;
      const read = readNumber(string, at + form.length);
      found[field] = read.value;
      at = read.end;
    }
    const comma = string.indexOf(',', at);
    at = comma < 0 ? -1 : comma + 1;
  }
  info.virtBase = found.virtBase ?? info.virtBase;
  info.entry = found.entry ?? info.entry;
  if (found.hypercallPage !== undefined) {
    info.hypercallPage = BigInt.asUintN(64, (found.hypercallPage << PAGE_BITS) + info.virtBase);
  }
  info.paddrOffset = found.paddrOffset ?? info.virtBase;
}

/** Digits after white space and a prefix. */
const DIGITS = /[ \t\n\r\v\f]*(?:0x)?([0-9a-f]*)/iy;

/** `grub_strtoull` with base 16. */
function readNumber(text: string, start: number): { readonly value: bigint; readonly end: number } {
  DIGITS.lastIndex = start;
  const [all = '', digits = ''] = DIGITS.exec(text) ?? [];
  if (digits === '') throw wrongNumber(text, start, 'unrecognized number');
  const value = BigInt(`0x${digits}`);
  if (value >= MOST) throw wrongNumber(text, start, 'overflow is detected');
  return { value, end: start + all.length };
}

function wrongNumber(text: string, start: number, says: string) {
  const name = text.slice(text.lastIndexOf(',', start) + 1, start - 1);
  const value = text.slice(start, start + 32).split(',')[0] ?? '';
  return stop('notes', 'grub-guest-string', { name, value }, says);
}
