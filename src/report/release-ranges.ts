import type { VerdictReport } from '../contract/report.ts';
import { compareVersions, PLUS } from '../programs/xen/behaviours.ts';
import { RELEASES } from '../programs/xen/releases.ts';

/**
 * Releases in few words: `4.0–4.1, 4.4.1–4.11.3`. A range runs over neighbours among the releases
 * that were asked for, so none is claimed that nobody asked about; and an end stands without its
 * point number only where the whole series is inside.
 *
 * @param own the releases to name, any order.
 * @param asked all that were asked for, oldest first.
 */
export function foldReleases(own: readonly string[], asked: readonly string[]): string {
  const wanted = new Set(own);
  return splitRuns(asked, (release) => wanted.has(release))
    .filter(({ value }) => value)
    .map(({ releases }) => labelRun(releases))
    .join(', ');
}

/** Every release of some verdicts, once, oldest first. */
export function releasesIn(verdicts: readonly VerdictReport[]): string[] {
  return [...new Set(verdicts.flatMap(({ releases }) => releases))].sort(compareVersions);
}

/** Neighbours with the same value and the same differences from upstream, as runs. */
export function splitRuns<T>(
  releases: readonly string[],
  pick: (release: string) => T,
): { value: T; releases: string[] }[] {
  const runs: { value: T; releases: string[] }[] = [];
  for (const release of releases) {
    const value = pick(release);
    const last = runs.at(-1);
    const alike = differencesOf(last?.releases[0] ?? '') === differencesOf(release);
    if (last && last.value === value && alike) last.releases.push(release);
    else runs.push({ value, releases: [release] });
  }
  return runs;
}

/** A run of neighbours as a range, `4.14–4.17` or `4.14–4.17 +no-pv32`; never empty. */
export function labelRun(run: readonly string[]): string {
  const differences = differencesOf(run[0] ?? '');
  const upstream = run.map((release) => release.slice(0, release.length - differences.length));
  const [first = '', last = first] = [upstream[0], upstream.at(-1)];
  const inside = new Set(upstream);
  const [from, to] = [first, last].map((version) => {
    const minor = version.split('.').slice(0, 2).join('.');
    const points = RELEASES.filter((release) => release.minor === minor);
    return points.every((point) => inside.has(point.version)) ? minor : version;
  });
  if (run.length === 1 && differences !== '') return `${run[0]}`;
  return [from === to ? from : `${from}–${to}`, differences].join(' ').trimEnd();
}

/** `+no-pv32+no-domu-lzo`; empty for an upstream release. */
function differencesOf(release: string): string {
  return release.includes(PLUS) ? release.slice(release.indexOf(PLUS)) : '';
}
