import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const ROOT = new URL('../../', import.meta.url);

test.each(['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'])(
  'every path that %s links to exists',
  (name) => {
    const text = readFileSync(new URL(name, ROOT), 'utf8');
    const targets = [...text.matchAll(/\]\(([^)#\s]+)/g)].map(([, target = '']) => target);
    expect(targets).not.toHaveLength(0);
    const relative = targets.filter((target) => !target.startsWith('https://'));
    expect(relative.filter((target) => !existsSync(new URL(target, ROOT)))).toEqual([]);
  },
);

test('the scripts that CONTRIBUTING.md names are in package.json', () => {
  const { scripts } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8'));
  const text = readFileSync(new URL('CONTRIBUTING.md', ROOT), 'utf8');
  const named = [...text.matchAll(/npm run ([\w-]+)/g)].map(([, script = '']) => script);
  expect(named).not.toHaveLength(0);
  for (const script of named) expect(Object.keys(scripts)).toContain(script);
});
