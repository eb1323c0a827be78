import type { ByteSource } from '../../bytes/bytes.ts';
import { type FileSource, openFile } from '../../files/file-source.ts';
import type { OpenArtifact } from '../artifact.ts';
import { newBudget } from '../decompress-start.ts';
import { ArchiveError } from './archive-error.ts';
import { ARCHIVES, archiveFormatOf } from './formats.ts';
import { type ArchiveWork, archiveWork, type WorkLimits } from './limits.ts';
import type { Members } from './member.ts';

/** The place of a member among those of its archive; in an archive in the archive, one for each. */
export type Place = readonly number[];

/** Opens the members of an archive, or of archives in it. */
export interface InsideReader {
  /**
   * Opens one. It is held, or the archive's file is open, until it is closed.
   *
   * @throws {FileError | ArchiveError}
   */
  readonly open: (place: Place) => Promise<OpenArtifact>;
}

/**
 * Reads an archive once more, now for the kernels that were found in it: one after another, in their
 * order, so that each part of it is decompressed once. In any other order, it starts from the front.
 *
 * @param places those that are to be opened. Behind the last one the archive is closed.
 */
export function insideReader(
  path: string,
  places: readonly Place[],
  limits: WorkLimits,
): InsideReader {
  let shared: Walk | null = null;
  let isBusy = false;
  let isOver = false;
  return {
    open: async (place) => {
      // Two at once, or one again, have a walk of their own.
      const isShared = !isBusy && !isOver;
      const walk = isShared && shared !== null ? shared : new Walk(path, limits);
      if (isShared) {
        shared = walk;
        isBusy = true;
      }
      const release = async () => {
        const isLast = place === places.at(-1);
        if (isShared && !isLast) {
          isBusy = false;
          return;
        }
        if (isShared) {
          isOver = true;
          isBusy = false;
        }
        await walk.close();
      };
      try {
        const { size, read } = await walk.go(place);
        return { size, read, close: release };
      } catch (error) {
        await walk.close();
        if (isShared) {
          shared = null;
          isBusy = false;
        }
        throw error;
      }
    },
  };
}

/** An archive that is open, or an archive in it, at one of its members. */
interface Level {
  readonly source: ByteSource;
  readonly name: string;
  readonly members: Members;
  index: number;
}

/** A walk over the members of an archive, from first to last, and into archives among them. */
class Walk {
  readonly #path: string;
  readonly #file: FileSource;
  readonly #work: ArchiveWork;
  #levels: Level[] = [];

  constructor(path: string, limits: WorkLimits) {
    this.#path = path;
    this.#file = openFile(path);
    this.#work = archiveWork(this.#file.size, limits);
  }

  async go(place: Place): Promise<ByteSource> {
    let source: ByteSource = this.#file;
    let name = this.#path;
    for (let depth = await this.#rewind(place); depth < place.length; depth++) {
      const level = this.#levels[depth] ?? (await this.#enter(source, name));
      const index = place[depth] ?? 0;
      for (;;) {
        const step = await level.members.next();
        if (step.done) throw changed();
        level.index++;
        if (level.index < index) continue;
        source = await step.value.open();
        name = step.value.name;
        break;
      }
    }
    return source;
  }

  async close(): Promise<void> {
    await this.#leave(0);
    this.#file.close();
  }

  /** Leaves what does not lead to a place. Returns the level to go on in, which may not be there yet. */
  async #rewind(place: Place): Promise<number> {
    for (const [depth, { index }] of this.#levels.entries()) {
      const wanted = place[depth] ?? -1;
      if (index < wanted) {
        await this.#leave(depth + 1);
        return depth;
      }
      // At a member that is an archive, and open: what is wanted is in it.
      const isAbove = depth < place.length - 1 && depth + 1 < this.#levels.length;
      if (index > wanted || !isAbove) break;
    }
    await this.#leave(0);
    return 0;
  }

  async #enter(source: ByteSource, name: string): Promise<Level> {
    const format = await archiveFormatOf(source, name, newBudget(this.#work.checkTime));
    if (format === null) throw changed();
    const { members } = await ARCHIVES[format](source, this.#work);
    const level = { source, name, members, index: -1 };
    this.#levels.push(level);
    return level;
  }

  async #leave(depth: number): Promise<void> {
    for (const { members } of this.#levels.splice(depth).reverse()) await members.return();
  }
}

function changed(): ArchiveError {
  return new ArchiveError('damaged', 'changed while it was read');
}
