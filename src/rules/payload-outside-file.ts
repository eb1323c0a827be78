import { withDates } from '../programs/xen/dates.ts';
import { number } from './evidence.ts';
import { LINUX_BOOT_PROTOCOL, paragraphs, xenCommit } from './prose.ts';
import { defineRule } from './rule.ts';

export const payloadOutsideFile = defineRule({
  id: 'payload-outside-file',
  title: 'The bzImage payload is outside the file',
  level: 'error',
  stage: 'container',
  evidence: {
    offset: number('first byte of the payload in the file, as the header says'),
    length: number('bytes of the payload, as the header says'),
    size: number('bytes of the file'),
  },
  message: ({ offset, length, size }) => {
    const payload =
      length === 0
        ? `its payload is empty and at byte ${offset}`
        : `its payload takes bytes ${offset} to ${offset + length}`;
    return `The bzImage says that ${payload}, and the file ends at ${size}.`;
  },
  explanation: paragraphs(
    [
      'The header has the offset of the compressed kernel (`payload_offset`) and its length (`payload_length`). This range is not completely in the file.',
      'Usually the file was cut: a full disk during a copy, or an incomplete upload.',
    ],
    [
      'The toolstack prints `payload offset overflow` or `payload length overflow` since {firsts domu-checks-payload-bounds}, which fix CVE-2011-1583; older releases read beyond the file and may crash.',
    ],
    [
      'The hypervisor checks neither field in any release.',
      'It reads the memory after the file, and stops early in the boot with a page fault or a decompression error.',
    ],
  ),
  fix: 'Copy the image again and compare its size and checksum with those of the build. If they match, the step that wrote the header set the two fields wrong.',
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
