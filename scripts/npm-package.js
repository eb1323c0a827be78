// `npm run package`: what is published to npm, as build/npm and a tarball. It has the command line of
// dist/, the library with its types, and no dependency: what is bundled is not installed again.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

const TARGET = 'build/npm';
const TYPES = 'build/types';
const ENTRY = 'src/library';

const root = JSON.parse(readFileSync('package.json', 'utf8'));
const { GITHUB_REPOSITORY: repository } = process.env;

/** npm publishes with provenance only where `repository` is where the workflow runs. */
const manifest = {
  name: root.name,
  version: root.version,
  description: root.description,
  license: root.license,
  ...(repository && {
    repository: { type: 'git', url: `git+https://github.com/${repository}.git` },
  }),
  keywords: ['xen', 'kernel', 'linux', 'bsd', 'unikernel', 'pvh', 'ci'],
  type: 'module',
  bin: { [root.name]: 'cli/index.js' },
  man: './xen-boot-gate.1',
  exports: { '.': { types: './types/library.d.ts', default: './library/index.js' } },
  engines: root.engines,
};

rmSync(TARGET, { recursive: true, force: true });
mkdirSync(TARGET, { recursive: true });
writeFileSync(join(TARGET, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
for (const file of ['README.md', 'CHANGELOG.md', 'SECURITY.md', 'LICENSE', 'schema']) {
  cpSync(file, join(TARGET, file), { recursive: true });
}
cpSync('docs/xen-boot-gate.1', join(TARGET, 'xen-boot-gate.1'));
cpSync('dist/cli', join(TARGET, 'cli'), { recursive: true });
bundleLibrary();
copyTypes();
run('npm', ['pack', `./${TARGET}`, '--pack-destination', 'build']);

function bundleLibrary() {
  const ncc = 'node_modules/@vercel/ncc/dist/ncc/cli.js';
  const options = ['--out', join(TARGET, 'library'), '--license', 'licenses.txt', '--no-cache'];
  run(process.execPath, [ncc, 'build', `build/${ENTRY}.js`, ...options]);
}

/** The types that users of the library see, and no others. */
function copyTypes() {
  const options = ['--declaration', '--emitDeclarationOnly', '--outDir', TYPES];
  run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json', ...options]);
  const waiting = [`${ENTRY}.d.ts`];
  const copied = new Set();
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (copied.has(file)) continue;
    copied.add(file);
    const text = readFileSync(join(TYPES, file), 'utf8');
    const target = join(TARGET, 'types', posix.relative('src', file));
    mkdirSync(dirname(target), { recursive: true });
    // What imports `./report.ts` finds `./report.d.ts` by the name of the JavaScript.
    const own = /(?<=(?:from |import\()')(\.[^']+)\.ts(?=')/g;
    writeFileSync(target, text.replace(own, '$1.js'));
    for (const [, name] of text.matchAll(own)) {
      waiting.push(posix.join(posix.dirname(file), `${name}.d.ts`));
    }
  }
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function run(command, args) {
  execFileSync(command, args, { stdio: 'inherit' });
}
