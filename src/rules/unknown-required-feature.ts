import { withDates } from '../programs/xen/dates.ts';
import { identity, number, text } from './evidence.ts';
import { paragraphs, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';
import { atOffset } from './words.ts';

export const unknownRequiredFeature = defineRule({
  id: 'unknown-required-feature',
  title: 'FEATURES requires a feature that this Xen does not know',
  level: 'error',
  stage: 'notes',
  evidence: {
    feature: identity(text('the name that the release does not know')),
    offset: number('where the note starts in the ELF file, in bytes'),
  },
  message: ({ feature, offset }) =>
    `The FEATURES note ${atOffset(offset)} requires "${feature}", a feature name that this release does not know.`,
  explanation: paragraphs(
    [
      'A name with `!` before it in the `FEATURES` note is required: the kernel asks not to be started without it.',
      'Every release refuses the kernel if it does not know the name.',
    ],
    [
      'Known are `writable_page_tables`, `writable_descriptor_tables`, `auto_translated_physmap`, `supervisor_mode_kernel` and `pae_pgdir_above_4gb` everywhere, `dom0` since {since feature-dom0}, `hvm_callback_vector` since {since feature-hvm-callback-vector}.',
      'Other features of `features.h`, such as `mmu_pt_update_preserve_ad` or `hvm_safe_pvclock`, have a number, but no name that a release knows.',
      'A name is cut after 63 bytes, the `!` included, and the rest is read as one more name.',
    ],
    [
      'Xen does not say why.',
      'The hypervisor stops with `Could not set up DOM0 guest OS` (`Could not construct domain 0` since {since says-could-not-construct-domain-0}, `Could not construct d0` since {since says-could-not-construct-d0}), and a PVH dom0 also with `Unable to parse kernel for ELFNOTES`.',
      'Since {since domu-parses-notes-in-probe} the toolstack prints `xc_dom_find_loader: no loader found`.',
    ],
  ),
  fix: 'Drop the `!`, which makes the feature optional, or drop the name. What has only a number can be announced as a bit of `SUPPORTED_FEATURES` (note type 17), but not be required.',
  askXen: withDates(
    '{orLater feature-hvm-callback-vector} for `hvm_callback_vector`, {orLater feature-dom0} for `dom0`. No release knows any other name.',
  ),
  references: [
    xenCommit('ec029aaa9a79965f83476808e32b8573891aa79c'),
    xenCommit('30832c06a8d1f9caff0987654ef9e24d59469d9a'),
    xenFile('xen/include/public/features.h'),
    xenFile('xen/common/libelf/libelf-dominfo.c'),
  ],
});
