import type { VerdictReport } from '../contract/report.ts';
import { distinctBuilds, hasOwnName, suffixOf, type XenBuild } from '../programs/xen/xen-build.ts';

/** Builds that stand beside each other; never none. */
export type Run = readonly [XenBuild, ...XenBuild[]];

/**
 * Builds in few words: `4.0–4.1, 4.4.1–4.11.3`. A range covers neighbours among the requested
 * builds, and no other build. Shorten an endpoint only if its whole series is included.
 *
 * @param own the builds to name, any order.
 * @param asked all requested ones, oldest first.
 */
export function foldBuilds(own: readonly XenBuild[], asked: readonly XenBuild[]): string {
  const wanted = new Set(own.map(({ id }) => id));
  return splitRuns(asked, ({ id }) => wanted.has(id))
    .filter(({ value }) => value)
    .map(({ builds }) => labelRun(builds))
    .join(', ');
}

/** Every build of some verdicts, once, oldest first. */
export function buildsIn(verdicts: readonly VerdictReport[]): XenBuild[] {
  // Alike kernels share their lists, so there are a few of them.
  const lists = new Set(verdicts.map(({ builds }) => builds));
  return distinctBuilds([...lists].flat());
}

/**
 * Neighbours with the same value and the same differences from upstream, as runs; a product, and a
 * Xen that was read, is a run of its own.
 */
export function splitRuns<T>(
  builds: readonly XenBuild[],
  pick: (build: XenBuild) => T,
): { value: T; builds: Run }[] {
  const runs: { value: T; builds: [XenBuild, ...XenBuild[]] }[] = [];
  for (const build of builds) {
    const value = pick(build);
    const last = runs.at(-1);
    const isAlike =
      last !== undefined &&
      !hasOwnName(last.builds[0]) &&
      !hasOwnName(build) &&
      suffixOf(last.builds[0]) === suffixOf(build);
    if (isAlike && last.value === value) last.builds.push(build);
    else runs.push({ value, builds: [build] });
  }
  return runs;
}

/** A run as a range, `4.14–4.17` or `4.14–4.17 +no-pv32`. */
export function labelRun(run: Run): string {
  const [first] = run;
  const last = run.at(-1) ?? first;
  if (hasOwnName(first) || (run.length === 1 && first.differences.length > 0)) return first.label;
  const [from, to] = [first, last].map(({ release: { minor, version, seriesSize } }) => {
    const inside = run.filter(({ release }) => release.minor === minor);
    return inside.length === seriesSize ? minor : version;
  });
  return [from === to ? from : `${from}–${to}`, suffixOf(first)].join(' ').trimEnd();
}
