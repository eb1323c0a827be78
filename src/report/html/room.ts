/**
 * How much of a stranger's text the page shows, in UTF-16 units: a path, a version or a note may
 * have a megabyte, and the page is to open on a phone.
 */

/** A name, or the facts of a kernel. */
export const SHORT = 300;

/** A message, or a line that Xen prints. */
export const LONG = 2000;

/** All notes of all kernels together. */
export const NOTES = 1_000_000;
