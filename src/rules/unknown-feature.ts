import { withDates } from '../programs/xen/dates.ts';
import { identity, number, text } from './evidence.ts';
import { linuxCommit, paragraphs, xenCommit } from './prose.ts';
import { defineRule } from './rule.ts';
import { atOffset } from './words.ts';

export const unknownFeature = defineRule({
  id: 'unknown-feature',
  title: 'FEATURES names a feature that this Xen does not know',
  level: 'error',
  stage: 'notes',
  evidence: {
    feature: identity(text('the name that the release does not know')),
    offset: number('where the note starts in the ELF file, in bytes'),
  },
  message: ({ feature, offset }) =>
    `The FEATURES note ${atOffset(offset)} names "${feature}", which this release does not know, and it refuses any name that it does not know.`,
  explanation: paragraphs(
    [
      'The `FEATURES` note lists, by name, the features of Xen that the kernel can use, with a `!` before those that it must have.',
      'Up to {upTo tolerates-unknown-features} Xen refuses the kernel for any name that it does not know, even for an optional one; since {dated tolerates-unknown-features} unknown optional names are skipped.',
      'No point release of an older series has that change.',
    ],
    [
      'These releases know `writable_page_tables`, `writable_descriptor_tables`, `auto_translated_physmap`, `supervisor_mode_kernel` and `pae_pgdir_above_4gb`.',
      '`dom0` came in {since feature-dom0}, `hvm_callback_vector` in {dated feature-hvm-callback-vector}: these two are the usual cause.',
    ],
    [
      'Xen does not say why.',
      'The hypervisor panics with `Could not set up DOM0 guest OS`, and the toolstack fails to build the guest; libelf prints nothing about the name.',
    ],
    [
      'In the old `__xen_guest` string, an unknown name does not refuse the kernel: Xen stops reading there, and ignores the fields after it.',
    ],
  ),
  fix: withDates(
    'Keep in `FEATURES` only the five names that every release knows, and announce newer features as bits of `SUPPORTED_FEATURES` (note type 17), which {upTo note-supported-features} and older skip. Linux does so since 3.14.',
  ),
  askXen: withDates(
    '{orLater tolerates-unknown-features}, or a backport of what {commit tolerates-unknown-features} does to `elf_xen_parse_features`.',
  ),
  references: [
    xenCommit('ec029aaa9a79965f83476808e32b8573891aa79c'),
    xenCommit('30832c06a8d1f9caff0987654ef9e24d59469d9a'),
    linuxCommit('4e903a20da51ed2329c1b9c182dba74f47ac2ca8'),
  ],
});
