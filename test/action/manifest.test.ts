import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readInputs } from '../../src/github/inputs.ts';
import { readManifest } from '../support/action-manifest.ts';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const manifest = readManifest(at('action.yml'));

test('the Action runs on Node 24 from the committed bundle', () => {
  expect(manifest).toMatchObject({ using: 'node24', main: 'dist/action/index.js' });
});

test('no input has a default, which would win over what a policy file says', () => {
  for (const [name, field] of Object.entries(manifest.inputs)) {
    expect(Object.keys(field).sort(), name).toEqual(['description', 'required']);
  }
});

test('every declared input is read, and no other', () => {
  const read: string[] = [];
  readInputs((name) => {
    read.push(name);
    return name === 'kernels' ? 'vmlinuz' : '';
  });
  expect(read.sort()).toEqual(Object.keys(manifest.inputs).sort());
});

/** The rows of the Markdown tables in a page: `| name | description |`. */
function rowsOf(page: string): [string, string][] {
  const rows = readFileSync(at(page), 'utf8').matchAll(/^\| `([\w-]+)` \| (.*) \|$/gm);
  return [...rows].map(([, name = '', description = '']) => [name, description]);
}

test('docs/inputs.md describes what action.yml declares, in the same words', () => {
  const declared = [...Object.entries(manifest.inputs), ...Object.entries(manifest.outputs)];
  expect(rowsOf('docs/inputs.md')).toEqual(
    declared.map(([name, { description }]) => [name, description]),
  );
});

test('the workflow in the README uses inputs that exist', () => {
  const example = /- uses: [\w./-]*xen-boot-gate@.*\n\s+with:\n((?: {4,}[\w-]+: .*\n)+)/;
  const [, block = ''] = example.exec(readFileSync(at('README.md'), 'utf8')) ?? [];
  const used = [...block.matchAll(/^\s+([\w-]+):/gm)].map(([, name]) => name);
  expect(used).toContain('kernels');
  for (const name of used) expect(Object.keys(manifest.inputs)).toContain(name);
});
