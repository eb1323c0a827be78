import { isAbsolute, relative, resolve, sep } from 'node:path';

/** A path as relative to the workspace, with `/`; `null` for one that lies outside. */
export function fileInside(workspace: string, path: string): string | null {
  const inside = relative(workspace, resolve(workspace, path));
  if (inside === '' || isAbsolute(inside) || inside.split(sep)[0] === '..') return null;
  return inside.split(sep).join('/');
}
