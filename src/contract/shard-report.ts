import type { PolicyUse } from './policy-use.ts';
import type { Problem } from './report.ts';

/**
 * What the report of a shard has besides its kernels: all that is decided only where the reports of all
 * shards are together, and what shows that they belong together. Plain data, as published.
 */
export interface ShardReport {
  /** The shards whose kernels are here, from 1, in order: one, unless several reports were joined. */
  readonly parts: readonly number[];
  /** How many shards the run has. */
  readonly count: number;
  readonly settings: ShardSettings;
  /** All files of the run, the same for every shard. */
  readonly files: {
    readonly count: number;
    /** Of their names and sizes, and of what their search came to, in hexadecimal. */
    readonly sha256: string;
  };
  /** The files of these shards, in the order of the run. */
  readonly found: readonly FoundKernels[];
  readonly search: ShardSearch;
  readonly sources: ShardSources;
  readonly policy: PolicyUse;
}

/** What the lines of the sources that causes come from are looked for by. */
export interface ShardSources {
  /** The PATHs, as they were given. */
  readonly patterns: readonly string[];
  /** Files that may be the policy. */
  readonly policies: readonly string[];
}

/** What a run was asked, the same for every shard. The digests are SHA-256, in hexadecimal. */
export interface ShardSettings {
  /** Of the releases, products and files of Xen, the boot paths, the machine and the limits. */
  readonly targets: string;
  /** Of the policy, and of which waivers hold. */
  readonly policy: string;
  /** Of the kernels of the baseline; `null` for none, or for one that could not be read. */
  readonly baseline: string | null;
  readonly failOn: 'fails' | 'warns' | 'never';
  /** In days. */
  readonly warnBeforeExpiry: number;
  /** Whether the kernels themselves say which boot paths are checked. */
  readonly isAutomatic: boolean;
  /** `YYYY-MM-DD`; of several shards the last. */
  readonly day: string;
}

/** One file of the run. */
export interface FoundKernels {
  /** Its place among all files, from 0. */
  readonly file: number;
  /** What is to be checked of it: itself, or the kernels in it. */
  readonly kernels: readonly string[];
}

export interface ShardSearch {
  /** How many of the first problems of the report are those of the search. */
  readonly problems: number;
  /** PATHs for which these shards have no kernel; perhaps another has. */
  readonly unmatched: readonly UnmatchedPath[];
  /** Patterns for what is not checked that matched nothing in these shards. */
  readonly unused: readonly string[];
}

/** A PATH without a kernel, or one alternative of its braces. */
export interface UnmatchedPath extends Problem {
  /** Its place among all PATHs and their alternatives, from 0. */
  readonly at: number;
  /** The PATH, or the alternative. */
  readonly word: string;
  /**
   * `missing`: there is nothing at all under that name; `explained`: the message says why there is no
   * kernel; `excluded`: what there is, is excluded; `none`: there is no kernel.
   */
  readonly why: 'missing' | 'explained' | 'excluded' | 'none';
}
