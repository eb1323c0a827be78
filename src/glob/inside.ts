/** Separates the name of an archive from that of its member: `linux-image.deb!/boot/vmlinuz-6.12`. */
export const INSIDE = '!/';

/** The archives that a path leads into, the outermost first. */
export function archivesOf(path: string): string[] {
  const names = path.split(INSIDE);
  return names.slice(1).map((_, i) => names.slice(0, i + 1).join(INSIDE));
}
