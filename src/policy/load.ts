import { UsageError } from '../usage-error.ts';
import { BOOT_PATHS, type BootPath } from '../xen/boot-path.ts';
import type { RefusalKind } from '../xen/refusal.ts';
import { RELEASES, type Release } from '../xen/releases.ts';
import { parseXenList } from '../xen/targets.ts';
import { type Mistake, PolicyError } from './mistakes.ts';
import type { FailOn, Policy, TargetFilter, TargetList, Waiver } from './policy.ts';
import { findMistakes } from './schema-check.ts';
import { readYaml, type YamlText } from './yaml-text.ts';

/** A policy file as `schema/policy-1.json` has it; a list of one may be that one. */
interface PolicyFile {
  readonly kernels?: Readonly<Record<string, OneOrMore<string>>>;
  readonly targets?: Readonly<Partial<Record<TargetList, OneOrMore<TargetEntry>>>>;
  readonly 'fail-on'?: FailOn;
  readonly waivers?: OneOrMore<WaiverEntry>;
  readonly baseline?: string;
}

type OneOrMore<T> = T | readonly T[];

interface TargetEntry {
  readonly xen?: OneOrMore<string>;
  readonly boot?: OneOrMore<BootPath | 'auto'>;
}

interface WaiverEntry {
  readonly rule: RefusalKind;
  readonly kernels?: OneOrMore<string>;
  readonly targets?: OneOrMore<TargetEntry>;
  readonly reason: string;
  readonly owner: string;
  readonly expires: string;
}

/** Why a path of a kernel or a baseline cannot be used, as a sentence; `null` where it can. */
export type RefusePath = (path: string) => string | null;

/**
 * Reads a policy.
 *
 * @param text the YAML.
 * @param path what its mistakes call the file.
 * @param today `YYYY-MM-DD`: what `supported` stands for depends on it.
 * @param refuse for what only whoever reads the paths can know.
 * @throws {PolicyError} with all that is wrong with it.
 */
export function loadPolicy(
  text: string,
  path: string,
  today: string,
  refuse: RefusePath = () => null,
): Policy {
  const yaml = readYaml(text, path);
  const refused = findMistakes(yaml);
  if (refused.length > 0) throw new PolicyError(refused);
  const mistakes: Mistake[] = [];
  const policy = build(yaml.data as PolicyFile, yaml, today, mistakes);
  mistakes.push(...refusedPaths(policy, yaml, refuse));
  if (mistakes.length > 0) throw new PolicyError(mistakes);
  return policy;
}

/** @param mistakes takes what the schema cannot know: releases that do not exist. */
function build(file: PolicyFile, yaml: YamlText, today: string, mistakes: Mistake[]): Policy {
  const releases = (xen: OneOrMore<string>, steps: readonly string[]): Release[] => {
    try {
      return parseXenList(listOf(xen), RELEASES, today);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      mistakes.push({ place: yaml.valueAt(steps), message: error.message });
      return [];
    }
  };
  const paths = (boot: OneOrMore<BootPath | 'auto'>, steps: readonly string[]) => {
    const named = BOOT_PATHS.filter((path) => listOf(boot).includes(path));
    if (!listOf(boot).includes('auto')) return named;
    if (named.length > 0) {
      const message = "'boot' is 'auto' or a list of boot paths, not both";
      mistakes.push({ place: yaml.valueAt(steps), message });
    }
    return null;
  };
  const filters = (entries: OneOrMore<TargetEntry> | undefined, steps: readonly string[]) =>
    listOf(entries).map(
      ({ xen, boot }, i): TargetFilter => ({
        releases: xen === undefined ? null : releases(xen, [...steps, String(i), 'xen']),
        boot: boot === undefined ? null : paths(boot, [...steps, String(i), 'boot']),
      }),
    );
  const targets = (list: TargetList) => filters(file.targets?.[list], ['targets', list]);
  return {
    kernels:
      file.kernels === undefined
        ? []
        : yaml.keysOf(['kernels']).map((name) => ({
            name,
            paths: listOf(file.kernels?.[name]),
            place: yaml.valueAt(['kernels', name]),
          })),
    targets: {
      required: targets('required'),
      'allowed-to-fail': targets('allowed-to-fail'),
      ignored: targets('ignored'),
    },
    failOn: file['fail-on'] ?? null,
    waivers: listOf(file.waivers).map(
      ({ kernels, targets: entries, ...waiver }, i): Waiver => ({
        ...waiver,
        kernels: listOf(kernels),
        targets: filters(entries, ['waivers', String(i), 'targets']),
        place: yaml.valueAt(['waivers', String(i)]),
      }),
    ),
    baseline:
      file.baseline === undefined
        ? null
        : { path: file.baseline, place: yaml.valueAt(['baseline']) },
  };
}

function refusedPaths(
  { kernels, baseline }: Policy,
  yaml: YamlText,
  refuse: RefusePath,
): Mistake[] {
  const named = kernels.flatMap(({ name, paths }) =>
    paths.map((path, i) => ({ path, place: yaml.valueAt(['kernels', name, String(i)]) })),
  );
  return [...named, ...(baseline === null ? [] : [baseline])].flatMap(({ path, place }) => {
    const message = refuse(path);
    return message === null ? [] : [{ place, message }];
  });
}

function listOf<T>(entries: OneOrMore<T> | undefined): readonly T[] {
  if (entries === undefined) return [];
  return Array.isArray(entries) ? entries : [entries as T];
}
