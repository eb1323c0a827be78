import { bytesSource } from '../bytes/bytes.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Has } from '../programs/xen/facts/facts.ts';
import type { XenBuild } from '../programs/xen/xen-build.ts';
import type { Stage } from '../rules/stages.ts';
import { describeNearMisses } from '../rules/unread-notes.ts';
import { evaluateBuilds } from './distinct.ts';
import { initialise } from './libelf/init.ts';
import { LATEST } from './libelf/latest.ts';
import { type ListedNote, listNotes } from './libelf/list-notes.ts';
import type { Parameters } from './libelf/parameters.ts';
import { type Container, parseXenElf } from './libelf/parse.ts';
import { nearMissesOf } from './near-misses.ts';
import { unreadOf } from './unread-notes.ts';

export type XenNote = ListedNote;

/** What Xen reads from the notes; numbers as hexadecimal strings, `null` where unset. */
export interface XenParameters {
  readonly virtBase: string | null;
  readonly entry: string | null;
  readonly hypercallPage: string | null;
  readonly paddrOffset: string | null;
  readonly kernelStart: string;
  readonly kernelEnd: string;
  readonly initP2m: string | null;
  readonly phys32Entry: string | null;
  readonly pae: string;
  readonly bsdSymtab: string;
  readonly guestOs: string;
  readonly loader: string;
  readonly xenVersion: string;
  readonly supportedFeatures: string;
  readonly requiredFeatures: string;
  readonly relocation: {
    readonly align: string | null;
    readonly min: string;
    readonly max: string;
  } | null;
}

/** What some builds read from the notes for one kind of container. */
export interface ParseGroup {
  readonly container: Container;
  /** Oldest first. */
  readonly builds: readonly XenBuild[];
  readonly accepted: boolean;
  /** Where it gave up; `null` where it accepted. */
  readonly stage: Stage | null;
  /** The line that these builds print; `null` where they say nothing. */
  readonly xenSays: string | null;
  /** `null` where they give up. */
  readonly parameters: XenParameters | null;
}

export interface NotesReport {
  readonly notes: readonly XenNote[];
  /** What looks like Xen's notes and is none, a sentence each; left out where there is nothing. */
  readonly nearMisses?: readonly string[];
  readonly parse: readonly ParseGroup[];
}

/** The Xen notes of a kernel, in the order in which Xen meets them. Call it inside `examine`. */
export function xenNotes({ elf }: Kernel): XenNote[] {
  return elf ? listNotes(elf, LATEST) : [];
}

/** Whether there is an ELF file that can be followed to its notes. Call it inside `examine`. */
export function hasReadableNotes({ elf }: Kernel): boolean {
  return elf !== null && 'elf' in initialise(elf, LATEST);
}

/** The notes, and what the libelf of each build reads from them. Call it inside `examine`. */
export function notesReport(kernel: Kernel, builds: readonly XenBuild[]): NotesReport {
  const parse = (['pv', 'pvh'] as const).flatMap((container) =>
    parseGroups(kernel, container, builds),
  );
  const { all, conflict } = nearMissesOf(kernel, true);
  const nearMisses = describeNearMisses({ unread: all.map(unreadOf), conflict });
  return { notes: xenNotes(kernel), ...(nearMisses.length > 0 && { nearMisses }), parse };
}

function parseGroups(
  kernel: Kernel,
  container: Container,
  asked: readonly XenBuild[],
): ParseGroup[] {
  const outcomes = evaluateBuilds(asked, (has) => answer(kernel, container, has));
  const groups = new Map<string, Omit<ParseGroup, 'builds'> & { builds: XenBuild[] }>();
  for (const { builds, result } of outcomes) {
    const key = JSON.stringify(result);
    const group = groups.get(key);
    if (group) group.builds.push(...builds);
    else groups.set(key, { container, ...result, builds: [...builds] });
  }
  return [...groups.values()].map((group) => ({
    ...group,
    builds: asked.filter((build) => group.builds.includes(build)),
  }));
}

type Answer = Omit<ParseGroup, 'container' | 'builds'>;

function answer({ format, elf }: Kernel, container: Container, has: Has): Answer {
  if (!elf && format !== null) {
    return { accepted: false, stage: 'payload', xenSays: null, parameters: null };
  }
  const { refusal, parameters } = parseXenElf(elf ?? NOTHING, container, has);
  return refusal
    ? { accepted: false, stage: refusal.stage, xenSays: refusal.xenSays, parameters: null }
    : { accepted: true, stage: null, xenSays: null, parameters: inHex(parameters) };
}

/** What libelf is given of a file that is neither a bzImage nor an ELF file. */
const NOTHING = bytesSource(new Uint8Array(0));

function inHex(parameters: Parameters): XenParameters {
  const { relocation } = parameters;
  return {
    virtBase: hexOrNull(parameters.virtBase),
    entry: hexOrNull(parameters.entry),
    hypercallPage: hexOrNull(parameters.hypercallPage),
    paddrOffset: hexOrNull(parameters.paddrOffset),
    kernelStart: hex(parameters.kernelStart),
    kernelEnd: hex(parameters.kernelEnd),
    initP2m: hexOrNull(parameters.initP2m),
    phys32Entry: hexOrNull(parameters.phys32Entry),
    pae: hex(parameters.pae),
    bsdSymtab: hex(Number(parameters.bsdSymtab)),
    guestOs: parameters.guestOs,
    loader: parameters.loader,
    xenVersion: parameters.xenVersion,
    supportedFeatures: hex(parameters.supportedFeatures),
    requiredFeatures: hex(parameters.requiredFeatures),
    relocation: relocation && {
      align: hexOrNull(relocation.align),
      min: hex(relocation.min),
      max: hex(relocation.max),
    },
  };
}

const hex = (value: bigint | number) => `0x${value.toString(16)}`;
const hexOrNull = (value: bigint | number | null) => (value === null ? null : hex(value));
