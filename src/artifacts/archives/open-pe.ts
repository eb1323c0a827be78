import { type ByteSource, sliceSource } from '../../bytes/bytes.ts';
import {
  describePeFault,
  findPeFaults,
  findPeKernel,
  type PeContainer,
} from '../../kernel/pe-kernel.ts';
import { ArchiveError } from './archive-error.ts';
import type { ArchiveWork } from './limits.ts';
import { type Archive, type Members, plainArchive } from './member.ts';

/** A PE file with a kernel in it: its only member is the section with the kernel. */
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
  const found = findPeKernel(source, container);
  if (found === null) return;
  // Of a unified image of Xen, faults are findings.
  const [fault] = container === 'uki' ? findPeFaults(source, container) : [];
  if (fault) throw new ArchiveError('damaged', `is damaged: ${asClause(describePeFault(fault))}`);
  countMember();
  const { name, offset, size } = found;
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

/** Of a sentence. */
function asClause(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}
