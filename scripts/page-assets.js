// src/report/html/client to a module, so that the page needs no file beside the bundle.
import { readFileSync, writeFileSync } from 'node:fs';

const text = (name) => JSON.stringify(readFileSync(`src/report/html/client/${name}`, 'utf8'));

writeFileSync(
  'src/report/html/assets.ts',
  `// Made of client/ by scripts/page-assets.js: change it there.
export const SCRIPT: string = ${text('page.js')};
export const STYLE: string = ${text('page.css')};
`,
);
