import type { Kernel } from '../kernel/kernel.ts';
import { NOTE } from '../kernel/note-numbers.ts';
import type { System } from '../rules/known.ts';
import { LATEST } from './libelf/latest.ts';
import { parseXenElf } from './libelf/parse.ts';
import { noteOwners } from './libelf/standard-walk.ts';
import { nearMissesOf } from './near-misses.ts';

/** Systems that put notes of their own into their kernels. */
const OWNERS: ReadonlyMap<string, System> = new Map([
  ['Linux', 'linux'],
  ['FreeBSD', 'other'],
  ['NetBSD', 'other'],
  ['OpenBSD', 'other'],
  ['Solo5', 'other'],
]);

/** Notes that a Linux has without GUEST_OS: those of CONFIG_PVH, where CONFIG_XEN is off. */
const PVH_NOTES: readonly number[] = [NOTE.PHYS32_ENTRY, NOTE.PHYS32_RELOC];

/** Call it inside `examine`. */
export function systemOf(kernel: Kernel): System {
  const { format, elf } = kernel;
  // No other system has the container of Linux.
  if (format === 'bzimage') return 'linux';
  if (!elf) return 'unknown';
  const { parameters, notes } = parseXenElf(elf, 'pv', LATEST);
  const near = nearMissesOf(kernel, false).all.flatMap((one) => one.notes);
  const guestOs = parameters.guestOs || near.find(({ type }) => type === NOTE.GUEST_OS)?.value;
  if (guestOs) return guestOs.startsWith('linux') ? 'linux' : 'other';
  for (const owner of noteOwners(elf, LATEST)) {
    const system = OWNERS.get(owner);
    if (system) return system;
  }
  return notes.every(({ type }) => PVH_NOTES.includes(type)) ? 'unknown' : 'other';
}
