import type { Has } from '../../programs/xen/facts/facts.ts';
import { type ElfBinary, UndefinedBehaviour } from './elf-binary.ts';
import { address, type Parameters, shortString, UNSET_ADDR } from './parameters.ts';
import { PAE, readFeatures } from './read-note.ts';
import { strtoull } from './strtoull.ts';

/** `name[32]` and `value[128]` in `elf_xen_parse_guest_info`: what is longer is cut into pairs. */
const MAX_NAME = 31;
const MAX_VALUE = 127;

/** A kernel has about ten; a string without end would keep this program busy, not Xen. */
const MOST_PAIRS = 256;

interface Pair {
  readonly name: string;
  readonly value: string;
}

/**
 * The `NAME=VALUE,NAME=VALUE` string of an old `__xen_guest` section, cut as Xen cuts it. A name
 * that fills its buffer ends there without a value; what follows is the next name.
 *
 * @throws {UndefinedBehaviour} where there are more pairs than any kernel has.
 */
export function guestInfoPairs(elf: ElfBinary, start: number): Pair[] {
  const pairs: Pair[] = [];
  const star = (at: number) => String.fromCharCode(elf.uint(at, 1));
  const take = (from: number, most: number, stops: string): { text: string; at: number } => {
    let text = '';
    let at = from;
    while (text.length < most && star(at) !== '\0' && !stops.includes(star(at))) text += star(at++);
    return { text, at };
  };
  for (let at = start; star(at) !== '\0'; ) {
    const name = take(at, MAX_NAME, ',=');
    at = name.at;
    let value = '';
    if (name.text.length < MAX_NAME && star(at) === '=') {
      const taken = take(at + 1, MAX_VALUE, ',');
      at = taken.at;
      value = taken.text;
      if (value.length < MAX_VALUE && star(at) === ',') at++;
    } else if (name.text.length < MAX_NAME && star(at) === ',') {
      at++;
    }
    pairs.push({ name: name.text, value });
    if (pairs.length > MOST_PAIRS) {
      throw new UndefinedBehaviour('entries', MOST_PAIRS);
    }
  }
  return pairs;
}

/**
 * `elf_xen_parse_guest_info` (xen/common/libelf/libelf-dominfo.c): takes such a string into
 * `parameters`. An unknown feature stops the reading there, and Xen ignores that error.
 */
export function readGuestInfo(pairs: readonly Pair[], parameters: Parameters, has: Has): void {
  for (const { name, value } of pairs) {
    if (readPair(name, value, parameters, has) === 'stop') break;
  }
  if (
    has('adds-virt-base-last') &&
    parameters.virtBase !== null &&
    parameters.hypercallPage !== null
  ) {
    parameters.hypercallPage = address(parameters.hypercallPage + parameters.virtBase);
  }
}

function readPair(name: string, value: string, parameters: Parameters, has: Has): 'stop' | 'go on' {
  switch (name) {
    case 'LOADER':
      parameters.loader = shortString(value);
      break;
    case 'GUEST_OS':
      parameters.guestOs = shortString(value);
      break;
    case 'XEN_VER':
      parameters.xenVersion = shortString(value);
      break;
    case 'PAE':
      if (value === 'yes[extended-cr3]') parameters.pae = PAE.EXTENDED_CR3;
      else if (value.startsWith('yes')) parameters.pae = PAE.YES;
      break;
    case 'BSD_SYMTAB':
      parameters.bsdSymtab = true;
      break;
    case 'VIRT_BASE':
      parameters.virtBase = address(strtoull(value));
      break;
    case 'VIRT_ENTRY':
      parameters.entry = address(strtoull(value));
      break;
    case 'ELF_PADDR_OFFSET':
      parameters.paddrOffset = address(strtoull(value));
      break;
    case 'HYPERCALL_PAGE': {
      const offset = strtoull(value) << 12n;
      const base = has('adds-virt-base-last') ? 0n : (parameters.virtBase ?? UNSET_ADDR);
      parameters.hypercallPage = address(offset + base);
      break;
    }
    case 'FEATURES':
      if (readFeatures(value, parameters, has)) return 'stop';
      break;
  }
  return 'go on';
}
