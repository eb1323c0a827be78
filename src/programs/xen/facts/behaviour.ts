/** A change in the history of Xen: the first release of the main line that has it, and backports. */
export interface Change {
  readonly since: string;
  /** The commit in xen.git. */
  readonly commit: string;
  /** First point release of an older series that has it too, and the commit there. */
  readonly backports?: readonly Backport[];
}

/**
 * A dated fact about Xen: something that releases from `since` on do and earlier ones do not,
 * unless the change was brought to their series by a backport.
 */
export interface Behaviour extends Change {
  /** What it changed, in one clause. */
  readonly what: string;
  /**
   * The fact is a build option, and from here on its default is off: the release as it comes is
   * without it, and a build may turn it on.
   */
  readonly offByDefault?: Change;
}

export interface Backport {
  readonly since: string;
  readonly commit: string;
}
