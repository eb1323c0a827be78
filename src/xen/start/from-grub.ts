import type { ByteSource } from '../../bytes/bytes.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { NOTE } from '../../kernel/note-numbers.ts';
import { bootPath, type GrubPath } from '../../programs/boot-path.ts';
import type { Has } from '../../programs/xen/facts/facts.ts';
import { LATEST } from '../libelf/latest.ts';
import { parseXenElf } from '../libelf/parse.ts';
import { checkGuestType } from '../loaders/guest-type.ts';
import { finding, type Refusal } from '../refusal.ts';
import { systemOf } from '../system.ts';
import { findDamage } from './damage.ts';
import { checkNotesAtStart, type Notes } from './start.ts';

/** A kernel that GRUB loaded in a guest. */
interface FromGrub {
  /** What GRUB was built for. */
  readonly platform: string;
  /** The ELF file that GRUB read; `null` where it read none. */
  readonly elf: ByteSource | null;
}

/**
 * What happens to a kernel that GRUB loaded in a guest of Xen: Xen runs the guest, GRUB first, and the
 * kernel finds what Xen offers.
 */
export function startFromGrub(
  kernel: Kernel,
  boot: GrubPath,
  { platform, elf }: FromGrub,
  has: Has,
): Refusal[] {
  const refused = platform === 'i386-xen' ? checkGuestOfGrub(has) : null;
  if (refused) return [refused];
  const damage = findDamage(kernel);
  const source = elf ?? kernel.elf;
  if (!source) return damage ? [damage] : [];
  const { guest } = bootPath(boot);
  const image = parseXenElf(source, guest, LATEST);
  const noPvh =
    guest === 'pvh' && lacksPvhCode(kernel, image) ? finding('no-phys32-entry', {}) : null;
  const outside = guest === 'pv' ? entryOutside(image.refusal) : null;
  return [damage, noPvh, outside, ...checkNotesAtStart({ boot, kernel, image, has })].filter(
    (one) => one !== null,
  );
}

/** Without 32-bit PV, Xen refuses the guest before GRUB runs: GRUB's own image is for any PAE. */
function checkGuestOfGrub(has: Has): Refusal | null {
  const refused = checkGuestType('xen-3.0-x86_32p', true, has);
  return refused && { ...refused, stage: 'start' };
}

/** GRUB jumps to the entry, wherever it is: where libelf finds it outside the image, nothing is there. */
function entryOutside(refusal: Refusal | null): Refusal | null {
  if (refusal?.rule !== 'entry-out-of-bounds' || refusal.evidence.note !== 'ENTRY') return null;
  return { ...refusal, stage: 'start', xenSays: null };
}

/**
 * A Linux that GRUB starts at its ordinary entry finds out that the guest is PVH only with CONFIG_XEN_PVH
 * (`xen_hvm_guest_late_init`), and that option emits PHYS32_ENTRY.
 */
function lacksPvhCode(kernel: Kernel, { notes }: Notes): boolean {
  return systemOf(kernel) === 'linux' && !notes.some(({ type }) => type === NOTE.PHYS32_ENTRY);
}
