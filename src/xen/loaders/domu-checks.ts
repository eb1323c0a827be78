import { EM_386, EM_IA_64, EM_X86_64 } from '../../kernel/elf-layout.ts';
import type { Has } from '../behaviours.ts';
import type { ParsedImage } from './libelf.ts';
import { type Check, refusal } from './loader.ts';

/** Until 4.13, `xc_dom_parse_elf_kernel` wanted section names, which it has no use for. */
export function checkSectionNames({ elf }: ParsedImage, has: Has): Check {
  if (elf.sectionNames !== null || has('domu-needs-no-section-names')) return null;
  return refusal(
    'no-section-names',
    'The ELF file has no table of section names (e_shstrndx names no section).',
    'xc_dom_parse_elf_kernel: ELF image has no shstrtab',
  );
}

const DOM0 = 1 << 11;

export function checkDomUFeature({ parameters }: ParsedImage, has: Has): Check {
  if (!(parameters.requiredFeatures & DOM0) || !has('domu-refuses-dom0-only')) return null;
  return refusal(
    'domu-unsupported',
    'FEATURES requires "dom0": the kernel says that it runs as dom0 only.',
    'xc_dom_parse_elf_kernel: Kernel does not support unprivileged (DomU) operation',
  );
}

/** A PV domain is 64-bit x86-64, or 32-bit i386 with PAE; the class of the ELF file does not count. */
export function checkPvGuestType({ elf, parameters }: ParsedImage, has: Has): Check {
  const { machine } = elf;
  if (machine === EM_X86_64) return null;
  if (machine === EM_386) {
    if (parameters.pae === 0) return refusePlainI386(has);
    return has('pv32') ? null : refuse32Bit(has);
  }
  const message = `The ELF machine is ${machine}: a PV domain is x86-64 or i386.`;
  return refusal('guest-type-unsupported', message, unknownMachine(machine, has));
}

function refusePlainI386(has: Has): Check {
  const type = 'xen-3.0-x86_32';
  const message =
    'The kernel is i386 without PAE (PAE_MODE is not "yes"), which no Xen since 4.0 runs on 64 bits.';
  const early = !has('domu-has-no-plain-i386') || has('domu-checks-guest-type-early');
  const xenSays = early
    ? `xc_dom_compat_check: guest type ${type} not supported by xen kernel, sorry`
    : archHooksNotFound(type, has);
  return refusal('guest-type-unsupported', message, xenSays);
}

function refuse32Bit(has: Has): Check {
  const message = 'The kernel is 32-bit, and this Xen was built without CONFIG_PV32.';
  const xenSays = has('domu-checks-guest-type-early')
    ? 'xc_dom_compat_check: guest type xen-3.0-x86_32p not supported by xen kernel, sorry'
    : "xc_dom_boot_mem_init: can't allocate low memory for domain";
  return refusal('guest-type-unsupported', message, xenSays);
}

function unknownMachine(machine: number, has: Has): string {
  if (has('domu-fails-without-guest-type')) {
    const unknown = has('domu-spells-unknown') ? 'unknown' : 'unkown';
    return `xc_dom_guest_type: ${unknown} image type ${machine}`;
  }
  const ia64 = machine === EM_IA_64 && !has('domu-has-no-plain-i386');
  return archHooksNotFound(ia64 ? 'xen-3.0-ia64' : 'xen-3.0-unknown', has);
}

function archHooksNotFound(type: string, has: Has): string {
  const name = has('domu-sets-arch-hooks') ? 'xc_dom_set_arch_hooks' : 'xc_dom_find_arch_hooks';
  return `${name}: not found (type ${type})\nxc_dom_mem_init: arch hooks not set: Internal error`;
}

/** The toolstack enters a PVH domain at PHYS32_ENTRY and nowhere else. */
export function checkPvhGuestType({ parameters }: ParsedImage, has: Has): Check {
  if (parameters.phys32Entry !== null) return null;
  const says = 'xc_dom_guest_type: image not capable of booting inside a HVM container';
  return refusal(
    'no-phys32-entry',
    'There is no PHYS32_ENTRY note: the kernel does not say where a PVH domain enters it.',
    has('domu-fails-without-guest-type')
      ? says
      : `${says}\n${archHooksNotFound('xen-3.0-unknown', has)}`,
  );
}
