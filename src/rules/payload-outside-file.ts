import { withDates } from '../programs/xen/dates.ts';
import { number } from './evidence.ts';
import { LINUX_BOOT_PROTOCOL, paragraphs, xenCommit } from './prose.ts';
import { defineRule } from './rule.ts';

export const payloadOutsideFile = defineRule({
  id: 'payload-outside-file',
  title: 'The bzImage payload lies outside the file',
  level: 'error',
  stage: 'container',
  evidence: {
    offset: number('first byte of the payload in the file, as the header says'),
    length: number('bytes of the payload, as the header says'),
    size: number('bytes of the file'),
  },
  message: ({ offset, length, size }) =>
    `The bzImage says that its payload takes bytes ${offset} to ${offset + length}, and the file ends at ${size}.`,
  explanation: paragraphs(
    [
      'The header says where the compressed kernel starts (`payload_offset`) and how long it is (`payload_length`), and that place is not, or not wholly, in the file.',
      'Most often the file was cut: a copy that ran out of disk, an upload that stopped.',
    ],
    [
      'The toolstack prints `payload offset overflow` or `payload length overflow` since {firsts domu-checks-payload-bounds}, which fix CVE-2011-1583; older releases read beyond the file and may crash.',
    ],
    [
      'The hypervisor checks neither field in any release.',
      'It reads whatever follows the file in memory, and stops early in the boot with a page fault or a decompression error.',
    ],
  ),
  fix: 'Copy the image again and compare its size and checksum with those of the build. If they match, the step that wrote the header got the two fields wrong.',
  askXen: withDates(
    'No release loads the file. Releases before {firsts domu-checks-payload-bounds} need the fix of CVE-2011-1583 all the same: such a file can crash the toolstack.',
  ),
  references: [
    xenCommit('778d29bc95d42445a0ebcca1dda7adf6f95dba6f'),
    xenCommit('0416d74e9e31b6e8b5b2ef4d4b840bfe8ab2e72e'),
    xenCommit('95b7af4f967a64bfe46e007fef1d15076290961a'),
    LINUX_BOOT_PROTOCOL,
  ],
});
