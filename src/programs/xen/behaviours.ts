import type { Change, Fact } from '../fact.ts';
import { type Has, XEN_FACTS, type XenFactId } from './facts/facts.ts';
import { FEATURES } from './feature-names.ts';

/** One way in which somebody's Xen differs from the release that it is: a fact more, or less. */
export interface Difference {
  readonly behaviour: XenFactId;
  readonly present: boolean;
}

/**
 * What a difference may be called: a behaviour by its own name, and one that teaches the note parser
 * a feature by the name of that feature, too.
 */
export const DIFFERENCE_NAMES: ReadonlyMap<string, XenFactId> = new Map([
  ...(Object.keys(XEN_FACTS) as XenFactId[]).map((id) => [id, id] as const),
  ...FEATURES.flatMap(({ name, behaviour }) => (behaviour ? [[name, behaviour] as const] : [])),
]);

/** Before the name of a behaviour that was left out of a build. */
export const NO = 'no-';

/**
 * A difference by its name, `domu-zstd` or `hvm_callback_vector` for a backport of what is called so,
 * and with `no-` before it for what was left out of a build; `null` for a name that means nothing.
 */
export function differenceOf(name: string): Difference | null {
  const added = DIFFERENCE_NAMES.get(name);
  if (added) return { behaviour: added, present: true };
  const without = name.startsWith(NO) ? DIFFERENCE_NAMES.get(name.slice(NO.length)) : undefined;
  return without ? { behaviour: without, present: false } : null;
}

/** Stands between a release and each difference from it: `4.1.6.1+hvm_callback_vector`. */
export const PLUS = '+';

/** Answers for a release number, `4.17.3`, or one with differences, `4.17.7+no-domu-lzo`. */
export function behavioursOf(version: string): Has {
  const [release = '', ...names] = version.split(PLUS);
  if (names.length === 0) return (id) => upstreamHas(release, id);
  const differences = new Map(
    names.flatMap((name) => {
      const difference = differenceOf(name);
      return difference ? [[difference.behaviour, difference.present]] : [];
    }),
  );
  return (id) => differences.get(id) ?? upstreamHas(release, id);
}

function upstreamHas(version: string, id: XenFactId): boolean {
  const { offByDefault, ...behaviour }: Fact = XEN_FACTS[id];
  const number = releaseNumber(version);
  return hasChange(number, behaviour) && !(offByDefault && hasChange(number, offByDefault));
}

function hasChange(number: number, { since, backports = [] }: Change): boolean {
  return (
    number >= releaseNumber(since) ||
    backports.some(
      ({ since }) => sameSeries(number, releaseNumber(since)) && number >= releaseNumber(since),
    )
  );
}

/** Whether a fact is an option of the build, so that a build may be said to have its default. */
export function isBuildOption(id: XenFactId): boolean {
  const { offByDefault }: Fact = XEN_FACTS[id];
  return offByDefault !== undefined;
}

/** Each part of a release number has this much room. */
const PART = 1000;
const NUMBERS = new Map<string, number>();

/** `4.1.6.1` as 4 001 006 001, which orders; remembered, since all is asked of all releases. */
function releaseNumber(version: string): number {
  const known = NUMBERS.get(version);
  if (known !== undefined) return known;
  const [a = 0, b = 0, c = 0, d = 0] = version.split('.').map(Number);
  const number = ((a * PART + b) * PART + c) * PART + d;
  NUMBERS.set(version, number);
  return number;
}

function sameSeries(a: number, b: number): boolean {
  return Math.floor(a / PART ** 2) === Math.floor(b / PART ** 2);
}

/**
 * Orders release numbers: negative where `a` is the older one. `4.1.6` is older than `4.1.6.1`, and
 * a release stands before the same one with differences.
 */
export function compareVersions(a: string, b: string): number {
  if (!a.includes(PLUS) && !b.includes(PLUS)) return releaseNumber(a) - releaseNumber(b);
  const [[x = '', ...more], [y = '', ...others]] = [a.split(PLUS), b.split(PLUS)];
  return (
    releaseNumber(x) - releaseNumber(y) || more.length - others.length || a.localeCompare(b, 'en')
  );
}
