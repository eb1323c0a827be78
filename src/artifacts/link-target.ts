import { realpath, stat } from 'node:fs/promises';
import { sep } from 'node:path';

/**
 * Where a link that nobody named leads: only to a file inside is it followed. `null` for a link to a
 * directory inside.
 */
export async function linkTarget(
  path: string,
  realRoot: string,
): Promise<'inside' | 'outside' | 'nowhere' | null> {
  try {
    const target = await realpath(path);
    if (target !== realRoot && !target.startsWith(realRoot + sep)) return 'outside';
    return (await stat(target)).isFile() ? 'inside' : null;
  } catch {
    return 'nowhere';
  }
}
