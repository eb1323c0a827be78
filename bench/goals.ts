import { CODECS } from './codecs.ts';
import { megabytes, ratio, seconds } from './format.ts';
import { find, type Measurements, type Row, ratioOf } from './measurements.ts';
import { BY_HAND, COLD, GATE, ONE_CORE, TWO_CORES, WARM } from './parts.ts';

/** A number that the project wants to reach. */
export interface Goal {
  readonly what: string;
  readonly measured: string;
  readonly limit: string;
  readonly isMet: boolean;
}

/** Names of inputs that goals ask for. */
export const ONE_TARGET = '1 release, 1 boot path';
export const EVERY_RELEASE = '134 releases';
export const THOUSAND = '1,000';
export const BIG = 'vmlinux of 1 GiB';

/** How long a check of every release on all boot paths may take, as a multiple of one target. */
const EVERY_OF_ONE = 1.1;
const BIG_SECONDS = 0.6;
/** In bytes. */
const BIG_RSS = 150e6;
const THOUSAND_RSS = 400e6;
/** How many times as fast two cores are, at least. */
const TWO_OF_ONE = 1.7;
const WARM_OF_COLD = 0.25;

/** The goals for which all numbers were measured. */
export function goals(measurements: Measurements): Goal[] {
  const codecs = Object.entries(CODECS).map(([codec, { target }]) => {
    const row = (way: string) => find(measurements, 'codecs', codec, way);
    return atMost(`${codec}: gate of by hand`, ratioOf(row(GATE), row(BY_HAND)), target, ratio);
  });
  const releases = (name: string) => find(measurements, 'releases', name, GATE);
  const many = (way: string) => find(measurements, 'many', THOUSAND, way);
  const big = find(measurements, 'big', BIG, GATE);
  const everyOfOne = ratioOf(releases(EVERY_RELEASE), releases(ONE_TARGET));
  return [
    ...codecs,
    atMost(`${EVERY_RELEASE}, 4 boot paths: of one target`, everyOfOne, EVERY_OF_ONE, ratio),
    atMost(
      '1,000 kernels: memory',
      peak([many(ONE_CORE), many(TWO_CORES)]),
      THOUSAND_RSS,
      megabytes,
    ),
    atLeast('1,000 kernels: one core of two', ratioOf(many(ONE_CORE), many(TWO_CORES)), TWO_OF_ONE),
    atMost(
      '1,000 kernels: warm of cold cache',
      ratioOf(many(WARM), many(COLD)),
      WARM_OF_COLD,
      ratio,
    ),
    atMost(`${BIG}: time`, big?.seconds.median ?? null, BIG_SECONDS, seconds),
    atMost(`${BIG}: memory`, peak([big]), BIG_RSS, megabytes),
  ].filter((goal) => goal !== null);
}

function atMost(
  what: string,
  measured: number | null,
  limit: number,
  show: (value: number) => string,
): Goal | null {
  if (measured === null) return null;
  return { what, measured: show(measured), limit: `≤ ${show(limit)}`, isMet: measured <= limit };
}

function atLeast(what: string, measured: number | null, limit: number): Goal | null {
  if (measured === null) return null;
  return { what, measured: ratio(measured), limit: `≥ ${ratio(limit)}`, isMet: measured >= limit };
}

/** The largest resident set, in bytes. */
function peak(rows: readonly (Row | undefined)[]): number | null {
  const sizes = rows.flatMap((row) => row?.peakRss ?? []);
  return sizes.length === 0 ? null : Math.max(...sizes);
}
