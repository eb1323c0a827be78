import { type ByteSource, sliceSource } from '../../bytes/bytes.ts';
import { MOST_SECTIONS, readPe } from '../../kernel/pe.ts';
import {
  describePeFault,
  findPeFaults,
  findPeKernels,
  type PeContainer,
} from '../../kernel/pe-kernel.ts';
import { ArchiveError } from './archive-error.ts';
import type { ArchiveWork } from './limits.ts';
import { type Archive, type Members, plainArchive } from './member.ts';

/** A PE file with kernels in it: its members are the sections with a kernel. */
export function openPe(
  container: PeContainer,
): (source: ByteSource, work: ArchiveWork) => Promise<Archive> {
  return async (source, work) => plainArchive(members(source, container, work));
}

async function* members(
  source: ByteSource,
  container: PeContainer,
  { countMember }: ArchiveWork,
): Members {
  const kernels = findPeKernels(source, container);
  if (kernels.length === 0) return;
  const { declared = 0 } = readPe(source) ?? {};
  if (declared > MOST_SECTIONS) {
    throw new ArchiveError('limit', `has ${declared} sections, more than ${MOST_SECTIONS}`);
  }
  // Of a unified image of Xen, faults are findings.
  const [fault] = container === 'uki' ? findPeFaults(source, container) : [];
  if (fault) throw new ArchiveError('damaged', `is damaged: ${asClause(describePeFault(fault))}`);
  for (const { name, offset, size } of kernels) {
    countMember();
    const content = sliceSource(source, offset, size);
    yield {
      name,
      kind: 'file',
      target: '',
      size,
      head: async (length) => content.read(0, length),
      open: async () => content,
    };
  }
}

/** Of a sentence. */
function asClause(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}
