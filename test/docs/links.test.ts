import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const DOCS = new URL('../../docs/', import.meta.url);
const pages = readdirSync(DOCS, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.md'),
);

it.each(pages)('every relative link of %s leads to a file', (name) => {
  const page = new URL(name, DOCS);
  const targets = [...readFileSync(page, 'utf8').matchAll(/\]\(([^)\s#]+)[^)]*\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !target.startsWith('https://'));
  expect(targets.filter((target) => !existsSync(new URL(target, page)))).toEqual([]);
});
