import { expect, test } from 'vitest';
import { lostZero } from '../../../src/github/step/lost-zero.ts';
import { CALENDAR } from '../../support/builds.ts';

test.each([
  ['4.2', "write '4.20' with them, or 4.2.5 if 4.2 is meant."],
  ['4.1', "write '4.10' with them, or 4.1.6.1 if 4.1 is meant."],
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
