import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { examine, type Known } from '../../scripts/xen-facts/examine.js';
import { MODELLED } from '../../scripts/xen-facts/modelled.js';
import { report } from '../../scripts/xen-facts/report.js';
import { openRepository } from '../../scripts/xen-facts/repository.js';
import { tempFiles } from '../support/temp-files.ts';
import { addCommits, git, type Made } from './history.ts';

const LIBELF = 'xen/common/libelf/libelf-dominfo.c';

/** As Xen's: a main line, and a branch from its first release on, which gets a copy of the fact. */
const repository = mkdtempSync(join(tmpdir(), 'xen-facts-'));
afterAll(() => rmSync(repository, { recursive: true }));

git(repository, ['init', '--quiet', '--bare']);
const MAIN = ['begin', 'libelf: tolerate it', 'go on'].map((message, i) => ({
  branch: 'main',
  message,
  releases: [`4.${i}.0`, `4.${i}.0-rc1`],
}));
const [first = '', fact = ''] = addCommits(repository, MAIN, 0);
const message = `libelf: tolerate it\n\n(cherry picked from commit ${fact})`;
const [copy = ''] = addCommits(
  repository,
  [{ branch: 'stable-4.0', message, from: first, releases: ['4.0.1', '4.0.2'] }],
  3,
);

const RELEASES = [
  { version: '4.0.0', date: '2020-01-01' },
  { version: '4.0.1', date: '2020-01-04' },
  { version: '4.0.2', date: '2020-01-04' },
  { version: '4.1.0', date: '2020-01-02' },
  { version: '4.2.0', date: '2020-01-03' },
];
const BACKPORT = { since: '4.0.1', commit: copy };
const KNOWN: Known = {
  releases: RELEASES,
  windows: [],
  facts: { tolerates: { since: '4.1.0', commit: fact, backports: [BACKPORT] } },
};

/** Asks git once for each thing: this history stays as it is, and each question starts a process. */
function remembered(xen: ReturnType<typeof openRepository>): typeof xen {
  const known = new Map<string, unknown>();
  const once = <Answer>(question: readonly unknown[], ask: () => Answer): Answer => {
    const key = JSON.stringify(question);
    if (!known.has(key)) known.set(key, ask());
    return known.get(key) as Answer;
  };
  return {
    ...xen,
    tags: () => once(['tags'], () => xen.tags()),
    parents: (tips) => once(['parents', tips], () => xen.parents(tips)),
    picks: (tips) => once(['picks', tips], () => xen.picks(tips)),
  };
}

const XEN = remembered(openRepository(repository));
const problemsOf = (known: Partial<Known>) => examine(XEN, { ...KNOWN, ...known }).problems;

/** What is found where Xen has gone on. */
function examineLater(commits: readonly Made[], known: Partial<Known> = {}) {
  const later = join(tempFiles({}), 'xen.git');
  cpSync(repository, later, { recursive: true });
  const ids = addCommits(later, commits, 10);
  return { ids, found: examine(openRepository(later), { ...KNOWN, ...known }) };
}

describe('facts', () => {
  it('agree with the tags', () => {
    expect(problemsOf({})).toEqual([]);
    expect(report({ problems: [], releases: [] })).toMatch(
      /^The releases, .* as the tags have them/,
    );
  });

  it.each([
    ['later', '4.2.0', 'is in 4.1.0 already, before 4.2.0'],
    ['earlier', '4.0.0', 'is not in 4.0.0; the first with it is 4.1.0'],
  ])('one that is moved to a release %s is found', (_, since, problem) => {
    const facts = { moved: { since, commit: fact, backports: [BACKPORT] } };
    expect(problemsOf({ facts })).toEqual([`moved: ${fact.slice(0, 12)} ${problem}`]);
  });

  it('one that is of no release is found', () => {
    const facts = { lost: { since: '4.1.7', commit: fact, backports: [BACKPORT] } };
    expect(problemsOf({ facts })).toContain('lost: there is no tag RELEASE-4.1.7');
  });

  it('the default of a build option is dated, too', () => {
    const offByDefault = { since: '4.2.0', commit: fact, backports: [BACKPORT] };
    const facts = { option: { since: '4.0.0', commit: first, offByDefault } };
    expect(problemsOf({ facts })).toEqual([
      `option (offByDefault): ${fact.slice(0, 12)} is in 4.1.0 already, before 4.2.0`,
    ]);
  });

  it.each([
    ['later', '4.0.2', 'is in 4.0.1 already, before 4.0.2'],
    ['earlier', '4.0.0', 'is not in 4.0.0; the first with it is 4.0.1'],
  ])('a backport that is moved to a release %s is found', (_, since, problem) => {
    const facts = { moved: { since: '4.1.0', commit: fact, backports: [{ since, commit: copy }] } };
    expect(problemsOf({ facts })).toContain(`moved: ${copy.slice(0, 12)} ${problem}`);
  });

  it('a backport that is not listed is found', () => {
    expect(problemsOf({ facts: { bare: { since: '4.1.0', commit: fact } } })).toEqual([
      `bare: 4.0.1 has a backport that is not listed, ${copy}`,
    ]);
  });

  it('a commit of a stable branch is none of the main line', () => {
    expect(problemsOf({ facts: { branch: { since: '4.0.1', commit: copy } } })).toEqual([
      `branch: ${copy.slice(0, 12)} is in 4.0.1, and not in 4.1.0, 4.2.0`,
    ]);
  });

  it('a commit that does not exist is in no release', () => {
    expect(problemsOf({ facts: { rumour: { since: '4.1.0', commit: 'a'.repeat(40) } } })).toEqual([
      'rumour: aaaaaaaaaaaa is not in 4.1.0, nor in any other release',
    ]);
  });
});

describe('releases', () => {
  it('a wrong day, and a release without a tag, are found', () => {
    const [, ...rest] = RELEASES;
    const wrong = { version: '4.0.0', date: '2019-12-31' };
    const releases = [wrong, ...rest, { version: '4.9.0', date: '2021-01-01' }];
    expect(problemsOf({ releases })).toEqual([
      'releases: 4.0.0 is of 2020-01-01, and not of 2019-12-31',
      'releases: there is no tag RELEASE-4.9.0',
    ]);
  });

  it('one that is new gets its row, and what changed since the one before', () => {
    const subject = 'libelf: fix `it` for @someone';
    const { ids, found } = examineLater([
      { branch: 'stable-4.0', from: copy, message: subject, files: { [LIBELF]: 'x' } },
      { branch: 'stable-4.0', message: 'go on', files: { README: 'x' }, releases: ['4.0.3'] },
      { branch: 'main', from: 'refs/heads/main^0', message: 'go on', releases: ['4.3.0'] },
    ]);
    expect(found.problems).toEqual([]);
    expect(found.releases).toMatchObject([
      { version: '4.0.3', date: '2020-01-12', since: '4.0.2' },
      { version: '4.3.0', date: '2020-01-13', since: '4.2.0' },
    ]);
    const reading = found.releases.map((one) => one.reading.filter((part) => part.changes.length));
    expect(reading).toEqual([
      [{ ours: 'src/xen/libelf', changes: [{ commit: ids[0], subject, files: [LIBELF] }] }],
      [],
    ]);
    const text = report(found);
    expect(text).toContain("    ['4.0.3', '2020-01-12'],\n");
    expect(text).toContain(`- ${ids[0]?.slice(0, 12)} \`libelf: fix 'it' for @someone\`\n`);
    expect(text).toContain('Nothing that we model changed since 4.2.0.');
  });

  it('a file is read for a part of this project that there is', () => {
    const parts = MODELLED.map(({ ours }) => ours.split(':')[0] ?? '');
    expect(parts.filter((part) => !existsSync(part))).toEqual([]);
  });

  it('a tag of a tag is of the commit behind both', () => {
    const later = tempFiles({});
    cpSync(repository, later, { recursive: true });
    const who = [
      '-c',
      'user.name=A',
      '-c',
      'user.email=a@example.org',
      '-c',
      'advice.nestedTag=no',
    ];
    for (const [tag = '', of = ''] of [
      ['inner', fact],
      ['RELEASE-4.5.0', 'inner'],
    ]) {
      git(later, [...who, 'tag', '--annotate', '--message', tag, tag, of]);
    }
    expect(openRepository(later).tags()).toContainEqual(
      expect.objectContaining({ version: '4.5.0', commit: fact }),
    );
  });

  it('a new series gets the row of its support, and a known one is held against it', () => {
    const support: Made[] = [
      {
        ...{ branch: 'main', from: 'refs/heads/main^0', message: 'set the days' },
        ...{ files: { 'SUPPORT.md': SUPPORT }, releases: ['4.3.0'] },
      },
    ];
    const row = "['4.3', '2020-02-01', '2021-08-01', '2023-02-01']";
    expect(report(examineLater(support).found)).toContain(`support.ts\`:\n\n    ${row},\n`);

    const window = { minor: '4.3', released: '2020-02-01', bugfixUntil: null, securityUntil: null };
    expect(examineLater(support, { windows: [window] }).found.problems).toEqual([
      `support: SUPPORT.md says ${row}, and the table ['4.3', '2020-02-01', null, null]`,
    ]);
  });
});

const SUPPORT = `# Release Support

    Xen-Version: 4.3
    Initial-Release: 2020-02-01
    Supported-Until: 2021-08-01
    Security-Support-Until: 2023-02-01
`;
