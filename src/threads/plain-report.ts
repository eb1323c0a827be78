import type { KernelReport, VerdictReport } from '../contract/report.ts';
import { buildOfPlain, type PlainBuild, plainBuild } from '../programs/xen/plain-build.ts';
import type { Release } from '../programs/xen/releases.ts';
import type { XenBuild } from '../programs/xen/xen-build.ts';

/** A report of a kernel, to be sent to another thread. */
export interface PlainReport extends Omit<KernelReport, 'notes' | 'claims' | 'verdicts'> {
  /**
   * The rest, as JSON. Kernels that are alike have the same one: as a text it is compared fast, and it
   * is parsed once for all of them.
   */
  readonly rest: string;
}

type Rest = Pick<KernelReport, 'notes' | 'claims'> & {
  readonly verdicts: readonly PlainVerdict[];
  /** Builds that were not asked for: the Xen around the kernel. */
  readonly around: readonly PlainBuild[];
};

/** Builds are known by their places among those that are asked for, and those of `around` behind them. */
type PlainVerdict = Omit<VerdictReport, 'builds'> & { readonly builds: readonly number[] };

export function plainReport(report: KernelReport, asked: readonly XenBuild[]): PlainReport {
  const { notes, claims, verdicts, ...head } = report;
  const places = new Map(asked.map((build, place) => [build, place]));
  const around: XenBuild[] = [];
  const placeOf = (build: XenBuild): number => {
    const known = places.get(build);
    if (known !== undefined) return known;
    around.push(build);
    places.set(build, places.size);
    return places.size - 1;
  };
  const plain = verdicts.map((verdict) => ({ ...verdict, builds: verdict.builds.map(placeOf) }));
  const rest: Rest = { notes, claims, verdicts: plain, around: around.map(plainBuild) };
  return { ...head, rest: JSON.stringify(rest) };
}

/** How many texts are remembered. One has some 50 KB, with every release. */
const MOST_KNOWN = 64;

/**
 * Makes reports of what other threads sent.
 *
 * @param asked the same builds, in the same order.
 */
export function reportReader(
  asked: readonly XenBuild[],
  releases: readonly Release[],
): (report: PlainReport) => KernelReport {
  const known = new Map<string, Pick<KernelReport, 'notes' | 'claims' | 'verdicts'>>();
  return ({ rest, ...head }) => {
    const parts = known.get(rest) ?? parse(rest, asked, releases);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(rest, parts);
    return { ...head, ...parts };
  };
}

function parse(text: string, asked: readonly XenBuild[], releases: readonly Release[]) {
  const { notes, claims, verdicts, around } = JSON.parse(text) as Rest;
  const builds = [...asked, ...around.map((build) => buildOfPlain(build, releases))];
  return {
    notes,
    claims,
    verdicts: verdicts.map((verdict) => ({
      ...verdict,
      builds: verdict.builds.flatMap((place) => builds[place] ?? []),
    })),
  };
}
