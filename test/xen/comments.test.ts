import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const ROOM = 'src/xen';

/** Comments name facts, which have dates; a number that is typed by hand stays when a fact moves. */
test('no comment of the loaders names a release of Xen', () => {
  const files = readdirSync(ROOM, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const named = files.flatMap((name) => {
    const comments = readFileSync(`${ROOM}/${name}`, 'utf8').match(/\/\*[\s\S]*?\*\/|\/\/.*/g);
    const text = (comments ?? []).join('\n').replaceAll(/\s+\*?\s*/g, ' ');
    const found = text.replaceAll(/Linux \d[\d.]*(?: to \d[\d.]*)?/g, '').match(/\b4\.\d+/g);
    return (found ?? []).map((release) => `${name}: ${release}`);
  });
  expect(files.length).toBeGreaterThan(60);
  expect(named).toEqual([]);
});
