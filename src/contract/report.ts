import type { Codec } from '../codecs/codec.ts';
import type { PeContainer } from '../kernel/pe-kernel.ts';
import type { BootPath } from '../programs/boot-path.ts';
import type { BootWay } from '../programs/boot-way.ts';
import type { ReadBuild } from '../programs/xen/binary/xen-binary.ts';
import type { Because } from '../programs/xen/products/because.ts';
import type { XenBuild } from '../programs/xen/xen-build.ts';
import type { Stage } from '../rules/stages.ts';
import type { ShardReport } from './shard-report.ts';

/**
 * The result of a run, the same for every output format. As JSON, it is `published.ts`.
 *
 * Every string may hold untrusted bytes. Escape it for the output before you print it.
 */
export interface Report {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: 'xen-boot-gate'; readonly version: string };
  /** The part of a run that this is; left out where it is all of it. */
  readonly shard?: ShardReport;
  readonly gate: GateResult;
  /** Each Xen that was read from its files; left out where there is none. */
  readonly binaries?: readonly ReadBuild[];
  readonly kernels: readonly KernelReport[];
  readonly problems: readonly Problem[];
  /** What is to be said about the policy itself; left out where there is nothing. */
  readonly notices?: readonly Notice[];
}

/**
 * The decision. The numbers count (kernel, boot path, release) combinations, but for those that the
 * policy ignores; they do not make it alone: `failOn` and what was not checked have a say.
 */
export interface GateResult {
  readonly passed: boolean;
  readonly failed: number;
  /** With those that the policy allows to fail, and those that the baseline knows. */
  readonly warned: number;
  /** Those where every finding is waived. */
  readonly waived: number;
}

/** One kernel and what every target does with it. */
export interface KernelReport {
  readonly path: string;
  /** What the policy calls it. */
  readonly name?: string;
  /** The PE file that it is the kernel of, which Xen itself does not load; left out where it is in none. */
  readonly container?: PeContainer;
  /** `null`: the file is no kernel that Xen could recognise. */
  readonly format: 'bzimage' | 'elf' | null;
  /** The payload's compression, or that of the whole file; `null` for none. */
  readonly codec: Codec | null;
  /** The ELF machine, `x86_64`, `i386`, … or `machine N`; `null` where no ELF was reached. */
  readonly arch: string | null;
  /** The `kernel_version` string of the bzImage header. */
  readonly linuxVersion: string | null;
  /**
   * The id that the linker gave the ELF file inside, in hexadecimal, the same in a `vmlinux` and in
   * its bzImage; `null` where there is none.
   */
  readonly buildId: string | null;
  /** Size of the file in bytes. */
  readonly size: number;
  /** Of the file, in hexadecimal. */
  readonly sha256: string;
  readonly notes: readonly NoteReport[];
  /** The boot paths that its notes claim; `null` where its notes cannot be reached. */
  readonly claims: readonly BootPath[] | null;
  readonly verdicts: readonly VerdictReport[];
}

export interface NoteReport {
  readonly type: number;
  readonly name: string;
  readonly value: string;
}

/** What a group of builds of Xen does with the kernel on one boot path. */
export interface VerdictReport extends BootWay {
  /** Builds with the same verdict share one entry, oldest first. */
  readonly builds: readonly XenBuild[];
  /** The memory that the domain is assumed to have, in bytes. */
  readonly memory: number;
  /** Whether the loader of these releases takes the kernel, damaged or not. */
  readonly loads: boolean;
  /** The least memory of the domain with which it loads, in bytes; `null` for unknown. */
  readonly needsMemory: number | null;
  readonly status: VerdictStatus;
  /** How the policy counts it; left out where the kernel has to boot here. */
  readonly role?: 'allowed-to-fail' | 'ignored';
  readonly findings: readonly Finding[];
}

/** `unsupported`: the release has no such boot path. */
export type VerdictStatus = 'boots' | 'warns' | 'fails' | 'unsupported';

/** A rule that hit. */
export interface Finding {
  readonly rule: string;
  readonly level: 'error' | 'warning';
  readonly stage: Stage;
  /** The data behind the message, by field; what they mean is in the file of the rule. */
  readonly evidence: Readonly<Record<string, EvidenceValue>>;
  readonly message: string;
  /** What this release prints, a line or more; `null` where it says nothing. */
  readonly xenSays: string | null;
  /** The differences of products, or of a Xen that was read, that lead to it, or are not known; left out where there are none. */
  readonly because?: readonly Because[];
  readonly fix: string;
  readonly references: readonly string[];
  /** The waiver of the policy that accepts it. */
  readonly waiver?: WaiverReport;
  /** The baseline has it as well. */
  readonly known?: true;
}

export type EvidenceValue =
  | string
  | number
  | boolean
  | null
  | readonly EvidenceValue[]
  | Readonly<Record<string, unknown>>;

/** Words of a policy. */
export interface WaiverReport {
  readonly reason: string;
  readonly owner: string;
  /** The last day on which it holds, `YYYY-MM-DD`. */
  readonly expires: string;
}

/** A message for the maintainers of the policy; it changes no decision. */
export interface Notice {
  /** The policy file, and where in it; lines and columns count from 1. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly level: 'warning' | 'notice';
  readonly message: string;
}

/** Something that kept an input from being checked at all; the exit code is 2. */
export interface Problem {
  readonly path: string;
  readonly message: string;
}
