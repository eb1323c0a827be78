import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const SCRIPTS = new URL('../../scripts/', import.meta.url);

/** `const { NAME, … } = await import('../build/MODULE.js')` */
const IMPORT = /const \{ ([\w, ]+) \} = await import\('\.\.\/build\/(.+)\.js'\)/g;

const imports = readdirSync(SCRIPTS)
  .filter((name) => name.endsWith('.js'))
  .flatMap((script) =>
    [...readFileSync(new URL(script, SCRIPTS), 'utf8').matchAll(IMPORT)].flatMap(
      ([, names = '', module = '']) => names.split(', ').map((name) => [script, name, module]),
    ),
  );

// The build has no types, so the compiler does not see a name that a script asks for in vain.
it.each(imports)('%s finds %s in %s.ts', async (_, name = '', module = '') => {
  const { href } = new URL(`../${module}.ts`, SCRIPTS);
  expect(Object.keys(await import(/* @vite-ignore */ href))).toContain(name);
});
