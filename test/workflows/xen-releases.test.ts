import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { tempFiles } from '../support/temp-files.ts';

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const PATH = fileURLToPath(new URL('../../.github/workflows/xen-releases.yml', import.meta.url));
const steps: readonly Step[] = parse(readFileSync(PATH, 'utf8')).jobs.compare.steps;
const ISSUE = 'Open, update or close the issue';

/** The output of a step that runs with a `gh`, or a `node`, which answers as set up and is asked so. */
function run(name: string, program: string, env: Readonly<Record<string, string>> = {}) {
  const step = steps.find((one) => one.name === name);
  const temp = tempFiles({
    'bin/gh': program,
    'bin/node': program,
    'report.md': 'some of it\n'.repeat(10_000),
    output: '',
  });
  for (const one of ['gh', 'node']) chmodSync(join(temp, 'bin', one), 0o755);
  const { status } = spawnSync('bash', ['-e', '-c', step?.run ?? 'exit 9'], {
    // A socket, which Node makes, is a login from afar to bash: it would run the user's own set-up.
    stdio: 'ignore',
    env: {
      PATH: `${temp}/bin:${process.env.PATH}`,
      ...{ RUNNER_TEMP: temp, GITHUB_OUTPUT: `${temp}/output` },
      ...{ TITLE: step?.env?.TITLE ?? '', GH_REPO: 'o/r', ...env },
    },
  });
  const read = (file: string) =>
    existsSync(join(temp, file)) ? readFileSync(join(temp, file), 'utf8') : null;
  const asked = (read('asked') ?? '').replaceAll(temp, 'TEMP').trim().split('\n');
  return { status, asked, read };
}

/** A `gh` that notes what it is asked, and knows these open issues. */
const gh = (...numbers: readonly number[]) => `#!/bin/sh
echo "$1 $2 $3 $4 $5 $6 $7" >>"$RUNNER_TEMP/asked"
[ "$1" != api ] || printf '${numbers.map((number) => `${number}\\n`).join('')}'
`;

test.each([
  ['opened', [], 'issue create --title Xen releases: something to do --body-file TEMP/issue.md '],
  ['updated', [7], 'issue edit 7 --body-file TEMP/issue.md  '],
  ['opened never twice', [7, 9], 'issue edit 7 --body-file TEMP/issue.md  '],
])('the issue is %s', (_, open, last) => {
  const { status, asked, read } = run(ISSUE, gh(...open), { TODO: '1' });
  expect(status).toBe(0);
  expect(asked).toHaveLength(2);
  expect(asked[0]).toContain('issues?state=open&creator=github-actions%5Bbot%5D');
  expect(asked[1]?.trim()).toBe(last.trim());
  expect(read('issue.md')).toMatch(/says what to do\.\n\n(some of it\n){5454}$/);
});

test('an issue that is done is closed, and none is opened for nothing', () => {
  const done = run(ISSUE, gh(7), { TODO: '0' });
  expect([done.status, done.asked[1]]).toEqual([
    0,
    expect.stringMatching(/^issue close 7 --comment /),
  ]);
  const nothing = run(ISSUE, gh(), { TODO: '0' });
  expect([nothing.status, nothing.asked.length]).toEqual([0, 1]);
});

test.each([
  [0, 0, 'todo=0\n'],
  [1, 0, 'todo=1\n'],
  [2, 1, ''],
])('a comparison that ends with %i', (code, status, output) => {
  const ran = run('Compare', `#!/bin/sh\necho report\nexit ${code}\n`);
  expect([ran.status, ran.read('output')]).toEqual([status, output]);
});
