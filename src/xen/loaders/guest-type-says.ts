import { EM_IA_64 } from '../../kernel/elf-layout.ts';
import type { Has } from '../../programs/xen/facts/facts.ts';
import type { GuestType } from './guest-type.ts';
import { NO_LOW_MEMORY } from './toolstack-says.ts';

/**
 * What the toolstack prints for a 32-bit type that the hypervisor does not offer. Before it compared
 * the two early (`xc_dom_compat_check`), the domain failed where it was made 32-bit (`x86_compat`) or,
 * without PAE, where a builder for the type was looked for.
 */
export function notBuilt(type: 'xen-3.0-x86_32p' | 'xen-3.0-x86_32', has: Has): string {
  if (has('domu-checks-guest-type-early')) return notOffered(type);
  if (type === 'xen-3.0-x86_32p') return NO_LOW_MEMORY;
  return has('domu-has-no-plain-i386') ? archHooksNotFound(type, has) : notOffered(type);
}

function notOffered(type: GuestType): string {
  return `xc_dom_compat_check: guest type ${type} not supported by xen kernel, sorry`;
}

export function unknownMachine(machine: number, has: Has): string {
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
