import { basename, relative } from 'node:path';

/** What the program is called where a package manager installed it. */
const NAME = 'xen-boot-gate';

/**
 * How the user calls this program once more, for commands that a text shows: by its name where it
 * was called so, else as a script of Node.
 *
 * @param script the file that Node runs, an absolute path.
 * @param directory where the user is.
 */
export function programName(script: string, directory: string): string {
  if (basename(script) === NAME) return NAME;
  const near = relative(directory, script);
  const path = near.length < script.length ? near : script;
  return `node ${/[^\w./@+-]/.test(path) ? `'${path.replaceAll("'", "'\\''")}'` : path}`;
}
