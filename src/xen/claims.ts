import { NOTE } from '../kernel/note-numbers.ts';
import {
  BOOT_PATHS,
  type BootPath,
  bootPath,
  CLAIMED_PATHS,
  isDom0,
  type XenPath,
} from '../programs/boot-path.ts';
import { XENFEAT_DOM0 } from '../programs/xen/feature-names.ts';
import type { EvidenceOf } from '../rules/index.ts';
import { featureTokens } from './libelf/features.ts';
import { XEN_GUEST } from './libelf/list-notes.ts';
import type { XenNote } from './notes-report.ts';

type Note = Pick<XenNote, 'type' | 'name' | 'value'>;

const DOM0_BIT = 1n << BigInt(XENFEAT_DOM0);

/** Notes that only a kernel for PV needs, where it has nothing for PVH. */
const PV_TRACES = [
  NOTE.HYPERCALL_PAGE,
  NOTE.VIRT_BASE,
  NOTE.XEN_VERSION,
  NOTE.GUEST_OS,
  NOTE.LOADER,
];

/**
 * The boot paths that a kernel claims.
 *
 * PV is claimed by ENTRY, by a `__xen_guest` section, or, in a kernel without PHYS32_ENTRY, by any
 * note that serves PV alone; PVH is claimed by PHYS32_ENTRY. Every kernel claims dom0, with two
 * exceptions: a kernel with SUPPORTED_FEATURES that lists `dom0` neither there nor in FEATURES, and
 * a kernel that was built without the code for it.
 */
export function claimedPaths(notes: readonly Note[], lacksDom0 = false): XenPath[] {
  const missing = missingClaims(notes, lacksDom0);
  return CLAIMED_PATHS.filter((path) => missing[path] === null);
}

export type MissingClaim = EvidenceOf<'boot-path-lost'>['missing'];

/** What a boot path needs that a kernel lacks; `null` where the kernel claims it. */
export function missingClaims(
  notes: readonly Note[],
  lacksDom0 = false,
): Readonly<Record<BootPath, MissingClaim | null>> {
  const legacy = notes.find(({ name }) => name === XEN_GUEST);
  const elfNotes = notes.filter((note) => note !== legacy);
  const has = (type: number) => elfNotes.some((note) => note.type === type);

  const pvh = has(NOTE.PHYS32_ENTRY);
  const pv = has(NOTE.ENTRY) || legacy !== undefined || (!pvh && PV_TRACES.some(has));
  const noEntry: Record<'pv' | 'pvh', MissingClaim | null> = {
    pv: pv ? null : 'entry',
    pvh: pvh ? null : 'phys32-entry',
  };
  const noDom0 = reasonAgainstDom0(elfNotes, lacksDom0);
  const missing = BOOT_PATHS.map((path) => [
    path,
    noEntry[bootPath(path).guest] ?? (isDom0(path) ? noDom0 : null),
  ]);
  return Object.fromEntries(missing);
}

function reasonAgainstDom0(notes: readonly Note[], lacksDom0: boolean): MissingClaim | null {
  if (!claimsDom0(notes)) return 'dom0';
  return lacksDom0 ? 'dom0-code' : null;
}

function claimsDom0(notes: readonly Note[]): boolean {
  const supported = notes.find(({ type }) => type === NOTE.SUPPORTED_FEATURES);
  if (supported === undefined) return true;
  const features = notes.find(({ type }) => type === NOTE.FEATURES)?.value ?? '';
  if (featureTokens(features).some(({ name }) => name === 'dom0')) return true;
  const bits = /^0x[0-9a-f]+/.exec(supported.value)?.[0] ?? '0x0';
  return (BigInt(bits) & DOM0_BIT) !== 0n;
}
