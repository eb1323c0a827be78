import type { PartId } from './parts.ts';

/** The times of several runs, in seconds. */
export interface Spread {
  readonly least: number;
  readonly median: number;
  readonly most: number;
}

export interface Measurement {
  /** Wall time of the whole process, with its children. */
  readonly seconds: Spread;
  /** Largest resident set of any one process among them, in any run, in bytes; `null` if not measured. */
  readonly peakRss: number | null;
}

/** One cell of a table. */
export interface Row extends Measurement {
  readonly part: PartId;
  /** The input: `gzip`, `134 releases`. */
  readonly name: string;
  /** The way to handle it, a column of the part. */
  readonly way: string;
}

/** What was not measured, and why. */
export interface Skipped {
  readonly what: string;
  readonly why: string;
}

export interface Machine {
  /** The model of its processor. */
  readonly cpu: string;
  readonly cores: number;
  readonly node: string;
  /** Its operating system and the release of its kernel. */
  readonly system: string;
  /** Processes that ran or waited in the minute before the run. */
  readonly load: number;
}

/** All that a report is made from. */
export interface Measurements {
  /** `2026-11-28` */
  readonly date: string;
  readonly machine: Machine;
  /** How often each command was run, if the part does not say otherwise. */
  readonly runs: number;
  readonly rows: readonly Row[];
  readonly skipped: readonly Skipped[];
}

/** The row of a part, if it was measured. */
export function find(
  { rows }: Measurements,
  part: PartId,
  name: string,
  way: string,
): Row | undefined {
  return rows.find((row) => row.part === part && row.name === name && row.way === way);
}

/** How many times as long `row` took as `other`; `null` if one of them was not measured. */
export function ratioOf(row: Row | undefined, other: Row | undefined): number | null {
  return row && other ? row.seconds.median / other.seconds.median : null;
}
