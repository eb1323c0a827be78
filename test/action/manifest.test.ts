import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { INPUT_NAMES, readInputs } from '../../src/github/step/inputs.ts';
import { readManifest } from '../support/action-manifest.ts';
import { CALENDAR } from '../support/builds.ts';
import { tempFiles } from '../support/temp-files.ts';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const manifest = readManifest(at('action.yml'));

test('the Action runs on Node 24 from the committed bundle', () => {
  expect(manifest).toMatchObject({ using: 'node24', main: 'dist/action/index.js' });
});

test('only what the runner knows has a default, which would win over what a policy file says', () => {
  const { 'github-token': token, 'matrix-leg': leg, ...others } = manifest.inputs;
  for (const [name, field] of Object.entries(others)) {
    expect(Object.keys(field).sort(), name).toEqual(['description', 'required']);
  }
  expect(token?.default).toMatch(/^\$\{\{ github\.token \}\}$/);
  expect(leg?.default).toMatch(/^\$\{\{ toJson\(matrix\) \}\}$/);
});

test('every declared input is read, and no other', () => {
  const read: string[] = [];
  readInputs((name) => {
    read.push(name);
    return name === 'kernels' ? 'vmlinuz' : '';
  }, CALENDAR);
  expect(read.sort()).toEqual(Object.keys(manifest.inputs).sort());
  expect(INPUT_NAMES).toEqual(Object.keys(manifest.inputs));
});

/** README.md and docs/inputs.md, made again from an `action.yml`. */
function pagesMadeOf(manifest: string): string[] {
  const pages = ['README.md', 'docs/inputs.md'];
  const files = pages.map((page) => [page, readFileSync(at(page), 'utf8')]);
  const directory = tempFiles({ ...Object.fromEntries(files), 'action.yml': manifest });
  execFileSync(process.execPath, [at('scripts/action-tables.js')], { cwd: directory });
  return pages.map((page) => readFileSync(join(directory, page), 'utf8'));
}

test('the README and docs/inputs.md describe what action.yml declares', () => {
  const declared = readFileSync(at('action.yml'), 'utf8');
  const [readme, inputs] = pagesMadeOf(declared);
  expect(readFileSync(at('README.md'), 'utf8')).toBe(readme);
  expect(readFileSync(at('docs/inputs.md'), 'utf8')).toBe(inputs);
  for (const name of Object.keys(manifest.inputs)) expect(readme).toContain(`| \`${name}\` |`);

  const [otherReadme, otherInputs] = pagesMadeOf(
    declared.replace('Kernels to check', 'Kernels to look at'),
  );
  expect(otherReadme).toContain('| `kernels` | Kernels to look at |');
  expect(otherInputs).toContain('| `kernels` | Kernels to look at: files,');
});

test('the workflow in the README uses inputs that exist', () => {
  const example = /- uses: [\w./-]*xen-boot-gate@.*\n\s+with:\n((?: {4,}[\w-]+: .*\n)+)/;
  const [, block = ''] = example.exec(readFileSync(at('README.md'), 'utf8')) ?? [];
  const used = [...block.matchAll(/^\s+([\w-]+):/gm)].map(([, name]) => name);
  expect(used).toContain('kernels');
  for (const name of used) expect(Object.keys(manifest.inputs)).toContain(name);
});
