import { identity, oneOf } from './evidence.ts';
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
        '`addresses` that dom0 does not have, `size`: larger in the file than in memory, or `total`: more than twice the image',
        'addresses',
        'size',
      ),
    ),
  },
  explanation: paragraphs(
    [
      'The dom0 builder copies each loadable segment of the ELF file to the address that the kernel wants it at, and clears what is left of its size in memory.',
      'Neither number is checked before: where `p_filesz` is larger than `p_memsz`, the rest to clear is negative, and the copy fails.',
      'It fails too where a PV kernel asks for addresses that a processor does not have, from 0x800000000000 up to 0xffff800000000000, and where a segment runs over the end of the address space.',
    ],
    [
      'Since 4.2.0 (079ff2d32c3d) a PV dom0 gets `Failed to load the kernel binary`; before, Xen itself faults.',
      'A PVH dom0 gets `Failed to load kernel: -1`.',
      PANIC_WITHOUT_DOM0,
    ],
  ),
  fix: 'Give every loadable segment a `p_memsz` of at least its `p_filesz`, as every linker does by itself; look for a tool that rewrites the program headers after the link. Link a PV kernel to the top 2 GiB of the address space.',
  askXen: 'Nothing: no release can load such a segment.',
  references: [
    xenCommit('079ff2d32c3db5a45cdbc8fb05be279544bdc111'),
    xenFile('xen/common/libelf/libelf-loader.c'),
  ],
});
