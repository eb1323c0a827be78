import { EM_386, EM_X86_64 } from '../../kernel/elf-layout.ts';
import type { Has } from '../facts/facts.ts';
import { leastMemory } from '../least-memory.ts';
import { hex } from '../libelf/checks.ts';
import { checkDom0Feature } from './dom0-feature.ts';
import { unpackForDom0 } from './hypervisor.ts';
import { type ParsedImage, parseInHypervisor } from './libelf.ts';
import { type Check, firstRefusal, type Loader, refusal } from './loader.ts';
import { COMPAT_VIRT_START, checkPvPlacement, SUPERPAGE } from './pv-placement.ts';
import { segmentsLeft } from './segment-copy.ts';

/**
 * A paravirtualised dom0: `dom0_construct` (xen/arch/x86/pv/dom0_build.c; `construct_dom0` in
 * xen/arch/x86/domain_build.c before 4.9), with CONFIG_PV32.
 */
export const pvDom0: Loader = {
  exists: () => true,
  load(kernel, has, machine) {
    const unpacked = unpackForDom0(kernel, has);
    if ('refusal' in unpacked) return unpacked;
    const parsed = parseInHypervisor(unpacked.elf, 'pv', has);
    if ('refusal' in parsed) return parsed;
    const refused = firstRefusal([
      () => checkMachine(parsed, has),
      () => (has('pv-dom0-asks-dom0-feature') ? checkDom0Feature(parsed) : null),
      () => checkHypervisorStart(parsed, has),
    ]);
    if (refused) return { refusal: refused };
    const place = (dom0Memory: number) => checkPvPlacement(parsed, { ...machine, dom0Memory }, has);
    const misplaced = place(machine.dom0Memory);
    const needsMemory = leastMemory((memory) => place(memory) === null, machine.dom0Memory);
    if (misplaced) return { refusal: misplaced, needsMemory };
    const unfit = checkSupervisorMode(parsed);
    if (unfit) return { refusal: unfit };
    return { image: parsed, start: segmentsLeft(parsed), needsMemory };
  },
};

const WITHOUT_PV32 = 'The kernel is 32-bit, and this Xen was built without CONFIG_PV32.';

/** What the hypervisor says to a 32-bit PV dom0 that it cannot run. */
export function withoutPv32(has: Has): string {
  return has('says-that-pv32-is-off')
    ? 'Found 32-bit PV kernel, but CONFIG_PV32 missing'
    : 'Dom0 failed to switch to compat: -95';
}

/** A 64-bit kernel for x86-64, or a 32-bit one for i386 with PAE. */
function checkMachine({ elf, parameters }: ParsedImage, has: Has): Check {
  const { class: bits, machine, bigEndian } = elf;
  const evidence = { bits, machine, pae: parameters.pae !== 0, bigEndian };
  if (elf.isClass32 && !has('pv32')) {
    return refusal('kernel-mismatch', WITHOUT_PV32, withoutPv32(has), evidence);
  }
  const fits =
    elf.class === 64
      ? elf.machine === EM_X86_64
      : elf.isClass32 && elf.machine === EM_386 && parameters.pae !== 0;
  if (fits && !(elf.bigEndian && has('dom0-refuses-big-endian'))) return null;
  const order = elf.bigEndian ? 'big' : 'little';
  return refusal(
    'kernel-mismatch',
    `The kernel is ${elf.class}-bit, ${order}-endian, for machine ${elf.machine}, ${parameters.pae ? 'with' : 'without'} PAE: a PV dom0 is 64-bit x86-64, or 32-bit i386 with PAE.`,
    'Mismatch between Xen and DOM0 kernel',
    evidence,
  );
}

function checkHypervisorStart({ elf, parameters }: ParsedImage, has: Has): Check {
  if (elf.class !== 32 || parameters.hvStartLow === null) return null;
  const start = (parameters.hvStartLow + SUPERPAGE - 1n) & ~(SUPERPAGE - 1n);
  if (start <= COMPAT_VIRT_START) return null;
  const who = has('dom0-start-too-high-is-no-panic') ? 'Dom0' : 'Domain 0';
  const stop = has('panics-without-full-stop') ? '' : '.';
  return refusal(
    'hypervisor-start-too-high',
    `HV_START_LOW is ${hex(parameters.hvStartLow)}, and Xen cannot start above ${hex(COMPAT_VIRT_START)}.`,
    `${who} expects too high a hypervisor start address${stop}`,
  );
}

const SUPERVISOR_MODE_KERNEL = 1 << 3;

function checkSupervisorMode({ parameters }: ParsedImage): Check {
  if (!(parameters.requiredFeatures & SUPERVISOR_MODE_KERNEL)) return null;
  return refusal(
    'needs-supervisor-mode',
    'FEATURES requires "supervisor_mode_kernel", and a PV dom0 does not run in ring 0.',
    'Dom0 requires supervisor-mode execution',
  );
}
