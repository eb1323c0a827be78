import type { Change } from './fact.ts';

/** Each part of a release number has this much room. */
const PART = 1000;
const NUMBERS = new Map<string, number>();

/** Orders release numbers: negative where `a` is the older one. `4.1.6` is older than `4.1.6.1`. */
export function compareVersions(a: string, b: string): number {
  return numberOf(a) - numberOf(b);
}

/** Whether a release has a change: by its place on the main line, or by a backport to its series. */
export function hasChange(version: string, { since, backports = [] }: Change): boolean {
  const number = numberOf(version);
  const reaches = (first: string) => number >= numberOf(first);
  return (
    reaches(since) || backports.some((one) => isSameSeries(version, one) && reaches(one.since))
  );
}

function isSameSeries(version: string, { since }: Pick<Change, 'since'>): boolean {
  return Math.floor(numberOf(version) / PART ** 2) === Math.floor(numberOf(since) / PART ** 2);
}

/** `4.1.6.1` as 4 001 006 001, which orders; remembered, because every fact is asked for every release. */
function numberOf(version: string): number {
  const known = NUMBERS.get(version);
  if (known !== undefined) return known;
  const [a = 0, b = 0, c = 0, d = 0] = version.split('.').map(Number);
  const number = ((a * PART + b) * PART + c) * PART + d;
  NUMBERS.set(version, number);
  return number;
}
