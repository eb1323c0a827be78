import type { Kernel } from '../../kernel/kernel.ts';
import { NOTE } from '../../kernel/note-numbers.ts';
import { type BootPath, bootPath, isDom0 } from '../../programs/boot-path.ts';
import type { Has } from '../../programs/xen/facts/facts.ts';
import type { ParsedImage } from '../loaders/libelf.ts';
import type { Loaded } from '../loaders/loader.ts';
import { SAYS } from '../loaders/pvh-dom0-says.ts';
import type { Refusal } from '../refusal.ts';
import { finding } from '../refusal.ts';
import { findDamage } from './damage.ts';
import { lacksDom0Code } from './dom0-code.ts';

/** What the file of a kernel says of itself. */
export type Notes = Pick<ParsedImage, 'parameters' | 'notes'>;

/** A kernel that was loaded, and what may be asked of it before its first instruction. */
interface Start {
  readonly boot: BootPath;
  readonly kernel: Kernel;
  readonly image: Notes;
  readonly has: Has;
}

/** What ends, or may end, a kernel at its start; `null` where the file shows nothing of the kind. */
type StartCheck = (start: Start) => Refusal | null;

/**
 * What happens to a kernel that every check let pass, as far as its file shows it. Only evidence
 * counts: a missing note proves nothing if some kernels omit it.
 */
export function start(boot: BootPath, kernel: Kernel, loaded: Loaded, has: Has): Refusal[] {
  const { image } = loaded;
  const damage = findDamage(kernel);
  const known = damage ? [...loaded.start, damage] : loaded.start;
  if (!image) return [...known];
  return [...known, ...checkNotesAtStart({ boot, kernel, image, has })];
}

/** What the notes of a loaded kernel say of its start, with any loader. */
export function checkNotesAtStart(loaded: Start): Refusal[] {
  return CHECKS.flatMap((check) => check(loaded) ?? []);
}

const CHECKS: readonly StartCheck[] = [checkPvEntry, checkPvhCode, checkDom0Code, checkRelocatable];

const isPv = (boot: BootPath) => bootPath(boot).guest === 'pv';
const isLinux = ({ parameters }: Notes) => parameters.guestOs.startsWith('linux');
const has = ({ notes }: Notes, type: number) => notes.some((note) => note.type === type);

/**
 * Linux writes ENTRY and VIRT_BASE only with CONFIG_XEN_PV; without, and with PHYS32_ENTRY, e_entry
 * is where the kernel is entered without any paging. Kernels of others that have no ENTRY may well
 * mean e_entry, unless PHYS32_ENTRY is all that they say of themselves.
 */
function checkPvEntry({ boot, image }: Start): Refusal | null {
  if (!isPv(boot) || !has(image, NOTE.PHYS32_ENTRY)) return null;
  if (has(image, NOTE.ENTRY) || has(image, NOTE.VIRT_BASE)) return null;
  const { loader, guestOs } = image.parameters;
  if (!isLinux(image) && (loader !== '' || guestOs !== '')) return null;
  return finding('pvh-only-kernel', {});
}

/** `XENFEAT_linux_rsdp_unrestricted`: set by Linux with CONFIG_XEN_PVH, since 6.5 only then. */
const LINUX_RSDP_UNRESTRICTED = 1 << 15;

/**
 * With only CONFIG_PVH, Linux has the note PHYS32_ENTRY but no code for Xen. Since 6.5,
 * SUPPORTED_FEATURES shows that. Earlier kernels have HV_START_LOW, and set the bit (Linux
 * 4.17 and later) or do not know it (Linux 4.11 to 4.16).
 */
function checkPvhCode({ boot, kernel, image }: Start): Refusal | null {
  if (isPv(boot)) return null;
  const { parameters } = image;
  const since65 = isLinux(image) && !has(image, NOTE.HV_START_LOW) && parameters.listsFeatures;
  if (since65 && !(parameters.supportedFeatures & LINUX_RSDP_UNRESTRICTED)) {
    const supportedFeatures = `0x${parameters.supportedFeatures.toString(16)}`;
    return finding('phys32-entry-without-pvh', { supportedFeatures });
  }
  const onlyEntry = image.notes.every(
    ({ type }) => type === NOTE.PHYS32_ENTRY || type === NOTE.PHYS32_RELOC,
  );
  if (kernel.format !== 'bzimage' || !onlyEntry) return null;
  return finding('phys32-entry-without-pvh', { supportedFeatures: null });
}

/** What the notes of a kernel without CONFIG_XEN_DOM0 do not show: Linux announced dom0 anyway until 6.4. */
function checkDom0Code({ boot, kernel }: Start): Refusal | null {
  if (!isDom0(boot) || !lacksDom0Code(kernel)) return null;
  return finding('no-dom0-code', {});
}

function checkRelocatable({ boot, image, has: release }: Start): Refusal | null {
  if (isPv(boot) || !isDom0(boot) || !release('note-phys32-reloc')) return null;
  if (image.parameters.relocation) return null;
  return finding('not-relocatable', {}, SAYS.notRelocatable);
}
