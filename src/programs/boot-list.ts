import { quote } from '../text/quote.ts';
import { choose } from '../text/suggest.ts';
import { UsageError } from '../text/usage-error.ts';
import { BOOT_PATHS, type BootPath } from './boot-path.ts';
import { type BootWay, wayOf } from './boot-way.ts';
import type { XenBuild } from './xen/xen-build.ts';

/** A boot path as a user names it; on each build of Xen it is one way to boot. */
export interface NamedPath {
  readonly boot: BootPath;
}

/** Boot paths that are named, or `auto`: those that the notes of the kernel claim. */
export type NamedPaths = readonly NamedPath[] | 'auto';

/**
 * The boot paths of a list as users write it, each once, in the order of the table; `auto` for an empty
 * list.
 *
 * @throws {UsageError} with a sentence about an unknown one, with what may be meant, or about `auto`
 *   beside a path.
 */
export function parseBootList(names: readonly string[]): NamedPaths {
  const chosen = names.map((name) => {
    if (/\s/.test(name))
      throw new UsageError(`${quote(name)} lacks a comma between its boot paths`);
    return choose('boot path', name, [...BOOT_PATHS, 'auto']);
  });
  const named = BOOT_PATHS.filter((path) => chosen.includes(path));
  if (named.length === 0) return 'auto';
  if (chosen.includes('auto')) throw new UsageError("boot paths are 'auto' or a list, not both");
  return named.map((boot) => ({ boot }));
}

/** The way that a named boot path is on a build of Xen. */
export function wayOn({ boot }: NamedPath, _build: XenBuild): BootWay {
  return wayOf({ boot });
}
