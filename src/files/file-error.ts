const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or directory',
  ENOTDIR: 'a part of the path is not a directory',
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  EISDIR: 'is a directory',
  EEXIST: 'the file exists already',
  ELOOP: 'too many symbolic links',
  ENAMETOOLONG: 'the name is too long',
  ENOSPC: 'no space left on the device',
  EROFS: 'the file system is read-only',
  EIO: 'the device reports an error',
};

/** Why something failed, as a clause for people: system errors in words, others as they say it. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  return (code !== undefined && describeCode(code)) || error.message;
}

/** What the code of a system error means, as a clause; `null` for one without words. */
export function describeCode(code: string): string | null {
  return REASONS[code] ?? null;
}
