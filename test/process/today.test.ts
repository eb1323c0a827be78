import { expect, it } from 'vitest';
import { dayOf } from '../../src/process/today.ts';

it.each(['2026-11-22T00:00:00Z', '2031-01-02T03:04:05Z', '9999-12-31T23:59:59.999Z'])(
  '%s is the day of a run',
  (now) => {
    expect(dayOf(new Date(now))).toBe(now.slice(0, 10));
  },
);

it.each([
  ['1970-01-01T00:00:00Z', 'says 1970-01-01, before this version was made (2026-11-22): set it'],
  ['2026-11-21T23:59:59Z', 'says 2026-11-21, before'],
  ['-000044-03-15T00:00:00Z', 'says year -44, before'],
  ['+010000-01-01T00:00:00Z', 'says year 10000, past the year 9999: set it'],
  ['+275760-09-13T00:00:00Z', 'says year 275760, past'],
])('a clock at %s cannot be right', (now, why) => {
  expect(() => dayOf(new Date(now))).toThrow(`the clock of this machine ${why}`);
});
