/** What kept an archive from being read to its end. */
export type ArchiveFault =
  /** its bytes contradict its format, or end too early */
  | 'damaged'
  /** a kind of archive, or of compression, that is not read */
  | 'unsupported'
  /** more than a limit of `limits.ts` */
  | 'limit';

/** An archive that cannot be read; the message is a clause that follows its name: `is cut: …`. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
  readonly fault: ArchiveFault;

  constructor(fault: ArchiveFault, message: string) {
    super(message);
    this.fault = fault;
  }
}
