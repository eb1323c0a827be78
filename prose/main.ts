// Checks the English of the texts in this repository, or of the files that are named: run by
// `npm run lint`.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { lint } from './lint.ts';

const CHECKED = /\.(?:[cm]?[jt]s|md|ya?ml|sh|json|css)$/;

/** Recorded outside of the project, generated, or with the words themselves. */
const SKIPPED =
  /^(?:dist|prose|src\/report\/html\/assets|test\/prose|test\/vectors|test\/support\/github-api\/openapi|package)/;

const named = process.argv.slice(2);
const paths = execFileSync('git', ['ls-files', '--', ...named], { encoding: 'utf8' })
  .split('\n')
  .filter((path) => CHECKED.test(path) && !SKIPPED.test(path));

let failed = 0;
for (const path of paths) {
  for (const { line, message } of lint(path, readFileSync(path, 'utf8'))) {
    console.error(`${path}:${line} ${message}`);
    failed += 1;
  }
}
console.error(`${failed} problems in ${paths.length} files`);
process.exitCode = failed === 0 ? 0 : 1;
