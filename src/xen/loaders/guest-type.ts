import { EM_386, EM_X86_64 } from '../../kernel/elf-layout.ts';
import type { Has } from '../../programs/xen/facts/facts.ts';
import { pv32OffBy } from '../../programs/xen/facts/pv32.ts';
import { PAE } from '../libelf/read-note.ts';
import { notBuilt, unknownMachine } from './guest-type-says.ts';
import type { ParsedImage } from './libelf.ts';
import { type Check, refusal } from './loader.ts';

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
 * Whether a 64-bit hypervisor runs PV kernels of a type: 32-bit ones with PAE, where it runs any.
 * Before `domu-has-no-plain-i386` the toolstack builds a guest without PAE, and only then compares its
 * type.
 *
 * @param isBimodal the kernel runs without PAE as well, and is of that type where Xen offers no PAE
 */
export function checkGuestType(type: GuestType, isBimodal: boolean, has: Has): Check {
  if (type === 'xen-3.0-x86_64') return null;
  if (type === 'xen-3.0-x86_32p') {
    const off = pv32OffBy(has);
    return off && pv32Off(off, notBuilt(isBimodal ? 'xen-3.0-x86_32' : type, has));
  }
  if (!has('domu-has-no-plain-i386')) return null;
  return refusal('guest-type-unsupported', { guestType: type }, notBuilt(type, has));
}

/** The refusal of a 32-bit PV kernel by a hypervisor that runs none. */
export function pv32Off(offBy: 'build' | 'boot', xenSays: string): Check {
  return refusal('pv32-off', { offBy }, xenSays);
}
