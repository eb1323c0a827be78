import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');

interface Update {
  readonly 'package-ecosystem': string;
  readonly groups: Readonly<Record<string, { readonly patterns: readonly string[] }>>;
  readonly ignore?: readonly { readonly 'dependency-name': string }[];
}

const { updates }: { readonly updates: readonly Update[] } = parse(read('.github/dependabot.yml'));

test('Dependabot updates packages and Actions, each in one pull request', () => {
  expect(updates.map((update) => update['package-ecosystem'])).toEqual(['npm', 'github-actions']);
  for (const { groups } of updates) {
    expect(Object.values(groups)).toEqual([{ patterns: ['*'] }]);
  }
});

test('what Dependabot leaves alone is a dependency', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json'));
  const all = { ...dependencies, ...devDependencies, ...optionalDependencies };
  const ignored = updates.flatMap(({ ignore = [] }) => ignore.map((one) => one['dependency-name']));
  expect(ignored).not.toHaveLength(0);
  for (const name of ignored) expect(all).toHaveProperty([name]);
});
