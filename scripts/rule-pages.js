// docs/rules from the compiled rules: run it by `npm run docs`, which compiles them first.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';

const { RULES } = await import('../build/src/rules/index.js');
const { rulePage, rulesIndex } = await import('../build/src/rules/page.js');
const rules = Object.values(RULES);

rmSync('docs/rules', { recursive: true, force: true });
mkdirSync('docs/rules', { recursive: true });
writeFileSync('docs/rules/README.md', rulesIndex(rules));
for (const rule of rules) writeFileSync(`docs/rules/${rule.id}.md`, rulePage(rule));
