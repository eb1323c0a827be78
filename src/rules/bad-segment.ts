import { address, identity, oneOf, orNull } from './evidence.ts';
import { PANIC_WITHOUT_DOM0, paragraphs, xenCommit, xenFile } from './prose.ts';
import { defineRule } from './rule.ts';

export const badSegment = defineRule({
  id: 'bad-segment',
  title: 'A segment of the kernel cannot be copied to its place',
  level: 'error',
  stage: 'loader',
  evidence: {
    fault: identity(
      oneOf(
        '`mapping-wraps`, `not-canonical` (a mapping that no processor has), `wraps`, `no-memory` or `size` (in the file)',
        'mapping-wraps',
        'not-canonical',
        'wraps',
        'no-memory',
        'size',
      ),
    ),
    start: address('the first address of the segment, or of the mapping'),
    end: address('the first address after it'),
    inFile: orNull(address('bytes of the segment in the file, where that is the fault')),
  },
  message({ fault, start, end, inFile }) {
    const size = BigInt(end) - BigInt(start);
    switch (fault) {
      case 'mapping-wraps':
        return `The initial mapping starts at ${start} and runs over the end of the address space.`;
      case 'not-canonical':
        return `The initial mapping takes ${start} to ${end}, addresses that no processor has.`;
      case 'wraps':
        return `The segment for ${start} has ${size} bytes in memory, and runs over the end of the address space.`;
      case 'no-memory':
        return `The segment for ${start} has ${size} bytes in memory, not all of them where dom0 has memory.`;
      case 'size':
        return `The segment for ${start} has ${BigInt(inFile ?? 0)} bytes in the file and ${size} in memory.`;
    }
  },
  explanation: paragraphs(
    [
      'The dom0 builder copies each loadable segment of the ELF file to its address, and clears the rest of its size in memory.',
      'It does not check the two sizes first. If `p_filesz` is larger than `p_memsz`, the rest to clear is negative, and the copy fails.',
      'It also fails if a PV kernel needs addresses that no processor has, from 0x800000000000 up to 0xffff800000000000. The same holds for a segment that runs over the end of the address space.',
    ],
    [
      'Since {dated dom0-load-can-fail} a PV dom0 gets `Failed to load the kernel binary`; before, Xen itself faults.',
      'A PVH dom0 gets `Failed to load kernel: -1`.',
      PANIC_WITHOUT_DOM0,
    ],
  ),
  fix: 'Give every loadable segment a `p_memsz` of at least its `p_filesz`, as every linker does. Look for a tool that rewrites the program headers after the link. Link a PV kernel to the top 2 GiB of the address space.',
  askXen: 'Nothing: no release can load such a segment.',
  references: [
    xenCommit('079ff2d32c3db5a45cdbc8fb05be279544bdc111'),
    xenFile('xen/common/libelf/libelf-loader.c'),
  ],
});
