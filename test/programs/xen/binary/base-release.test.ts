import { expect, it } from 'vitest';
import { baseRelease } from '../../../../src/programs/xen/binary/base-release.ts';
import { CALENDAR } from '../../../support/builds.ts';

it.each([
  ['4.17.7', '4.17.7', '4.17.7', null],
  ['4.1.6.1', '4.1.6.1', '4.1.6.1', null],
  ['4.13.5-9.49.3', '4.13.5', '4.13.5', null],
  ['4.17.5-pre', '4.17.4', '4.17.4 4.17.5', '4.17.5-pre is a snapshot after it'],
  ['4.20.5-pre', '4.20.4', '4.20.4', '4.20.5-pre is a snapshot after it'],
  ['4.21.0-rc3', '4.20.4', '4.20.0 4.20.4 4.21.0', '4.21.0-rc3 is a snapshot after it'],
  ['4.21-unstable', '4.20.4', '4.20.0 4.20.4 4.21.0', '4.21-unstable is a snapshot after it'],
  ['4.23-unstable', '4.22.0', '4.22.0', '4.23-unstable is a snapshot after it'],
  ['4.21', '4.21.2', '4.21.0 4.21.1 4.21.2', 'the file names only its series, 4.21'],
  ['4.21-xcpng', '4.21.2', '4.21.0 4.21.1 4.21.2', 'the file names only its series, 4.21'],
  ['4.17.99', '4.17.7', '4.17.7', '4.17.99 is not known here, and newer'],
  ['4.30.1', '4.22.0', '4.22.0', '4.30.1 is not known here, and newer'],
])('%s is like %s', (version, release, candidates, why) => {
  const base = baseRelease(version, CALENDAR.releases);
  expect(base?.release.version).toBe(release);
  expect(base?.candidates.map((one) => one.version).join(' ')).toBe(candidates);
  expect(base?.why).toBe(why);
});

it.each(['3.4.1', '4.0.0-pre', '3.4', 'nothing'])('%s is older than all', (version) => {
  expect(baseRelease(version, CALENDAR.releases)).toBe(null);
});
