import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldBuilds } from '../../src/report/release-ranges.ts';
import { build, EVERY_BUILD } from '../support/builds.ts';

const EVERY = EVERY_BUILD.map(({ id }) => id);
const NEWEST = ['4.1.6.1', '4.2.5', '4.17.7', '4.22.0'];
const MIXED = ['4.1.6.1', '4.2.5+no-pv32', '4.17.7+no-pv32', '4.17.7+no-domu-zstd'];
const between = (from: string, to: string) =>
  EVERY.slice(EVERY.indexOf(from), EVERY.indexOf(to) + 1);
const SERIES = between('4.15.0', '4.16.7').map((version) => `${version}+no-pv32`);

const fold = (own: readonly string[], asked: readonly string[]) =>
  foldBuilds(own.map(build), asked.map(build));

describe('folding releases', () => {
  it.each([
    ['whole series', between('4.0.0', '4.1.6.1'), EVERY, '4.0–4.1'],
    ['one whole series', between('4.1.0', '4.1.6.1'), EVERY, '4.1'],
    ['everything', EVERY, EVERY, '4.0–4.22'],
    ['a series that is cut', between('4.10.0', '4.11.3'), EVERY, '4.10–4.11.3'],
    ['inside one series', between('4.17.1', '4.17.3'), EVERY, '4.17.1–4.17.3'],
    ['one release', ['4.11.4'], EVERY, '4.11.4'],
    ['several ranges', ['4.0.4', ...between('4.2.0', '4.3.4')], EVERY, '4.0.4, 4.2–4.3'],
    ['the newest of some series', ['4.1.6.1', '4.2.5'], NEWEST, '4.1.6.1–4.2.5'],
    ['a series of one release', ['4.22.0'], NEWEST, '4.22'],
    ['nothing', [], EVERY, ''],
    ['a release with a difference', ['4.2.5+no-pv32'], MIXED, '4.2.5+no-pv32'],
    ['the same differences', MIXED.slice(1, 3), MIXED, '4.2.5–4.17.7 +no-pv32'],
    [
      'some, and others without',
      MIXED,
      MIXED,
      '4.1.6.1, 4.2.5–4.17.7 +no-pv32, 4.17.7+no-domu-zstd',
    ],
    ['a whole series with one', SERIES, SERIES, '4.15–4.16 +no-pv32'],
  ])('%s', (_, own, asked, text) => {
    expect(fold(own, asked)).toBe(text);
  });

  it('says exactly what was folded', () => {
    fc.assert(
      fc.property(fc.subarray(EVERY), fc.subarray(EVERY), (asked, some) => {
        const own = some.filter((release) => asked.includes(release));
        expect(unfold(fold(own, asked), asked)).toEqual(own);
      }),
    );
  });
});

/** Reads folded text as a person would: a minor is all of its releases, a dash is everything between. */
function unfold(text: string, asked: readonly string[]): string[] {
  if (text === '') return [];
  const points = (name: string) => EVERY.filter((r) => r === name || r.startsWith(`${name}.`));
  const exact = (name: string) => (EVERY.includes(name) ? [name] : points(name));
  return text.split(', ').flatMap((range) => {
    const [from = '', to = from] = range.split('–');
    const [first, last] = [exact(from)[0] ?? '', exact(to).at(-1) ?? ''];
    return between(first, last).filter((release) => asked.includes(release));
  });
}
