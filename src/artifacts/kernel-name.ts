import { basename } from 'node:path';
import type { ByteSource } from '../bytes/bytes.ts';
import { BZIMAGE_HEADER_SIZE } from '../kernel/bzimage.ts';

/** What Linux and distributions call a kernel. */
const KERNEL = /^(?:vmlinu[xz]|bzImage)/;

/** What a build leaves beside it: objects, sources, symbol lists, checksums, signatures. */
const BY_PRODUCT =
  /\.(?:[A-Za-z]|asc|btf|cmd|hmac|json|lds|map|md5|mod|order|py|relocs|sha\d+|sig|symvers|txt)$/;

/** Whether a file has a kernel's name, so that a build or a user expects a kernel in it. */
export function isKernelName(path: string): boolean {
  const name = basename(path);
  return KERNEL.test(name) && !BY_PRODUCT.test(name);
}

/** Where packages have what a debugger reads, all of it named like what it belongs to. */
const FOR_DEBUGGER = /(?:^|\/)usr\/lib\/debug\//;

/** Whether a file, or a member of an archive, is for a debugger: nothing boots it. */
export function isForDebugger(path: string): boolean {
  return FOR_DEBUGGER.test(path);
}

/** So many zeros at the start, in bytes, are what an interrupted copy leaves. */
const ZEROS = 4096;

/**
 * Why a file cannot be a kernel, as a clause that follows its path. The file is empty, has only
 * zeros, or is shorter than the header of a bzImage, which every loader of Xen reads. `null` if it
 * may be a kernel.
 */
export function describeCut(source: ByteSource): string | null {
  if (source.size === 0) return 'is empty';
  if (source.size < BZIMAGE_HEADER_SIZE) {
    return `has only ${source.size} bytes: it is too short for a kernel`;
  }
  return source.read(0, ZEROS).every((byte) => byte === 0) ? 'starts with zeros only' : null;
}
