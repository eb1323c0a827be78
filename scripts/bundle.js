// build/ to dist/: one file for the command line, and one for the Action. The Action loads others on
// demand. ncc gets the compiled JavaScript, because it cannot read TypeScript 7 sources (vercel/ncc#1336).
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';

for (const entry of ['cli', 'action']) {
  rmSync(`dist/${entry}`, { recursive: true, force: true });
  execFileSync(
    process.execPath,
    [
      'node_modules/@vercel/ncc/dist/ncc/cli.js',
      'build',
      `build/src/${entry}.js`,
      '--out',
      `dist/${entry}`,
      '--license',
      'licenses.txt',
      '--no-cache',
    ],
    { stdio: 'inherit' },
  );
}
