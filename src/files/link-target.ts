import { stat } from 'node:fs/promises';
import { describeError } from './file-error.ts';
import { type FsPath, realPathOf } from './fs-path.ts';

/** What a link leads to. */
export type Target =
  | { readonly kind: 'file' | 'directory' | 'special'; readonly real: FsPath }
  | { readonly kind: 'nothing' }
  /** Something that cannot be looked at; `message` is a clause that follows the link's path. */
  | { readonly kind: 'unknown'; readonly message: string };

/** Codes for a target that is not there, or that is the link itself. */
const NOTHING: readonly (string | undefined)[] = ['ENOENT', 'ENOTDIR', 'ELOOP'];

export async function targetOf(link: FsPath): Promise<Target> {
  try {
    const real = await realPathOf(link);
    const status = await stat(real);
    if (status.isFile()) return { kind: 'file', real };
    return { kind: status.isDirectory() ? 'directory' : 'special', real };
  } catch (error) {
    if (NOTHING.includes((error as NodeJS.ErrnoException).code)) return { kind: 'nothing' };
    return { kind: 'unknown', message: describeError(error) };
  }
}
