import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { checkGrub } from '../../scripts/xen-facts/grub.js';
import { compareGrubReleases } from '../../src/programs/grub/releases.ts';
import { addCommits, git } from './history.ts';

/** A line of releases, a day after each other. */
const TAGS = ['2.02-beta3', '2.02-rc1', '2.02', '2.04-rc1', '2.04'];
const repository = mkdtempSync(join(tmpdir(), 'grub-facts-'));
afterAll(() => rmSync(repository, { recursive: true }));
git(repository, ['init', '--quiet', '--bare']);
const commits = addCommits(
  repository,
  TAGS.map((message) => ({ branch: 'main', message })),
  0,
);
for (const [i, version] of TAGS.entries()) {
  git(repository, ['tag', `grub-${version}`, commits[i] as string]);
}
const [beta = '', candidate = '', release = '', early = '', late = ''] = commits;

const RELEASES = [
  { version: '2.02-beta3', date: '2020-01-01' },
  { version: '2.02', date: '2020-01-03' },
  { version: '2.04', date: '2020-01-05' },
];

const check = (fact: { since: string; commit: string }, releases = RELEASES) =>
  checkGrub(repository, { releases, facts: { fact }, compare: compareGrubReleases });

it.each([
  ['2.04', late],
  // In its candidate, too.
  ['2.04', early],
  ['2.02', release],
  ['2.02-rc1', candidate],
])('a fact of %s agrees with its tag', (since, commit) => {
  expect(check({ since, commit })).toEqual([]);
});

it.each([
  ['2.02', late, `GRUB's fact: ${late.slice(0, 12)} is not in 2.02`],
  ['2.04', release, `GRUB's fact: ${release.slice(0, 12)} is in 2.02 already, before 2.04`],
  ['2.02-rc1', beta, `GRUB's fact: ${beta.slice(0, 12)} is in 2.02-beta3 already, before 2.02-rc1`],
  ['2.03', late, `GRUB's fact: ${late.slice(0, 12)} is of grub-2.03, and there is no such tag`],
])('a fact of %s is too early, too late, or of no release', (since, commit, problem) => {
  expect(check({ since, commit })).toEqual([problem]);
});

it('a release has the day of its tag, and none is missing', () => {
  const fact = { since: '2.04', commit: late };
  const wrong = [
    { version: '2.02', date: '2020-01-04' },
    { version: '2.00', date: '2012-06-28' },
  ];
  expect(check(fact, wrong)).toEqual([
    'GRUB 2.02: its tag is of 2020-01-03, not of 2020-01-04',
    'GRUB 2.00: there is no tag grub-2.00',
    'GRUB 2.02 is new: read what changed since 2.00',
    'GRUB 2.04 is new: read what changed since 2.00',
  ]);
});
