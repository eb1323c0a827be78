import { resolve } from 'node:path';

/** Files that are kernels by their contents or name, and that Linux makes only on its way to one. */
const INTERMEDIATE: readonly RegExp[] = [
  // vmlinux, linked once for each pass that looks for its symbols.
  /\/\.tmp_[^/]*$/,
  // vmlinux with the relocations that it was linked with, since 6.15.
  /\/vmlinux\.unstripped$/,
  // The start of a bzImage, with a header for a payload that is not there yet, and the code behind it.
  /\/boot\/(?:setup|vmlinux)\.bin$/,
  // vmlinux without its symbols, with the relocations behind it, and compressed to a payload.
  /\/boot\/compressed\/vmlinux\.bin(?:\.all)?(?:\.(?:gz|bz2|lzma|xz|lzo|lz4|zst))?$/,
];

/** Whether a path is where Linux leaves something that is not booted. */
export function isIntermediate(path: string): boolean {
  const full = resolve(path);
  return INTERMEDIATE.some((one) => one.test(full));
}
