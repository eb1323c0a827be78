import { posix } from 'node:path';
import type { NamedPath } from '../programs/boot-list.ts';
import type { BootPath } from '../programs/boot-path.ts';
import type { BootWay } from '../programs/boot-way.ts';
import type { XenBuild } from '../programs/xen/xen-build.ts';
import type { RuleId } from '../rules/index.ts';
import type { Machine } from '../xen/machine.ts';

/** What makes the gate fail: `never` leaves only inputs that were not checked. */
export const FAIL_ON = ['fails', 'warns', 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** What a project asks of its kernels: a policy file, read and checked. docs/policy.md has the rest. */
export interface Policy {
  readonly kernels: readonly NamedKernels[];
  /** Patterns for paths that are not checked. */
  readonly exclude: readonly string[];
  readonly targets: Readonly<Record<TargetList, readonly TargetFilter[]>>;
  readonly failOn: FailOn | null;
  readonly memory: NamedMemory;
  readonly waivers: readonly Waiver[];
  /** A JSON report or a kernel: what was there before. */
  readonly baseline: PolicyFile | null;
}

/** What a run without a policy file asks. */
export const NO_POLICY: Policy = {
  kernels: [],
  exclude: [],
  targets: { required: [], 'allowed-to-fail': [], ignored: [] },
  failOn: null,
  memory: { dom0Memory: null, guestMemory: null },
  waivers: [],
  baseline: null,
};

/** Every path at which a policy has kernels to check: its baseline gets no more than a name there. */
export function pathsOf({ kernels, baseline }: Policy): string[] {
  const paths = kernels.flatMap((one) => one.paths);
  if (baseline === null) return paths;
  return paths.filter((path) => posix.normalize(path) !== posix.normalize(baseline.path));
}

export type TargetList = 'required' | 'allowed-to-fail' | 'ignored';

export interface NamedKernels {
  readonly name: string;
  /** Patterns for paths. */
  readonly paths: readonly string[];
  /** Where the policy file has it. */
  readonly place: Place;
}

/** Memory in bytes; `null` where the policy names none. */
export type NamedMemory = { readonly [K in keyof Machine]: Machine[K] | null };

/** Some builds of Xen on some boot paths with some memory; `null` where the policy names none. */
export interface TargetFilter extends NamedMemory {
  readonly builds: readonly XenBuild[] | null;
  /** Files of Xen, whose builds `withBinaries` adds. */
  readonly binaries: readonly PolicyFile[];
  readonly boot: readonly NamedPath[] | null;
  /** Where `boot` is `null`: the boot paths that it is about. */
  readonly among: readonly BootPath[];
}

/** One build of Xen on one boot path, with so much memory of the domain, in bytes. */
export interface Target extends BootWay {
  readonly build: XenBuild;
  readonly memory: number;
}

/** Findings that are accepted until a date. */
export interface Waiver {
  readonly rule: RuleId;
  /** Only findings about this name of a feature. */
  readonly feature?: string;
  /** Names or patterns for paths; empty for every kernel. */
  readonly kernels: readonly string[];
  /** Empty for every target. */
  readonly targets: readonly TargetFilter[];
  readonly reason: string;
  readonly owner: string;
  /** The last day on which it holds, `YYYY-MM-DD`. */
  readonly expires: string;
  /** Where the policy file has it. */
  readonly place: Place;
}

/** A file that a policy names. */
export interface PolicyFile {
  readonly path: string;
  /** Where the policy file names it. */
  readonly place: Place;
  /** What it holds, where that is not what the file at the path holds. */
  readonly content?: Uint8Array;
}

/** A place in a text file; lines and columns count from 1. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}
