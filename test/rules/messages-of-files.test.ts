import { expect, it } from 'vitest';
import type { EvidenceOf, RuleId } from '../../src/rules/index.ts';
import { messageOf } from '../../src/rules/message.ts';
import { noKernel } from '../../src/rules/no-kernel.ts';

/** A rule and evidence of it, with the message that follows from it. */
function says<K extends RuleId>(rule: K, evidence: EvidenceOf<K>, message: string) {
  return [message, { rule, evidence }] as const;
}

const IN_TOOLSTACK = { by: 'toolstack', check: null, whole: false } as const;
const AT = { stream: 1552, offset: 20, loads: false } as const;
const RANGE = { start: '0x1000', end: '0x3000' };
const UNREAD = { owner: null, section: null, count: 1, first: [{ name: 'ENTRY', offset: 0x198 }] };
const NONE = { notes: [], owner: null, why: null, unread: [], conflict: null };
const LOST = { ...NONE, notes: ['ENTRY'] };
const CONFLICT = { note: 'VIRT_BASE', inNotes: '0x2000', inSection: '0x1000' };

it.each([
  says('not-a-kernel', noKernel('file'), 'The file is neither a bzImage nor an ELF file.'),
  says('not-a-kernel', noKernel('file', { format: 'empty' }), 'The file is empty.'),
  says(
    'not-a-kernel',
    noKernel('file', { format: 'tar', codec: 'gzip' }),
    'The file is a tar archive, compressed with gzip, which Xen does not load.',
  ),
  says(
    'not-a-kernel',
    noKernel('file', { format: 'other-elf', arch: 'aarch64' }),
    'The file is an ELF file for another architecture, aarch64, which Xen does not load.',
  ),
  says(
    'not-a-kernel',
    noKernel('too-short', { size: 51 }),
    'The file is not an ELF binary: it has 51 bytes.',
  ),
  says(
    'not-a-kernel',
    noKernel('bzimage', { codec: 'gzip' }),
    'The file is a bzImage that is compressed with gzip: the hypervisor decompresses it and expects an ELF file.',
  ),
  says(
    'payload-outside-file',
    { offset: 1552, length: 100, size: 1600 },
    'The bzImage says that its payload takes bytes 1552 to 1652, and the file ends at 1600.',
  ),
  says(
    'payload-outside-file',
    { offset: 1552, length: 0, size: 1552 },
    'The bzImage says that its payload is empty and at byte 1552, and the file ends at 1552.',
  ),
  says(
    'codec-unsupported',
    { ...IN_TOOLSTACK, codec: 'zstd' },
    'The payload is compressed with zstd, and the toolstack of this release cannot decompress that.',
  ),
  says(
    'codec-unsupported',
    { codec: 'xz', by: 'hypervisor', check: 4, whole: false },
    'The xz stream has a check of type 4: the hypervisor knows none (0) and CRC32 (1).',
  ),
  says(
    'codec-unsupported',
    { codec: 'xz', by: 'hypervisor', check: null, whole: true },
    'The file is compressed as a whole, and this hypervisor decompresses bzImages only.',
  ),
  says(
    'dictionary-too-large',
    { codec: 'xz', wanted: 2 ** 27, limit: 2 ** 27, stream: null, detail: null },
    'The xz stream asks for a dictionary of 128 MiB, and the toolstack of this release gives xz 128 MiB of memory in all.',
  ),
  says(
    'dictionary-too-large',
    {
      ...{ codec: 'zstd', wanted: 2 ** 28, limit: null, stream: 1552 },
      detail: 'asks for a window of 268435456 bytes',
    },
    'The zstd stream at byte 1552 asks for a window of 268435456 bytes, more than `max-dictionary` allows.',
  ),
  says(
    'corrupt-payload',
    { ...AT, codec: 'gzip', fault: 'truncated', detail: 'the stream ends inside its header' },
    'The gzip stream at byte 1552 is cut short after 20 bytes: the stream ends inside its header.',
  ),
  says(
    'corrupt-payload',
    { ...AT, codec: 'lz4', fault: 'corrupt', detail: 'a match is nonsense', loads: true },
    'The lz4 stream at byte 1552 is corrupt at byte 20 of it: a match is nonsense. Xen does not check that, and starts the damaged kernel.',
  ),
  says(
    'size-mismatch',
    { size: 20, declared: 30, whole: true },
    'The gzip around the kernel decompresses to 20 bytes, but the last four bytes of the file, which Xen takes for that size, say 30.',
  ),
  says(
    'payload-too-large',
    { codec: null, size: 2 ** 31, stream: null, length: null, limit: null },
    'The file has 2147483648 bytes, and the toolstack maps none of more than 1 GiB.',
  ),
  says(
    'payload-too-large',
    { codec: 'xz', size: null, stream: 1552, length: null, limit: null },
    'The xz stream at byte 1552 decompresses to more than 1 GiB.',
  ),
  says(
    'cut-file',
    { table: 'shdr', end: '0xffffffffffffffff', size: 100 },
    'The ELF file is cut short: its section header table ends at byte 18446744073709551615 of 100.',
  ),
  says(
    'entry-out-of-bounds',
    { ...RANGE, note: 'ENTRY', address: '0x4000', isMissing: true },
    'e_entry (there is no ENTRY) is 0x4000, outside the image, which takes 0x1000 to 0x3000.',
  ),
  says(
    'entry-out-of-bounds',
    { ...RANGE, note: 'VIRT_BASE', address: '0x2000', isMissing: false },
    'VIRT_BASE is 0x2000, above the start of the image, which takes 0x1000 to 0x3000.',
  ),
  says(
    'p2m-inside-image',
    { ...RANGE, address: '0x2800', inSymbols: true },
    'INIT_P2M is 0x2800, inside the symbol table that BSD_SYMTAB puts after the image: both together take 0x1000 to 0x3000.',
  ),
  says(
    'malformed-notes',
    { fault: 'features', limit: 64 },
    "The notes cannot be followed: this release's parser meets more than 64 FEATURES notes.",
  ),
  says(
    'no-xen-notes',
    { ...NONE, missing: 'pvh' },
    'No note of the ELF file has the owner "Xen", and Xen reads the section __xen_guest for PV only.',
  ),
  says(
    'no-xen-notes',
    {
      ...{ ...LOST, missing: 'owner', owner: 'xen', why: 'other-owner', conflict: CONFLICT },
      unread: [{ ...UNREAD, why: 'other-owner', owner: 'xen' }],
    },
    'No note of the ELF file has the owner "Xen", and there is no section __xen_guest. One note of the owner "xen" looks like Xen\'s, which have the owner "Xen": ENTRY at offset 0x198. The section __xen_guest contradicts the notes: its VIRT_BASE is 0x1000, and theirs is 0x2000.',
  ),
  says(
    'notes-lost',
    { ...LOST, why: 'alignment', unread: [{ ...UNREAD, why: 'alignment', count: 3 }] },
    'Xen does not read these notes, which readelf -n shows: ENTRY at offset 0x198, and 2 more. Xen reads notes in steps of 4 bytes, and an earlier note is padded to 8.',
  ),
  says(
    'notes-lost',
    { ...LOST, why: 'no-note-section', unread: [{ ...UNREAD, why: 'no-note-section' }] },
    "The text of Xen's notes is in no section, which is neither a PT_NOTE segment nor an SHT_NOTE section: ENTRY at offset 0x198. Xen ignores them.",
  ),
  says(
    'notes-lost',
    { ...LOST, why: 'xen-guest', conflict: CONFLICT },
    'The section __xen_guest contradicts the notes: its VIRT_BASE is 0x1000, and theirs is 0x2000. Xen reads only the notes.',
  ),
  says(
    'boot-path-lost',
    { boot: 'pvh-dom0', missing: 'dom0-code' },
    'The same kernel in the baseline claims pvh-dom0, and this one does not: it was built without CONFIG_XEN_DOM0.',
  ),
])('the message of a finding about a file is %s', (message, finding) => {
  expect(messageOf(finding)).toBe(message);
});
