import { EM_386, EM_IA_64, EM_X86_64 } from '../../kernel/elf-layout.ts';
import type { Has } from '../../programs/xen/facts/facts.ts';
import { PAE } from '../libelf/read-note.ts';
import type { ParsedImage } from './libelf.ts';
import { type Check, refusal } from './loader.ts';
import { NO_LOW_MEMORY } from './toolstack-says.ts';

/** What a PV kernel is, in the words of the capabilities that the hypervisor reports. */
export type GuestType = 'xen-3.0-x86_64' | 'xen-3.0-x86_32p' | 'xen-3.0-x86_32';

/** `xc_dom_guest_type`: by machine and PAE; the class of the ELF file does not count. */
export function elfGuestType({ elf, parameters }: ParsedImage): GuestType | null {
  if (elf.machine === EM_X86_64) return 'xen-3.0-x86_64';
  if (elf.machine !== EM_386) return null;
  return parameters.pae === 0 ? 'xen-3.0-x86_32' : 'xen-3.0-x86_32p';
}

/** What is wrong with the guest type before anything is built. */
export function checkElfGuestType(image: ParsedImage, has: Has): Check {
  const type = elfGuestType(image);
  if (type) return checkGuestType(type, image.parameters.pae === PAE.BIMODAL, has);
  const { machine } = image.elf;
  const guestType = `machine ${machine}`;
  return refusal('guest-type-unsupported', { guestType }, unknownMachine(machine, has));
}

/**
 * Whether a 64-bit hypervisor runs PV kernels of a type: 32-bit ones with PAE, and with CONFIG_PV32.
 * Until 4.2 the toolstack built a guest without PAE and compared its type only then.
 *
 * @param isBimodal the kernel runs without PAE as well, and is of that type where Xen offers no PAE
 */
export function checkGuestType(type: GuestType, isBimodal: boolean, has: Has): Check {
  if (type === 'xen-3.0-x86_64') return null;
  if (type === 'xen-3.0-x86_32p') {
    if (has('pv32')) return null;
    return pv32Off(notBuilt(isBimodal ? 'xen-3.0-x86_32' : type, has));
  }
  if (!has('domu-has-no-plain-i386')) return null;
  return refusal('guest-type-unsupported', { guestType: type }, notBuilt(type, has));
}

/** The refusal of a 32-bit PV kernel by a hypervisor that runs none. */
export function pv32Off(xenSays: string): Check {
  return refusal('pv32-off', {}, xenSays);
}

/**
 * What the toolstack prints for a 32-bit type that the hypervisor does not offer. Before it compared
 * the two early (`xc_dom_compat_check`), the domain failed where it was made 32-bit (`x86_compat`) or,
 * without PAE, where a builder for the type was looked for.
 */
function notBuilt(type: 'xen-3.0-x86_32p' | 'xen-3.0-x86_32', has: Has): string {
  if (has('domu-checks-guest-type-early')) return notOffered(type);
  if (type === 'xen-3.0-x86_32p') {
    return NO_LOW_MEMORY;
  }
  return has('domu-has-no-plain-i386') ? archHooksNotFound(type, has) : notOffered(type);
}

function notOffered(type: GuestType): string {
  return `xc_dom_compat_check: guest type ${type} not supported by xen kernel, sorry`;
}

function unknownMachine(machine: number, has: Has): string {
  if (has('domu-fails-without-guest-type')) {
    const unknown = has('domu-spells-unknown') ? 'unknown' : 'unkown';
    return `xc_dom_guest_type: ${unknown} image type ${machine}`;
  }
  const ia64 = machine === EM_IA_64 && !has('domu-has-no-plain-i386');
  return archHooksNotFound(ia64 ? 'xen-3.0-ia64' : 'xen-3.0-unknown', has);
}

/** Nothing in the toolstack builds a domain of this type. */
export function archHooksNotFound(type: string, has: Has): string {
  const name = has('domu-sets-arch-hooks') ? 'xc_dom_set_arch_hooks' : 'xc_dom_find_arch_hooks';
  return `${name}: not found (type ${type})\nxc_dom_mem_init: arch hooks not set: Internal error`;
}
