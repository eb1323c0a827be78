import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { releasesIn } from '../support/release-numbers.ts';

const RULES = new URL('../../src/rules/', import.meta.url);

// A number that is typed stays where it is when its fact is moved: `withDates` fills them in.
it.each(readdirSync(RULES))('%s types no release of Xen', (name) => {
  const source = readFileSync(new URL(name, RULES), 'utf8');
  expect(releasesIn(source)).toEqual([]);
});
