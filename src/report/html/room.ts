/**
 * Limits for untrusted text on the page, in UTF-16 units. A path, a version or a note may have a
 * megabyte, but the page must open on a phone.
 */

/** A name, or the facts of a kernel. */
export const SHORT = 300;

/** A message, or a line that Xen prints. */
export const LONG = 2000;

/** All notes of all kernels together. */
export const NOTES = 1_000_000;
