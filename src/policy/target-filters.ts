import { type NamedPaths, parseBootList } from '../programs/boot-list.ts';
import { BOOT_PATHS, type BootPath, isDom0 } from '../programs/boot-path.ts';
import { type Calendar, parseXenList } from '../programs/xen/targets.ts';
import type { XenBuild } from '../programs/xen/xen-build.ts';
import { quote } from '../text/quote.ts';
import { UsageError } from '../text/usage-error.ts';
import { readMemory } from '../xen/read-memory.ts';
import type { Mistake } from './mistakes.ts';
import type { NamedMemory, TargetFilter } from './policy.ts';
import type { YamlText } from './yaml-text.ts';

export type OneOrMore<T> = T | readonly T[];

export interface MemoryEntries {
  readonly 'dom0-memory'?: string;
  readonly 'guest-memory'?: string;
}

/** An entry of a list of targets, as the policy file has it. */
export interface TargetEntry extends MemoryEntries {
  readonly xen?: OneOrMore<string>;
  readonly 'xen-binary'?: OneOrMore<string>;
  readonly boot?: OneOrMore<string>;
}

type ReadFilters = (
  entries: OneOrMore<TargetEntry> | undefined,
  steps: readonly string[],
) => TargetFilter[];

/** What reads the targets of a policy; `steps` lead to them in the file. */
export interface FilterReader {
  readonly memory: (entries: MemoryEntries, steps: readonly string[]) => NamedMemory;
  readonly filters: ReadFilters;
  /** An exception for guests of some size is none for dom0, unless `boot` names dom0. */
  readonly exceptions: ReadFilters;
}

/** @param mistakes takes what the schema cannot know: releases that do not exist, sizes of no memory. */
export function filterReader(
  yaml: YamlText,
  calendar: Calendar,
  mistakes: Mistake[],
): FilterReader {
  const refuse = (steps: readonly string[], message: string) => {
    mistakes.push({ place: yaml.valueAt(steps), message });
  };
  const parse = <T>(steps: readonly string[], otherwise: T, work: () => T): T => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      refuse(steps, error.message);
      return otherwise;
    }
  };
  const buildsOf = (xen: OneOrMore<string>, steps: readonly string[]) =>
    parse<XenBuild[]>(steps, [], () => parseXenList(listOf(xen), calendar));
  const pathsOf = (boot: OneOrMore<string>, steps: readonly string[]) => {
    const named = parse<NamedPaths>(steps, [], () => parseBootList(listOf(boot)));
    return named === 'auto' ? null : named;
  };
  const size = (text: string | undefined, steps: readonly string[]): number | null => {
    if (text === undefined) return null;
    const memory = readMemory(text);
    if ('bytes' in memory) return memory.bytes;
    refuse(steps, `${quote(steps.at(-1) ?? '')} cannot be ${quote(text)}: ${memory.fault}`);
    return null;
  };
  const memory: FilterReader['memory'] = (entries, steps) => ({
    dom0Memory: size(entries['dom0-memory'], [...steps, 'dom0-memory']),
    guestMemory: size(entries['guest-memory'], [...steps, 'guest-memory']),
  });
  const filters: ReadFilters = (entries, steps) =>
    listOf(entries).map((entry, i) => {
      const { xen, boot, 'xen-binary': files } = entry;
      const own = [...steps, String(i)];
      // The builds of files come to those that are named, and alone to none.
      const named = xen === undefined ? null : buildsOf(xen, [...own, 'xen']);
      return {
        builds: named ?? (files === undefined ? null : []),
        binaries: listOf(files).map((path, at) => ({
          path,
          place: yaml.valueAt([...own, 'xen-binary', String(at)]),
        })),
        boot: boot === undefined ? null : pathsOf(boot, [...own, 'boot']),
        among: BOOT_PATHS,
        ...memory(entry, own),
      };
    });
  const exceptions: ReadFilters = (entries, steps) =>
    filters(entries, steps).map((filter) => ({ ...filter, among: pathsWithMemory(filter) }));
  return { memory, filters, exceptions };
}

/** The boot paths of the domains whose memory is named; all, where it is that of both or none. */
function pathsWithMemory({ dom0Memory, guestMemory }: NamedMemory): readonly BootPath[] {
  if ((dom0Memory === null) === (guestMemory === null)) return BOOT_PATHS;
  return BOOT_PATHS.filter((path) => isDom0(path) === (guestMemory === null));
}

export function listOf<T>(entries: OneOrMore<T> | undefined): readonly T[] {
  if (entries === undefined) return [];
  return Array.isArray(entries) ? entries : [entries as T];
}
