import { expect, test } from 'vitest';
import { lostZero } from '../../../src/github/step/lost-zero.ts';
import { CALENDAR } from '../../support/builds.ts';

test.each([
  ['4.2', "write '4.20' in quotes, or 4.2.5 if you mean 4.2."],
  ['4.1', "write '4.10' in quotes, or 4.1.6.1 if you mean 4.1."],
])('a release may be another one that lost its last zero to YAML: %s', (series, remedy) => {
  expect(lostZero([series], CALENDAR.releases)).toContain(remedy);
});

test.each([
  [null],
  [['4.3']],
  [['4.20']],
  [['4.2.5']],
  [['4.2', '4.3']],
  [['4.2..4.20']],
  [['4.']],
])('and %j cannot', (xen) => {
  expect(lostZero(xen, CALENDAR.releases)).toBeNull();
});
