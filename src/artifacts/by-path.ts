/** In the order of the paths, each once: of several with one path the first. */
export function byPath<T extends { readonly path: string }>(items: readonly T[]): T[] {
  const known = new Map<string, T>();
  for (const item of items) if (!known.has(item.path)) known.set(item.path, item);
  return [...known.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
