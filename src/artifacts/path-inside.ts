import { stat } from 'node:fs/promises';
import { namesIn, separatorsOf } from '../glob/inside.ts';

/** A path into an archive, taken apart. */
export interface PathInside {
  /** The archive: a path or a pattern. */
  readonly outer: string;
  /** A pattern for its members; behind it, for those of an archive in it, and so on. */
  readonly inside: readonly string[];
}

/**
 * Takes apart a path such as `linux-image.deb!/boot/vmlinuz-6.12`; `null` where it leads into no
 * archive. A directory whose own name ends with `!` is none.
 */
export async function pathInside(text: string): Promise<PathInside | null> {
  for (const { at, end } of separatorsOf(text)) {
    const outer = text.slice(0, at);
    if (outer === '' || outer.endsWith('/') || (await isDirectory(`${outer}!`))) continue;
    return { outer, inside: namesIn(text.slice(end)) };
  }
  return null;
}

function isDirectory(path: string): Promise<boolean> {
  return stat(path).then(
    (status) => status.isDirectory(),
    () => false,
  );
}
