import { readFileSync } from 'node:fs';
import { gunzipSync, inflateSync } from 'node:zlib';
import { behavioursOf, compareVersions } from '../../src/programs/xen/behaviours.ts';
import { RELEASES, type Release } from '../../src/programs/xen/releases.ts';

export interface Vector<Result> {
  readonly id: string;
  readonly image: Uint8Array;
  readonly results: readonly Result[];
}

/** Reads one file of test/vectors that has one JSON value a line. */
export function readLines<Line>(name: string): Line[] {
  return parseLines(readFileSync(`test/vectors/${name}`, 'utf8'));
}

function parseLines<Line>(text: string): Line[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

/** Reads one file of test/vectors: what Xen's own code answered, release by release. */
export function readVectors<Result>(name: string): Vector<Result>[] {
  const text = gunzipSync(readFileSync(`test/vectors/${name}.jsonl.gz`)).toString();
  return parseLines<Record<'id' | 'image', string> & { results: Result[] }>(text).map(
    ({ id, image, results }) => ({
      id,
      image: inflateSync(Buffer.from(image, 'base64')),
      results,
    }),
  );
}

/** The releases that a list of ranges such as `4.1.0..4.2.2` stands for. */
export function releasesIn(ranges: readonly string[]): string[] {
  return RELEASES.map(({ version }) => version).filter((version) =>
    ranges.some((range) => {
      const [first = range, last = first] = range.split('..');
      return compareVersions(version, first) >= 0 && compareVersions(version, last) <= 0;
    }),
  );
}

/** The builds that were run for the recordings: every release, with CONFIG_PV32 also where it is off by default. */
export const RECORDED_BUILDS: readonly Release[] = RELEASES.map((release) =>
  behavioursOf(release.version)('pv32')
    ? release
    : { ...release, version: `${release.version}+pv32` },
);

/** The release that such a build is of. */
export function releaseOfBuild(version: string): string {
  return version.split('+')[0] ?? version;
}
