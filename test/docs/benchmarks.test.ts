import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

it('the README has the numbers of docs/benchmarks.md', () => {
  const [, line = ''] =
    /<!-- benchmark, from npm run bench -->\n(.*?) \[.*\n<!-- end/.exec(read('README.md')) ?? [];
  expect(line).toMatch(/\d s/);
  expect(read('docs/benchmarks.md').split('\n')).toContain(line);
});
