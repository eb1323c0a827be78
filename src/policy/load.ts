import type { Calendar } from '../programs/xen/targets.ts';
import { RULES, type RuleId } from '../rules/index.ts';
import { quote } from '../text/quote.ts';
import { type Mistake, PolicyError } from './mistakes.ts';
import type { FailOn, Policy, TargetList, Waiver } from './policy.ts';
import { findMistakes } from './schema-check.ts';
import {
  filterReader,
  listOf,
  type MemoryEntries,
  type OneOrMore,
  type TargetEntry,
} from './target-filters.ts';
import { binariesOf } from './with-binaries.ts';
import { readYaml, type YamlText } from './yaml-text.ts';

/** A policy file as `schema/policy-1.json` has it; a list of one may be that one. */
interface PolicyData extends MemoryEntries {
  readonly kernels?: Readonly<Record<string, OneOrMore<string>>>;
  readonly exclude?: OneOrMore<string>;
  readonly targets?: Readonly<Partial<Record<TargetList, OneOrMore<TargetEntry>>>>;
  readonly 'fail-on'?: FailOn;
  readonly waivers?: OneOrMore<WaiverEntry>;
  readonly baseline?: string;
}

interface WaiverEntry {
  readonly rule: RuleId;
  readonly feature?: string;
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
 * @param refuse for errors that only the reader of the paths can find.
 * @throws {PolicyError} with all its errors.
 */
export function loadPolicy(
  text: string,
  path: string,
  calendar: Calendar,
  refuse: RefusePath = () => null,
): Policy {
  const yaml = readYaml(text, path);
  const refused = findMistakes(yaml);
  if (refused.length > 0) throw new PolicyError(refused);
  const mistakes: Mistake[] = [];
  const policy = build(yaml.data as PolicyData, yaml, calendar, mistakes);
  mistakes.push(...refusedPaths(policy, yaml, refuse), ...pointlessFeatures(policy, yaml));
  if (mistakes.length > 0) throw new PolicyError(mistakes);
  return policy;
}

/** @param mistakes takes what the schema cannot know: releases that do not exist, sizes of no memory. */
function build(file: PolicyData, yaml: YamlText, calendar: Calendar, mistakes: Mistake[]): Policy {
  const { memory, filters, exceptions } = filterReader(yaml, calendar, mistakes);
  return {
    kernels:
      file.kernels === undefined
        ? []
        : yaml.keysOf(['kernels']).map((name) => ({
            name,
            paths: listOf(file.kernels?.[name]),
            place: yaml.valueAt(['kernels', name]),
          })),
    exclude: listOf(file.exclude),
    targets: {
      required: filters(file.targets?.required, ['targets', 'required']),
      'allowed-to-fail': exceptions(file.targets?.['allowed-to-fail'], [
        'targets',
        'allowed-to-fail',
      ]),
      ignored: exceptions(file.targets?.ignored, ['targets', 'ignored']),
    },
    failOn: file['fail-on'] ?? null,
    memory: memory(file, []),
    waivers: listOf(file.waivers).map(
      ({ kernels, targets: entries, ...waiver }, i): Waiver => ({
        ...waiver,
        kernels: listOf(kernels),
        targets: exceptions(entries, ['waivers', String(i), 'targets']),
        place: yaml.valueAt(['waivers', String(i)]),
      }),
    ),
    baseline:
      file.baseline === undefined
        ? null
        : { path: file.baseline, place: yaml.valueAt(['baseline']) },
  };
}

/** A feature of a rule without features would match nothing. */
function pointlessFeatures({ waivers }: Policy, yaml: YamlText): Mistake[] {
  return waivers.flatMap(({ rule, feature }, i) => {
    const { evidence } = RULES[rule];
    if (feature === undefined || 'feature' in evidence) return [];
    const place = yaml.valueAt(['waivers', String(i), 'feature']);
    return [{ place, message: `findings of the rule ${quote(rule)} have no feature` }];
  });
}

function refusedPaths(policy: Policy, yaml: YamlText, refuse: RefusePath): Mistake[] {
  const { kernels, baseline } = policy;
  const named = kernels.flatMap(({ name, paths }) =>
    paths.map((path, i) => ({ path, place: yaml.valueAt(['kernels', name, String(i)]) })),
  );
  return [...named, ...binariesOf(policy), ...(baseline === null ? [] : [baseline])].flatMap(
    ({ path, place }) => {
      const message = refuse(path);
      return message === null ? [] : [{ place, message }];
    },
  );
}
