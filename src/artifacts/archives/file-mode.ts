/** What a file is by its `st_mode` (inode(7)), as archives have it. */
export const FILE_TYPE = {
  directory: 0o040000,
  regular: 0o100000,
  link: 0o120000,
} as const;

const MASK = 0o170000;

/** The part of `st_mode` that is one of `FILE_TYPE`, or another. */
export function fileTypeOf(mode: number): number {
  return mode & MASK;
}
