// digest.js FILE…: for each file a line with the digest of its report on every release. Two Nodes
// must print the same.
import { readFileSync } from 'node:fs';
import { reportOf } from './report-of.ts';

for (const path of process.argv.slice(2)) {
  const { digest } = await reportOf(new Uint8Array(readFileSync(path)));
  console.log(`${path} ${digest}`);
}
