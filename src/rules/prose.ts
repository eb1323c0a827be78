import { withGrubDates } from '../programs/grub/dates.ts';
import { GRUB_FACTS, type GrubFactId } from '../programs/grub/facts.ts';
import { withDates } from '../programs/xen/dates.ts';

/**
 * Text from paragraphs, each a list of sentences, so that a change of one is a diff of one line. Dates
 * of facts are filled in, as `withDates` has them.
 */
export function paragraphs(...blocks: readonly (readonly string[])[]): string {
  return withDates(withGrubDates(blocks.map((sentences) => sentences.join(' ')).join('\n\n')));
}

/** @param sha all 40 digits: short ones stop being unique */
export function xenCommit(sha: string): string {
  return `https://github.com/xen-project/xen/commit/${sha}`;
}

/** @param sha all 40 digits */
export function linuxCommit(sha: string): string {
  return `https://github.com/torvalds/linux/commit/${sha}`;
}

/** A file of Xen at a tag, so that the link stays, where a specification is a header or the code itself. */
export function xenFile(path: string): string {
  return `https://github.com/xen-project/xen/blob/RELEASE-4.22.0/${path}`;
}

const GRUB_GIT = 'https://cgit.git.savannah.gnu.org/cgit/grub.git';

/** The commit of a fact about GRUB. */
export function grubFact(id: GrubFactId): string {
  return grubCommit(GRUB_FACTS[id].commit);
}

/** @param sha all 40 digits */
export function grubCommit(sha: string): string {
  return `${GRUB_GIT}/commit/?id=${sha}`;
}

/** A file of GRUB at a tag. */
export function grubFile(path: string): string {
  return `${GRUB_GIT}/tree/${path}?h=grub-2.14`;
}

export const LINUX_BOOT_PROTOCOL = 'https://docs.kernel.org/arch/x86/boot.html';

/** What reaches the user of the toolstack when libelf refuses a kernel for its notes. */
export const TOOLSTACK_AFTER_NOTES =
  "The toolstack passes libelf's line on up to {upTo domu-parses-notes-in-probe}; since {dated domu-parses-notes-in-probe} it prints only `xc_dom_find_loader: no loader found`, or, for a bare 64-bit ELF file in a PVH guest, `xc_dom_parse_hvm_kernel: ELF image is not 32bit`.";

/** What the console shows last when the hypervisor gives up on dom0, whatever the reason. */
export const PANIC_WITHOUT_DOM0 =
  'The panic that follows says only `Could not set up DOM0 guest OS` (`Could not construct domain 0` since {since says-could-not-construct-domain-0}, `Could not construct d0` since {since says-could-not-construct-d0}).';
