import { describe, expect, it } from 'vitest';
import { compareVersions } from '../../../src/programs/versions.ts';
import { withDates } from '../../../src/programs/xen/dates.ts';
import { XEN_FACTS, type XenFactId } from '../../../src/programs/xen/facts/facts.ts';
import { EVERY_BUILD } from '../../support/builds.ts';
import { releasesIn } from '../../support/release-numbers.ts';

describe('the dates in a text', () => {
  it.each([
    ['since {since domu-zstd}', 'since 4.15.0'],
    ['{dated domu-zstd}', '4.15.0 (8169f82049ef)'],
    ['a backport of {commit domu-zstd}', 'a backport of 8169f82049ef'],
    ['{upTo domu-zstd} has none, {series domu-zstd} has', '4.14 has none, 4.15 has'],
    ['{firsts checked-elf-accesses}', '4.1.6, 4.2.3 and 4.3.0'],
    ['{dated checked-elf-accesses}', '4.1.6, 4.2.3 and 4.3.0 (65808a8ed41c)'],
    ['{oldest checked-elf-accesses}', '4.1.6'],
    ['{orLater checked-elf-accesses}', 'Xen 4.1.6, 4.2.3, 4.3.0 or later'],
    ['{firsts pv32.offByDefault}', '4.14.3, 4.15.1 and 4.16.0'],
    ['{since note-l1-mfn-valid}', '4.18.0'],
  ])('%s', (text, filled) => {
    expect(withDates(text)).toBe(filled);
  });

  it.each([
    ['4.2.0 after a 4.1.5', '{firsts domu-xz}', '4.1.5'],
    ['4.14.0 after a 4.13.0', '{firsts lz4-underrun-check-fixed}', '4.11.4, 4.12.2 and 4.13.0'],
  ])('leave out %s, which goes without saying', (_, text, filled) => {
    expect(withDates(text)).toBe(filled);
  });

  it.each(['{since domu-zst}', '{from domu-zstd}', '{since toString}', '{toString domu-zstd}'])(
    '%s is a mistake',
    (text) => {
      expect(() => withDates(text)).toThrow(`no date of Xen: ${text}`);
    },
  );

  it.each(['{since domu-xz}', '{upTo domu-xz}', '{series domu-xz}'])(
    '%s would not be true, because of a backport',
    (text) => {
      expect(() => withDates(text)).toThrow('there are backports');
    },
  );

  it('leave other braces alone', () => {
    expect(withDates('{a,b} {1 2} {}')).toBe('{a,b} {1 2} {}');
  });

  it.each(Object.keys(XEN_FACTS) as XenFactId[])('of %s are true of every release', (id) => {
    if ('offByDefault' in XEN_FACTS[id]) return;
    const list = withDates(`{firsts ${id}}`).split(/, | and /);
    const isAfter = (a: string, b = '') => compareVersions(a, b) >= 0;
    for (const { release, has } of EVERY_BUILD) {
      const { version, minor } = release;
      const isIn = list.some((first) => first.startsWith(`${minor}.`) && isAfter(version, first));
      expect(has(id), version).toBe(isIn || isAfter(version, list.at(-1)));
    }
  });
});

/** Where the clause of a fact names a release. */
const IN_CLAUSES: Partial<Record<XenFactId, string>> = {
  'domu-lz4': 'from {since domu-lz4-compares-size} on, where it was built with liblz4',
  'domu-lzma-memory-128-mib': 'in {upTo domu-lzma-memory-128-mib} it was',
  pv32: 'an option since {since pv32-is-an-option}, off by default since {firsts pv32.offByDefault})',
};

it.each(Object.keys(XEN_FACTS) as XenFactId[])('the clause of %s dates nothing wrongly', (id) => {
  const dates = withDates(IN_CLAUSES[id] ?? '');
  expect(XEN_FACTS[id].what).toContain(dates);
  expect(releasesIn(XEN_FACTS[id].what.replace(dates, ''))).toEqual([]);
});
