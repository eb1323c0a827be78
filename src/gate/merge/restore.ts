import type { PublishedKernel, PublishedVerdict } from '../../contract/published.ts';
import type { PublishedBinary } from '../../contract/published-binary.ts';
import type { KernelReport, VerdictReport } from '../../contract/report.ts';
import type { ReadBuild } from '../../programs/xen/binary/xen-binary.ts';
import { differenceOf } from '../../programs/xen/difference-names.ts';
import type { Release } from '../../programs/xen/releases.ts';
import { type Calendar, parseXenList } from '../../programs/xen/targets.ts';
import { answerer, type XenBuild } from '../../programs/xen/xen-build.ts';
import { quote } from '../../text/quote.ts';
import { UsageError } from '../../text/usage-error.ts';

/** Finds the build that an id in a report stands for. */
export type FindBuild = (id: string) => XenBuild;

/**
 * @param binaries those that were read from files.
 * @throws {UsageError} from the function, on an id that stands for none.
 */
export function buildFinder(binaries: readonly ReadBuild[], calendar: Calendar): FindBuild {
  const known = new Map<string, XenBuild>(binaries.map((build) => [build.id, build]));
  return (id) => {
    const build = known.get(id) ?? namedBuild(id, calendar);
    known.set(id, build);
    return build;
  };
}

function namedBuild(id: string, calendar: Calendar): XenBuild {
  const build = parse(id, calendar).find((one) => one.id === id);
  if (build === undefined) throw unknown(id);
  return build;
}

function parse(id: string, calendar: Calendar): readonly XenBuild[] {
  try {
    return parseXenList([id], calendar);
  } catch (error) {
    if (error instanceof UsageError) throw unknown(id);
    throw error;
  }
}

function unknown(id: string): UsageError {
  return new UsageError(`the reports name a Xen that is not known: ${quote(id)}`);
}

/** A kernel of a JSON report, with builds in the place of their ids. */
export function restoreKernel(kernel: PublishedKernel, find: FindBuild): KernelReport {
  return { ...kernel, verdicts: kernel.verdicts.map((verdict) => restoreVerdict(verdict, find)) };
}

function restoreVerdict(verdict: PublishedVerdict, find: FindBuild): VerdictReport {
  const { releases, products, binaries = [], ...rest } = verdict;
  // In this order a run has them.
  return { ...rest, builds: [...releases, ...products, ...binaries].map(find) };
}

/** A Xen that was read from its files, as far as a report has it. */
export function restoreBinary(
  { id, label, version, releaseBecause, ...binary }: PublishedBinary,
  releases: readonly Release[],
): ReadBuild {
  const release = releases.find((one) => one.version === binary.release);
  if (release === undefined) throw unknown(binary.release);
  const { files, read, missing, unsure } = binary;
  const differences = binary.differences.flatMap((name) => differenceOf(name) ?? []);
  return {
    id,
    release,
    differences,
    label,
    product: null,
    binary: {
      files: files.map((file) => ({ ...file, facts: [] })),
      version,
      base: { release, candidates: [release], why: releaseBecause },
      read,
      unsure,
      missing,
    },
    has: answerer(release, differences),
  };
}
