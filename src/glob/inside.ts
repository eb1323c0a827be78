/** Separates the name of an archive from that of its member: `linux-image.deb!/boot/vmlinuz-6.12`. */
export const INSIDE = '!/';

/** Of a section of a PE file, which has no path: `uki.efi!.linux`, `uki.efi!.linux@1`. */
const SEPARATOR = /!\/|!(?=\.(?:linux(?:@[^!/]*)?|kernel)(?:!|$))/g;

/** Where a path leads into an archive: the offset of each separator, and of what follows it. */
export function separatorsOf(path: string): { readonly at: number; readonly end: number }[] {
  return [...path.matchAll(SEPARATOR)].map(({ index, 0: text }) => ({
    at: index,
    end: index + text.length,
  }));
}

/** The archives that a path leads into, the outermost first. */
export function archivesOf(path: string): string[] {
  return separatorsOf(path).map(({ at }) => path.slice(0, at));
}

/** The names in a path into archives: of the archive, of its member, and so on. */
export function namesIn(path: string): string[] {
  return path.split(SEPARATOR);
}

/** What reports call a member of an archive. */
export function nameInside(archive: string, member: string): string {
  const section = `${archive}!${member}`;
  return archivesOf(section).includes(archive) ? section : `${archive}${INSIDE}${member}`;
}
