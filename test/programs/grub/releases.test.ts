import { expect, test } from 'vitest';
import { GRUB_FACTS, grubHas } from '../../../src/programs/grub/facts.ts';
import {
  compareGrubReleases,
  findGrubRelease,
  GRUB_RELEASES,
} from '../../../src/programs/grub/releases.ts';

const VERSIONS = GRUB_RELEASES.map(({ version }) => version);

test('a beta is older than a candidate, and both are older than the release', () => {
  const shuffled = ['2.14', '2.02', '2.02-rc1', '2.04', '2.02-beta3', '2.02-beta2', '2.12'];
  expect(shuffled.sort(compareGrubReleases)).toEqual([
    '2.02-beta2',
    '2.02-beta3',
    '2.02-rc1',
    '2.02',
    '2.04',
    '2.12',
    '2.14',
  ]);
});

test('the releases stand in their order, and their days follow', () => {
  expect([...VERSIONS].sort(compareGrubReleases)).toEqual(VERSIONS);
  const days = GRUB_RELEASES.map(({ date }) => date);
  expect([...days].sort()).toEqual(days);
});

test('a release is found by its number, a beta by the spelling of Debian, a candidate by its release', () => {
  const found = ['2.06', '2.02~beta2', '2.14-rc1', '2.06-rc1a'].map(
    (name) => findGrubRelease(name)?.version,
  );
  expect(found).toEqual(['2.06', '2.02-beta2', '2.14', '2.06']);
});

test.each(['2.02-rc1', '2.00', '2.13', '', 'grub', '2.02-beta'])(
  '%j is no release that is known',
  (name) => {
    expect(findGrubRelease(name)).toBeNull();
  },
);

test('every fact is in the newest release and not in the oldest, and has a whole commit', () => {
  for (const [id, { since, commit }] of Object.entries(GRUB_FACTS)) {
    const holds = VERSIONS.map((version) => grubHas(version)(id as keyof typeof GRUB_FACTS));
    expect([holds.at(0), holds.at(-1)], id).toEqual([false, true]);
    expect(() => compareGrubReleases(since, since)).not.toThrow();
    expect(commit).toMatch(/^[0-9a-f]{40}$/);
  }
});

test('a fact holds from its release on', () => {
  const holds = VERSIONS.filter((version) => grubHas(version)('note-sections'));
  expect(holds).toEqual(['2.04', '2.06', '2.12', '2.14']);
});
