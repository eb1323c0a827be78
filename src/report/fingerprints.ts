import { createHash } from 'node:crypto';
import { identityOf } from '../rules/identity.ts';
import type { Cause } from './causes.ts';

/** Identifies a cause on a file from one commit to the next, in hexadecimal. */
export type Fingerprint = (cause: Cause, file: string) => string;

/**
 * Makes fingerprints of the file and the identity of the fault. They do not contain the line, which
 * moves, offsets and sizes, which change with every build, or the version of a kernel in its name. Causes
 * that are alike in all the rest are numbered, in their order.
 */
export function fingerprints(): Fingerprint {
  const met = new Map<string, number>();
  return (cause, file) => {
    // What Xen says keeps the fingerprint that it had before GRUB was checked, too.
    const speaker = cause.saidBy === 'Xen' ? [] : [cause.saidBy];
    const text = JSON.stringify([withoutVersion(file), identityOf(cause), ...speaker]);
    const digest = createHash('sha256').update(text).digest('hex').slice(0, 16);
    const times = (met.get(digest) ?? 0) + 1;
    met.set(digest, times);
    return `${digest}:${times}`;
  };
}

/** `boot/vmlinuz-6.12.94-amd64` → `boot/vmlinuz-0.0.0-amd0` */
function withoutVersion(path: string): string {
  return path.replace(/\d+/g, '0');
}
