/** A change in the history of a program: the first release of the main line that has it, and backports. */
export interface Change {
  readonly since: string;
  /** The commit in the repository of the program. */
  readonly commit: string;
  /** First point release of an older series that has it too, and the commit there. */
  readonly backports?: readonly Backport[];
}

export interface Backport {
  readonly since: string;
  readonly commit: string;
}

/**
 * - `behaviour`: some kernel loads, needs or becomes something else through it
 * - `build-option`: a build can leave it out, and distributions do
 * - `boot-option`: the command line of Xen turns it on, or a vendor makes it the default
 * - `wording`: every kernel loads or fails as before, and only what the program prints changes
 */
export type FactKind = 'behaviour' | 'build-option' | 'boot-option' | 'wording';

/**
 * A dated fact about a program that loads kernels: a behaviour of its releases from `since` on.
 * Earlier releases do not have it, unless a backport brought it to their series.
 */
export interface Fact extends Change {
  readonly kind: FactKind;
  /** What it changed, in one clause. */
  readonly what: string;
  /** What a build option takes: a library, or an option of the configuration. */
  readonly needs?: string;
  /** From here on the default of an option is off; a build, or the command line of Xen, may turn it on. */
  readonly offByDefault?: Change;
}
