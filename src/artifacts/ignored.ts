/** Directories with nothing in them that was built here: entered only where a path names them. */
export const IGNORED_DIRECTORIES: readonly string[] = ['.git', 'node_modules'];
