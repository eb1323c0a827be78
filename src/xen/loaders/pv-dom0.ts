import { EM_386, EM_X86_64 } from '../../kernel/elf-layout.ts';
import type { Has } from '../../programs/xen/facts/facts.ts';
import { pv32OffBy } from '../../programs/xen/facts/pv32.ts';
import { hex } from '../../text/hex.ts';
import { leastMemory } from '../least-memory.ts';
import { checkDom0Feature } from './dom0-feature.ts';
import { pv32Off } from './guest-type.ts';
import { decompressForDom0 } from './hypervisor.ts';
import { type ParsedImage, parseInHypervisor } from './libelf.ts';
import { type Check, firstRefusal, type Loader, refusal } from './loader.ts';
import { SAYS } from './pv-dom0-says.ts';
import { COMPAT_VIRT_START, checkPvPlacement, SUPERPAGE } from './pv-placement.ts';
import { segmentsLeft } from './segment-copy.ts';

/**
 * A paravirtualised dom0: `dom0_construct` (xen/arch/x86/pv/dom0_build.c; `construct_dom0` in
 * xen/arch/x86/domain_build.c in older releases).
 */
export const pvDom0: Loader = {
  load(kernel, has, machine) {
    const decompressed = decompressForDom0(kernel, has);
    if ('refusal' in decompressed) return decompressed;
    const parsed = parseInHypervisor(decompressed.elf, 'pv', has);
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

/** A 64-bit kernel for x86-64, or, with CONFIG_PV32, a 32-bit one for i386 with PAE. */
function checkMachine({ elf, parameters }: ParsedImage, has: Has): Check {
  const { class: bits, machine, bigEndian } = elf;
  const pae = parameters.pae !== 0;
  const fits = bits === 64 ? machine === EM_X86_64 : elf.isClass32 && machine === EM_386 && pae;
  const mismatch = (xenSays: string) =>
    refusal('kernel-mismatch', { bits, machine, pae, bigEndian }, xenSays);
  const off = pv32OffBy(has);
  if (elf.isClass32 && off) {
    // Any 32-bit kernel gets this answer; one that no build of Xen would run has a better reason.
    const xenSays = withoutPv32(fits, has);
    return fits ? pv32Off(off, xenSays) : mismatch(xenSays);
  }
  const isRefused = bigEndian && has('dom0-refuses-big-endian');
  return fits && !isRefused ? null : mismatch(SAYS.mismatch);
}

/** What a hypervisor without 32-bit PV prints for a 32-bit kernel; `fits`: for i386, with PAE. */
function withoutPv32(fits: boolean, has: Has): string {
  if (has('pv32')) return fits ? SAYS.noCompat : SAYS.mismatch;
  if (has('says-that-pv32-is-off')) return SAYS.pv32Missing;
  if (has('pv32-is-compiled-out') || !fits) return SAYS.mismatch;
  return SAYS.noCompat;
}

function checkHypervisorStart({ elf, parameters }: ParsedImage, has: Has): Check {
  if (elf.class !== 32 || parameters.hvStartLow === null) return null;
  const start = (parameters.hvStartLow + SUPERPAGE - 1n) & ~(SUPERPAGE - 1n);
  if (start <= COMPAT_VIRT_START) return null;
  const [address, highest] = [hex(parameters.hvStartLow), hex(COMPAT_VIRT_START)];
  return refusal('hypervisor-start-too-high', { address, highest }, SAYS.startTooHigh(has));
}

const SUPERVISOR_MODE_KERNEL = 1 << 3;

function checkSupervisorMode({ parameters }: ParsedImage): Check {
  if (!(parameters.requiredFeatures & SUPERVISOR_MODE_KERNEL)) return null;
  return refusal('needs-supervisor-mode', {}, SAYS.supervisorMode);
}
