import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { VERSION } from '../../src/version.ts';
import { tempFiles } from '../support/temp-files.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SHA = 'a'.repeat(40);
const CHANGES = `# Changes\n\n## 9.9.9\n\nLater.\n\n## ${VERSION}\n\nNow.\n\n## 0.0.1\n\nEarlier.\n`;

interface Job {
  readonly steps: readonly { readonly name?: string; readonly run?: string }[];
}

const { jobs }: { readonly jobs: Readonly<Record<string, Job>> } = parse(
  readFileSync(`${ROOT}.github/workflows/release.yml`, 'utf8'),
);

function scriptOf(job: string, name: string): string {
  const script = jobs[job]?.steps.find((step) => step.name === name)?.run;
  if (script === undefined) throw new Error(`${job} has no step "${name}"`);
  return script;
}

/** Runs a step as the runner does, with a `gh` that knows where the tag is and notes what it is asked. */
function run(script: string, cwd: string, { tag = `v${VERSION}`, at = SHA } = {}) {
  const bin = tempFiles({ gh: `#!/bin/sh\necho "$*" >>"$0.log"\n[ "$1" != api ] || echo ${at}\n` });
  chmodSync(join(bin, 'gh'), 0o755);
  const env = {
    PATH: `${bin}:${process.env.PATH}`,
    TAG: tag,
    GITHUB_REPOSITORY: 'o/r',
    GITHUB_SHA: SHA,
  };
  // A socket, which Node makes, is a login from afar to bash: it would run the user's own set-up.
  const { status } = spawnSync('bash', ['-e', '-c', script], { cwd, env, stdio: 'ignore' });
  const log = join(bin, 'gh.log');
  return { status, asked: existsSync(log) ? readFileSync(log, 'utf8').trim() : '' };
}

test.each([
  ['is the version that the change log has', `v${VERSION}`, CHANGES, 0],
  ['is another version', 'v9.9.9', CHANGES, 1],
  ['is a version that the change log does not have', `v${VERSION}`, '## Unreleased\n', 1],
])('a tag that %s, %s', (_, tag, changes, status) => {
  const files = { 'package.json': JSON.stringify({ version: VERSION }), 'CHANGELOG.md': changes };
  const script = scriptOf('check', 'The tag is the version, and the change log has it');
  expect(run(script, tempFiles(files), { tag }).status).toBe(status);
});

test.each(['draft', 'publish'])('%s stops where the tag has moved', (job) => {
  const script = scriptOf(job, 'The tag is still at the commit that was checked');
  const asked = `api repos/o/r/commits/tags/v${VERSION} --jq .sha`;
  expect(run(script, ROOT)).toEqual({ status: 0, asked });
  expect(run(script, ROOT, { at: 'b'.repeat(40) })).toEqual({ status: 1, asked });
});

test('the draft has what the change log says of this version', () => {
  const directory = tempFiles({ 'CHANGELOG.md': CHANGES, 'xen-boot-gate-1.tar.gz': '' });
  const { status, asked } = run(scriptOf('draft', 'Draft the release'), directory);
  expect(readFileSync(join(directory, 'notes.md'), 'utf8')).toBe('\nNow.\n\n');
  expect([status, asked]).toEqual([
    0,
    `release create v${VERSION} --draft --verify-tag --title v${VERSION} ` +
      '--notes-file notes.md xen-boot-gate-1.tar.gz',
  ]);
});

test('what is packed runs by itself, and has all that its pages link to', () => {
  const clone = tempFiles({});
  for (const name of readdirSync(ROOT).filter(
    (one) => !/^(\.(?!pre-commit)|node_modules$|build$|test$)/.test(one),
  )) {
    cpSync(join(ROOT, name), join(clone, name), { recursive: true });
  }
  const commit = 'git -c user.name=x -c user.email=x@example.org commit --quiet --message x';
  const script = scriptOf('draft', 'Pack what the tag holds');
  const extract = 'tar --extract --strip-components=1 --file *.tar.gz --one-top-level=extracted';
  const { status } = run(
    `git init --quiet; git config core.compression 0; git add .; ${commit}\n${script}\n${extract}`,
    clone,
  );
  expect(status).toBe(0);

  const packed = join(clone, 'extracted');
  const pages = ['SECURITY.md', ...markdownIn(packed, 'docs')];
  for (const page of pages) {
    const links = [...readFileSync(join(packed, page), 'utf8').matchAll(/\]\(([^)#\s]+)/g)];
    const paths = links.map(([, link = '']) => link).filter((link) => !link.startsWith('https:'));
    const lost = paths.filter((path) => !existsSync(join(packed, page, '..', path)));
    expect([page, lost]).toEqual([page, []]);
  }
  const cli = spawnSync(process.execPath, ['dist/cli/index.js', '--version'], { cwd: packed });
  expect(cli.stdout.toString()).toBe(`${VERSION}\n`);
});

function markdownIn(root: string, directory: string): string[] {
  return readdirSync(join(root, directory), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(directory, name));
}
