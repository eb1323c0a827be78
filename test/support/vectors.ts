import { readFileSync } from 'node:fs';
import { gunzipSync, inflateSync } from 'node:zlib';
import { compareVersions } from '../../src/programs/versions.ts';
import type { XenBuild } from '../../src/programs/xen/xen-build.ts';
import { build, EVERY_BUILD } from './builds.ts';

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

const RANGES = new Map<string, readonly string[]>();

/**
 * The releases that a list of ranges such as `4.1.0..4.2.2` stands for. Looked up once: the same few
 * lists are recorded for thousands of images.
 */
export function releasesIn(ranges: readonly string[]): readonly string[] {
  const key = ranges.join(' ');
  const known = RANGES.get(key) ?? findReleases(ranges);
  RANGES.set(key, known);
  return known;
}

function findReleases(ranges: readonly string[]): string[] {
  return EVERY_BUILD.map(({ id }) => id).filter((version) =>
    ranges.some((range) => {
      const [first = range, last = first] = range.split('..');
      return compareVersions(version, first) >= 0 && compareVersions(version, last) <= 0;
    }),
  );
}

/** The builds that were run for the recordings: every release, with CONFIG_PV32 also where it is off by default. */
export const RECORDED_BUILDS: readonly XenBuild[] = EVERY_BUILD.map((upstream) =>
  upstream.has('pv32') ? upstream : build(`${upstream.id}+pv32`),
);
