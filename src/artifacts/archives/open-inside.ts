import type { ByteSource } from '../../bytes/bytes.ts';
import { openFile } from '../../files/file-source.ts';
import type { OpenArtifact } from '../artifact.ts';
import { newBudget } from '../decompress-start.ts';
import { ArchiveError } from './archive-error.ts';
import { ARCHIVES, archiveFormatOf } from './formats.ts';
import { type ArchiveWork, archiveWork, type WorkLimits } from './limits.ts';
import type { Members } from './member.ts';

/**
 * Opens a member of an archive, or of an archive in it. What is before it is gone through again: a
 * kernel is held only for as long as it is checked.
 *
 * @param at as in `InsideKernel`.
 * @throws {FileError | ArchiveError}
 */
export async function openInside(
  path: string,
  at: readonly number[],
  limits: WorkLimits,
): Promise<OpenArtifact> {
  const file = openFile(path);
  const open: Members[] = [];
  const close = async () => {
    for (const members of open.reverse()) await members.return();
    file.close();
  };
  try {
    const work = archiveWork(file.size, limits);
    let source: ByteSource = file;
    let name = path;
    for (const index of at) {
      const opened = await enter(source, name, index, work, open);
      source = opened.source;
      name = opened.name;
    }
    return { size: source.size, read: source.read.bind(source), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** @param open is given the members that stay open, with what is read from them. */
async function enter(
  source: ByteSource,
  path: string,
  index: number,
  work: ArchiveWork,
  open: Members[],
): Promise<{ readonly source: ByteSource; readonly name: string }> {
  const format = await archiveFormatOf(source, path, newBudget(work.checkTime));
  const members = format && (await ARCHIVES[format](source, work)).members;
  if (members) {
    open.push(members);
    for (let i = 0; ; i++) {
      const step = await members.next();
      if (step.done) break;
      if (i === index) return { source: await step.value.open(), name: step.value.name };
    }
  }
  throw new ArchiveError('damaged', 'changed while it was read');
}
