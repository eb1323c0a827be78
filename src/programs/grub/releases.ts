/** One release of GRUB that can be asked for. */
export interface GrubRelease {
  /** `2.06`, `2.02-beta2`: the tag without its `grub-`. */
  readonly version: string;
  /** Day of the release tag, `YYYY-MM-DD`. */
  readonly date: string;
}

/**
 * The releases since GRUB boots guests of Xen, oldest first. There was no 2.03, 2.05 or 2.07 to 2.11,
 * and no 2.13. The two betas stand here because distributions shipped them for years.
 */
export const GRUB_RELEASES: readonly GrubRelease[] = [
  { version: '2.02-beta2', date: '2013-12-24' },
  { version: '2.02-beta3', date: '2016-03-02' },
  { version: '2.02', date: '2017-04-25' },
  { version: '2.04', date: '2019-07-04' },
  { version: '2.06', date: '2021-06-08' },
  { version: '2.12', date: '2023-12-20' },
  { version: '2.14', date: '2026-01-14' },
];

/** The newest GRUB that is known. */
export const NEWEST_GRUB = GRUB_RELEASES.at(-1)?.version as string;

/**
 * Candidates that load every kernel as their release does: all facts of the release are in them. Those of
 * 2.02 are left out, because the reader of payloads changed twice between beta3 and 2.02.
 */
const CANDIDATE = /^(2\.(?:04|06|12|14))-rc\d[a-z]?$/;

/**
 * The release that a name stands for: itself, `2.02~beta2` as Debian writes `2.02-beta2`, or the release of
 * a candidate (`2.14-rc1`). `null` for a release that is not known.
 */
export function findGrubRelease(name: string): GrubRelease | null {
  const tag = name.replace('~', '-');
  const version = CANDIDATE.exec(tag)?.[1] ?? tag;
  return GRUB_RELEASES.find((release) => release.version === version) ?? null;
}

/** Orders releases: negative where `a` is the older one. `2.02-beta3` < `2.02-rc1` < `2.02`. */
export function compareGrubReleases(a: string, b: string): number {
  const [one, other] = [partsOf(a), partsOf(b)];
  return (
    one.map((part, i) => part - (other[i] as number)).find((difference) => difference !== 0) ?? 0
  );
}

/** Before a release come its candidates, and before these its betas. */
const STEPS = ['beta', 'rc'];

function partsOf(version: string): number[] {
  const [, major, minor, step, count] = /^(\d+)\.(\d+)(?:-(beta|rc)(\d+))?$/.exec(version) ?? [];
  if (minor === undefined) throw new Error(`no release of GRUB: ${version}`);
  const stage = step === undefined ? STEPS.length : STEPS.indexOf(step);
  return [Number(major), Number(minor), stage, Number(count ?? 0)];
}
