/**
 * A dated fact about Xen: something that releases from `since` on do and earlier ones do not,
 * unless the change was brought to their series by a backport.
 */
export interface Behaviour {
  /** First release of the main line that has it. */
  readonly since: string;
  /** The commit in xen.git. */
  readonly commit: string;
  /** First point release of an older series that has it too, and the commit there. */
  readonly backports?: readonly Backport[];
  /** What it changed, in one clause. */
  readonly what: string;
}

export interface Backport {
  readonly since: string;
  readonly commit: string;
}
