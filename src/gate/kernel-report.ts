import type { ByteSource } from '../bytes/bytes.ts';
import type { Codec } from '../codecs/codec.ts';
import type { Finding, KernelReport, VerdictReport, VerdictStatus } from '../contract/report.ts';
import { sha256 } from '../files/file-source.ts';
import { buildId } from '../kernel/build-id.ts';
import { elfArch } from '../kernel/elf-kind.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { nameFile } from '../kernel/name-file.ts';
import { openKernel } from '../kernel/open.ts';
import type { CheckTime } from '../kernel/payload/work-budget.ts';
import type { Targets } from '../policy/settings.ts';
import { wayOn } from '../programs/boot-list.ts';
import { type BootPath, CLAIMED_PATHS, claimedAs, isDom0 } from '../programs/boot-path.ts';
import { type BootWay, wayId, wayOf, waysOf } from '../programs/boot-way.ts';
import { distinctBuilds, type XenBuild } from '../programs/xen/xen-build.ts';
import type { Verdict } from '../xen/check-kernel.ts';
import { claimedPaths, type MissingClaim, missingClaims } from '../xen/claims.ts';
import { type Machine, memoryOf } from '../xen/machine.ts';
import { hasReadableNotes, xenNotes } from '../xen/notes-report.ts';
import { PATTERNS } from '../xen/patterns.ts';
import { type Refusal, refusalAt } from '../xen/refusal.ts';
import { lacksDom0Code } from '../xen/start/dom0-code.ts';
import { systemOf } from '../xen/system.ts';
import { checkWay } from './check-way.ts';
import { type Circumstances, circumstancesOf } from './circumstances.ts';
import { explain } from './explain.ts';
import type { TimeLeft } from './time-limit.ts';

/** What a kernel is to boot on: all of these. */
export interface Question {
  readonly targets: readonly Targets[];
  /**
   * Boot paths that the same kernel claimed before, and that this one does not: `auto` stands for them
   * as well. Default: none.
   */
  readonly lost?: readonly BootPath[];
  /** What is wrong with the file that the kernel is in, on every boot path. Default: nothing. */
  readonly refusals?: readonly Refusal[];
}

/** How far the program goes for a file. */
export interface Limits {
  /** The largest dictionary that a decompressor may allocate, in bytes. Default: 128 MiB. */
  readonly maxDictionary?: number;
  /** Called at every step of the work on a kernel; throws where the time of the run is over. */
  readonly checkTime?: CheckTime;
  /** How much of that time is left. */
  readonly timeLeft?: () => TimeLeft;
}

/** The largest file that is checked, in bytes. Every byte is read, even in holes. */
const MAX_SIZE = 4 * 1024 * 1024 * 1024;

/**
 * Checks one kernel, wherever its bytes are; `name` is what the report calls it.
 *
 * @throws {Error} with a clause that follows the name, where it is larger than any kernel.
 */
export async function checkSource(
  source: ByteSource,
  name: string,
  request: Question & Limits,
): Promise<KernelReport> {
  if (source.size > MAX_SIZE) {
    throw new Error(`is larger than any kernel: ${source.size} bytes, more than 4 GiB`);
  }
  const kernel = await openKernel(source, { ...request, patterns: PATTERNS });
  return {
    path: name,
    format: kernel.format,
    codec: codecOf(kernel),
    arch: kernel.elf && elfArch(kernel.elf),
    linuxVersion: kernel.format === 'bzimage' ? kernel.header.kernelVersion : null,
    size: source.size,
    sha256: await sha256(source),
    ...(await checkTargets(kernel, request)),
  };
}

function codecOf(kernel: Kernel): Codec | null {
  const payload = kernel.format === 'bzimage' ? kernel.payload : null;
  const codec = (payload ?? kernel.wrapper)?.codec ?? null;
  return codec === 'none' ? null : codec;
}

/** Build id, notes and claims of an opened kernel, and what each target does with it. */
async function checkTargets(
  kernel: Kernel,
  { targets, lost = [], refusals = [] }: Question,
): Promise<Pick<KernelReport, 'buildId' | 'notes' | 'claims' | 'verdicts'>> {
  return kernel.examine(() => {
    const notes = xenNotes(kernel);
    const lacksDom0 = claimedPaths(notes).some(isDom0) && lacksDom0Code(kernel);
    const claimed = claimedPaths(notes, lacksDom0);
    const automatic =
      claimed.length > 0
        ? [...claimed, ...lost.filter((path) => claimedAs(path) === path)]
        : CLAIMED_PATHS;
    const named = new Set(
      targets.flatMap(({ boot }) => (boot === 'auto' ? [] : boot)).map(({ boot }) => boot),
    );
    const asked = questionsOf(targets, automatic);
    // A kernel whose notes cannot be reached, or that is for another machine, fails for that reason;
    // what it claims is not known.
    const canClaim = hasReadableNotes(kernel) && nameFile(kernel) === null;
    const claims = claimed.length > 0 || canClaim ? claimed : null;
    const claimsNone = claims?.length === 0;
    const checked = asked.map(({ way, machine, builds }) => {
      const path = way.boot;
      const isNamed = named.has(path);
      const lostHere = lost.includes(path) ? missingClaims(notes, lacksDom0)[path] : null;
      return checkWay(kernel, way, builds, machine)
        .map((verdict) => withDamage(verdict, refusals))
        .map((verdict) => (lostHere === null ? verdict : withLoss(verdict, lostHere, isNamed)))
        .map((verdict) => (claimsNone && !isNamed ? withoutPath(verdict) : verdict));
    });
    const circumstances = circumstancesOf(checked.flat(), systemOf(kernel));
    return {
      buildId: kernel.elf && buildId(kernel.elf),
      notes: notes.map(({ type, name, value }) => ({ type, name, value })),
      claims,
      verdicts: asked.flatMap(({ way, machine, builds }, i) => {
        const memory = memoryOf(way.boot, machine);
        const reports = (checked[i] ?? []).map((verdict) => report(verdict, memory, circumstances));
        return mergeAlike(reports, builds);
      }),
    };
  });
}

interface WayQuestion {
  readonly way: BootWay;
  readonly machine: Machine;
  /** Each once, oldest first. */
  readonly builds: readonly XenBuild[];
}

/** What is asked: a question for each way to boot, and each size of the memory that matters there. */
function questionsOf(
  targets: readonly Targets[],
  automatic: readonly BootPath[],
): readonly WayQuestion[] {
  const asked = targets.flatMap((target) => cellsOf(target, automatic));
  return waysOf(asked).flatMap((way) => {
    const byMemory = new Map<number, Asked[]>();
    for (const one of asked.filter((other) => wayId(other) === wayId(way))) {
      const memory = memoryOf(one.boot, one.machine);
      byMemory.set(memory, [...(byMemory.get(memory) ?? []), one]);
    }
    return [...byMemory.values()].flatMap((alike) => {
      const machine = alike[0]?.machine;
      const builds = distinctBuilds(alike.map(({ build }) => build));
      return machine ? [{ way, machine, builds }] : [];
    });
  });
}

/** One build of Xen that is asked for on one way to boot. */
interface Asked extends BootWay {
  readonly build: XenBuild;
  readonly machine: Machine;
}

function cellsOf(
  { boot, among, builds, machine }: Targets,
  automatic: readonly BootPath[],
): Asked[] {
  const paths =
    boot === 'auto'
      ? automatic.filter((path) => among.includes(path)).map((path) => ({ boot: path }))
      : boot;
  return paths.flatMap((path) =>
    builds.map((build) => ({ ...wayOn(path, build), build, machine })),
  );
}

/** A verdict on a kernel of which the file around it does not give all. */
function withDamage(verdict: Verdict, damage: readonly Refusal[]): Verdict {
  if (damage.length === 0) return verdict;
  return { ...verdict, loads: false, refusals: [...damage, ...verdict.refusals] };
}

/**
 * A verdict on a boot path that is lost. Where the path is named, what Xen refuses stays a finding of
 * its own. With `auto` the loss is the only one, so that one waiver is enough, and shows what Xen says.
 */
function withLoss(verdict: Verdict, missing: MissingClaim, isNamed: boolean): Verdict {
  const { boot, refusals } = verdict;
  const loss = (xenSays: string | null) =>
    refusalAt('notes', 'boot-path-lost', { boot, missing }, xenSays);
  const all = isNamed ? [...refusals, loss(null)] : [loss(refusals[0]?.xenSays ?? null)];
  return { ...verdict, refusals: all };
}

const NO_BOOT_PATH = refusalAt('notes', 'no-boot-path', {}, null);

/** A verdict on a kernel that claims nothing: this changes the status, not whether it loads. */
function withoutPath(verdict: Verdict): Verdict {
  return verdict.supported
    ? { ...verdict, refusals: [...verdict.refusals, NO_BOOT_PATH] }
    : verdict;
}

/** @param memory of the domain, in bytes. */
function report(verdict: Verdict, memory: number, circumstances: Circumstances): VerdictReport {
  const { supported, loads, needsMemory, refusals } = verdict;
  const findings = supported ? refusals.map((one) => explain(one, circumstances)) : [];
  return {
    ...wayOf(verdict),
    builds: verdict.builds,
    memory,
    loads,
    needsMemory,
    status: supported ? statusOf(findings) : 'unsupported',
    findings,
  };
}

/** Builds that reached the same verdict in different ways share one entry all the same. */
function mergeAlike(
  verdicts: readonly VerdictReport[],
  order: readonly XenBuild[],
): VerdictReport[] {
  const alike = new Map<string, { merged: VerdictReport[]; builds: Set<XenBuild> }>();
  for (const verdict of verdicts) {
    const { loads, needsMemory, status, findings } = verdict;
    const faults = findings.map((one) => [one.rule, one.stage, one.evidence, one.xenSays]);
    const key = JSON.stringify([loads, needsMemory, status, faults]);
    const entry = alike.get(key) ?? { merged: [], builds: new Set<XenBuild>() };
    entry.merged.push(verdict);
    for (const build of verdict.builds) entry.builds.add(build);
    alike.set(key, entry);
  }
  return [...alike.values()].flatMap(({ merged, builds }) => {
    const [first] = merged;
    if (first === undefined) return [];
    const findings = first.findings.map((finding, i) => {
      const because = merged.flatMap((one) => one.findings[i]?.because ?? []);
      return because.length === 0 ? finding : { ...finding, because };
    });
    return [{ ...first, builds: order.filter((build) => builds.has(build)), findings }];
  });
}

function statusOf(findings: readonly Finding[]): VerdictStatus {
  if (findings.some(({ level }) => level === 'error')) return 'fails';
  return findings.length > 0 ? 'warns' : 'boots';
}
