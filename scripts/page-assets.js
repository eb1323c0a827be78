// src/report/html/client to a module, so that the page needs no file beside the bundle.
import { readFileSync, writeFileSync } from 'node:fs';

/** What a file gives to others stands before it; what only looks different on paper comes last. */
const SCRIPTS = ['arrows', 'columns', 'reasons', 'filter', 'fold', 'page'];
const STYLES = ['page', 'decision', 'tools', 'map', 'why', 'timeline', 'kernels', 'paper'];

const read = (name) => readFileSync(`src/report/html/client/${name}`, 'utf8');
const styles = STYLES.map((name) => read(`${name}.css`));
// Together they are one script, which has nothing to import.
const scripts = SCRIPTS.map((name) =>
  read(`${name}.js`)
    .replace(/^import .*\n+/gm, '')
    .replace(/^export /gm, ''),
);

writeFileSync(
  'src/report/html/assets.ts',
  `// Made of client/ by scripts/page-assets.js: change it there.
export const SCRIPT: string = ${JSON.stringify(scripts.join('\n'))};
export const STYLE: string = ${JSON.stringify(styles.join('\n'))};
`,
);
