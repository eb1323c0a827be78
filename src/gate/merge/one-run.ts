import type { PolicyUse } from '../../contract/policy-use.ts';
import type { ShardReport, ShardSettings } from '../../contract/shard-report.ts';
import { quote } from '../../text/quote.ts';
import { UsageError } from '../../text/usage-error.ts';
import type { ShardPart } from './read-shard.ts';

/** Something that all shards of a run have in common, and what to do where two differ in it. */
interface Common {
  readonly of: (shard: ShardReport) => unknown;
  readonly refusal: string;
}

const setting = (name: keyof ShardSettings) => (shard: ShardReport) => shard.settings[name];

const COMMON: readonly Common[] = [
  {
    of: ({ count }) => count,
    refusal:
      'are of runs with another number of shards: give every shard the same N of --shard I/N',
  },
  {
    of: setting('targets'),
    refusal:
      'have other targets: give every shard the same releases, boot paths, memory and limits',
  },
  { of: setting('policy'), refusal: 'have other policies: give every shard the same' },
  {
    of: ({ settings: { failOn, warnBeforeExpiry, isAutomatic } }) =>
      [failOn, warnBeforeExpiry, isAutomatic].join(),
    refusal: 'have another fail-on or warn-before-expiry: give every shard the same',
  },
  {
    of: ({ files, sources }) => JSON.stringify([files, sources]),
    refusal: 'found other files: give every shard the same paths, and the same files at them',
  },
  {
    of: ({ policy }) => shapeOf(policy),
    refusal: 'do not have the same policy in them: one is damaged, or was changed',
  },
];

/** @throws {UsageError} where two reports are not of one run, or have a shard in common. */
export function requireOneRun(a: ShardPart, b: ShardPart): void {
  for (const { of, refusal } of COMMON) {
    if (of(a.shard) !== of(b.shard)) throw refused(a, b, refusal);
  }
  const [one, other] = [a, b].map(({ shard }) => shard.settings.baseline);
  if (one && other && one !== other) {
    throw refused(a, b, 'have other baselines: give every shard the same');
  }
  const both = a.shard.parts.find((part) => b.origins.has(part));
  if (both !== undefined) {
    const origins = [a, b].map(({ origins }) => quote(origins.get(both) ?? '')).join(' and ');
    throw new UsageError(`shard ${both}/${a.shard.count} is there twice: ${origins}`);
  }
  const files = new Set(a.shard.found.map(({ file }) => file));
  if (b.shard.found.some(({ file }) => files.has(file))) {
    throw refused(a, b, 'have files in common: one is damaged, or was changed');
  }
}

function refused(a: ShardPart, b: ShardPart, why: string): UsageError {
  return new UsageError(`${originOf(a)} and ${originOf(b)} ${why}`);
}

function originOf({ origins }: ShardPart): string {
  const [first = ''] = origins.values();
  return quote(first);
}

/** A policy without what kernels made of it. */
function shapeOf({ names, waivers }: PolicyUse): string {
  return JSON.stringify([
    names.map(({ name, place }) => [name, place]),
    waivers.map(({ of, owner, expires, place, kernels }) => [
      ...[of, owner, expires, place],
      kernels.map(({ text }) => text),
    ]),
  ]);
}
