import { resolve } from 'node:path';

/** Files that are kernels by their contents, and that Linux makes only on its way to one. */
const INTERMEDIATE: readonly RegExp[] = [
  // vmlinux, linked once for each pass that looks for its symbols.
  /\/\.tmp_[^/]*$/,
  // vmlinux with the relocations that it was linked with, since 6.15.
  /\/vmlinux\.unstripped$/,
  // The start of a bzImage: its header tells of a payload that is not there yet.
  /\/boot\/setup\.bin$/,
  // vmlinux without its symbols, and with the relocations behind it: what is compressed to a payload.
  /\/boot\/compressed\/vmlinux\.bin(?:\.all)?$/,
];

/** Whether a path is where Linux leaves something that nobody boots. */
export function isIntermediate(path: string): boolean {
  const full = resolve(path);
  return INTERMEDIATE.some((one) => one.test(full));
}
