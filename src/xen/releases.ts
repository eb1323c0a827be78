/** One upstream release. Its number has three or (4.1.6.1) four parts. */
export interface Release {
  readonly version: string;
  /** The series that it belongs to, `4.17`. */
  readonly minor: string;
  /** Day of the release tag, `YYYY-MM-DD`. */
  readonly date: string;
}

/** Every upstream release 4.0.0 … 4.22.0, in order of their numbers. */
export const RELEASES: readonly Release[] = [];
