import { isAbsolute, relative, resolve, sep } from 'node:path';

/** A path as relative to the workspace, with `/`; `null` for one outside. */
export function fileInside(workspace: string, path: string): string | null {
  const inside = relative(workspace, resolve(workspace, path));
  if (inside === '' || isAbsolute(inside) || inside.split(sep)[0] === '..') return null;
  return inside.split(sep).join('/');
}

/**
 * A file of the workspace as one of the repository that is checked out to a directory of it; another
 * one stays what it is.
 *
 * @param checkout with `/` at its end; empty for the workspace itself.
 */
export function fileInCheckout(checkout: string, file: string): string {
  return file.startsWith(checkout) ? file.slice(checkout.length) : file;
}
