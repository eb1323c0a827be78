import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COMMAND_NAMES } from '../../src/cli/commands.ts';
import { BOOT_PATHS } from '../../src/programs/boot-path.ts';
import { PRODUCTS } from '../../src/programs/xen/products/index.ts';
import { RELEASES } from '../../src/programs/xen/releases.ts';
import { builds } from '../support/builds.ts';
import { runCli } from '../support/cli.ts';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');
const README = read('README.md');
const PAGES = [
  'README.md',
  ...['docs', 'examples'].flatMap((directory) =>
    readdirSync(new URL(`${directory}/`, ROOT))
      // Versions of packages look like releases with differences.
      .filter((name) => /\.(md|yml)$/.test(name) && name !== 'products.md')
      .map((name) => `${directory}/${name}`),
  ),
];

/** The code in the first column of the table whose first heading this is. */
function firstColumn(heading: string): string[] {
  const [, rows = ''] = README.split(`| ${heading} | `).slice(0, 2);
  const [table = ''] = rows.split('\n\n');
  return [...table.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell = '']) => codeIn(cell));
}

function codeIn(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}

const SHOWN = [
  ...README.matchAll(
    /```sh\nnode dist\/cli\/index.js (check --xen .*)\n```\n\n```text\n([\s\S]*?)```/g,
  ),
].map(([, command = '', shown = '']) => [command, shown] as const);

test('the README shows two checks', () => expect(SHOWN).toHaveLength(2));

test.each(SHOWN)('the README shows what %s prints', async (command, shown) => {
  const { code, stdout } = await runCli(command.split(' '), { program: 'node dist/cli/index.js' });
  expect([code, stdout]).toEqual([1, shown]);
});

test('the README says which releases there are', () => {
  expect(README).toContain(
    `every Xen release since ${RELEASES[0]?.version}, more than 130 of them`,
  );
  expect(RELEASES.length).toBeGreaterThan(130);
  expect(README).toContain('of more than 60 [products]');
  expect(PRODUCTS.length).toBeGreaterThan(60);
});

test('the README has the commands and the boot paths', () => {
  expect(firstColumn('Command').map((usage) => usage.split(' ')[0])).toEqual(COMMAND_NAMES);
  expect(firstColumn('Boot path')).toEqual(BOOT_PATHS);
});

test('every list of releases in the README and the guides stands for some', () => {
  const settings = PAGES.flatMap((page) =>
    [...read(page).matchAll(/^ *(?:- )?xen: ([^#\n]+)$/gm)].map(([, list = '']) => list.trim()),
  );
  const differing = PAGES.flatMap((page) =>
    codeIn(read(page)).filter((code) => /^\w[\w.]*\+/.test(code)),
  );
  const lists = [...firstColumn('You write'), ...settings, ...differing];
  expect(lists.length).toBeGreaterThan(20);
  for (const list of lists) {
    const plain = list.replace(/^'(.*)'$/, '$1').replace('+NAME', '');
    expect(builds(plain)).not.toHaveLength(0);
  }
});
