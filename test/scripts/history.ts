import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A commit of a history that a test makes. */
export interface Made {
  readonly branch: string;
  readonly message: string;
  /** What it changes, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** The commit that a new branch starts from. */
  readonly from?: string;
  /** The releases that are tagged here. */
  readonly releases?: readonly string[];
}

const WHO = 'A <a@example.org>';
const FIRST_DAY = Date.UTC(2020, 0, 1) / 1000;
const DAY = 86_400;

/**
 * Adds commits to a bare repository, each a day after the one before.
 *
 * @param day how many days after 2020-01-01 the first of them is
 * @returns their ids
 */
export function addCommits(repository: string, commits: readonly Made[], day: number): string[] {
  const stream = commits.map(({ branch, message, files = {}, from, releases = [] }, i) => {
    const changes = Object.entries(files).map(
      ([path, text]) => `M 100644 inline ${path}\n${data(text)}`,
    );
    const tags = releases.map(
      (release) => `reset refs/tags/RELEASE-${release}\nfrom :${i + 1}\n\n`,
    );
    return [
      `commit refs/heads/${branch}\nmark :${i + 1}\n`,
      `committer ${WHO} ${FIRST_DAY + DAY * (day + i)} +0000\n${data(message)}`,
      from === undefined ? '' : `from ${from}\n`,
      ...changes,
      '\n',
      ...tags,
    ].join('');
  });
  const marks = join(repository, 'marks');
  git(repository, ['fast-import', '--quiet', `--export-marks=${marks}`], stream.join(''));
  const lines = readFileSync(marks, 'utf8').trimEnd().split('\n');
  const ids = new Map(lines.map((line) => line.split(' ') as [string, string]));
  return commits.map((_, i) => ids.get(`:${i + 1}`) ?? '');
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

/** Runs git without user settings. */
export function git(repository: string, args: readonly string[], input = ''): string {
  const env = { PATH: process.env.PATH, HOME: repository, GIT_CONFIG_NOSYSTEM: '1' };
  return execFileSync('git', ['-C', repository, ...args], { encoding: 'utf8', env, input });
}
