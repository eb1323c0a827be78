import { describe, expect, it } from 'vitest';
import { RELEASES } from '../../../src/programs/xen/releases.ts';
import { SUPPORT_WINDOWS, supportedMinors } from '../../../src/programs/xen/support.ts';
import { CALENDAR } from '../../support/builds.ts';

describe('support windows', () => {
  it('there is one for each series, in order', () => {
    const minors = [...new Set(RELEASES.map(({ minor }) => minor))];
    expect(SUPPORT_WINDOWS.map(({ minor }) => minor)).toEqual(minors);
  });

  it.each(SUPPORT_WINDOWS)('$minor: its days are in order', (window) => {
    const { released, bugfixUntil, securityUntil } = window;
    const days = [released, bugfixUntil, securityUntil].filter((day) => day !== null);
    expect(days.every((day) => /^\d{4}-\d\d-\d\d$/.test(day))).toBe(true);
    expect(days).toEqual([...days].sort());
    expect([1, 3]).toContain(days.length);
  });

  it.each(SUPPORT_WINDOWS)('$minor: begins within a week of its first tag', (window) => {
    const first = RELEASES.find(({ minor }) => minor === window.minor);
    const days = (Date.parse(window.released) - Date.parse(first?.date ?? '')) / 86_400_000;
    expect(Math.abs(days)).toBeLessThanOrEqual(7);
  });

  it('knows which series are cared for on a day', () => {
    const minors = new Set(CALENDAR.releases.map(({ minor }) => minor));
    const on = (day: string) => supportedMinors(day).filter((minor) => minors.has(minor));
    expect(on('2026-11-22')).toEqual(['4.17', '4.18', '4.19', '4.20', '4.21', '4.22']);
  });
});
