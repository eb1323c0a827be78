import { realpath, stat } from 'node:fs/promises';
import { sep } from 'node:path';

/**
 * Where a link that nobody named leads: only to a file inside is it followed. `null` for a link to a
 * directory inside, or to nowhere.
 */
export async function linkTarget(
  path: string,
  realRoot: string,
): Promise<'inside' | 'outside' | null> {
  try {
    const target = await realpath(path);
    if (target !== realRoot && !target.startsWith(realRoot + sep)) return 'outside';
    return (await stat(target)).isFile() ? 'inside' : null;
  } catch {
    // A link to nowhere leads to no kernel.
    return null;
  }
}
