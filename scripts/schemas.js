// What the published schemas say of rules, from the compiled rules: run it by `npm run docs`.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const { RULES, ruleIds } = await import('../build/src/rules/index.js');
const { evidenceProperties } = await import('../build/src/rules/evidence-schema.js');

edit('schema/policy-1.json', ({ $defs }) => {
  $defs.waiver.properties.rule.enum = ruleIds;
});
edit('schema/report.schema.json', ({ $defs }) => {
  $defs.evidence.properties = evidenceProperties(Object.values(RULES));
});
execFileSync('node_modules/.bin/biome', ['format', '--write', 'schema'], { stdio: 'inherit' });

function edit(path, change) {
  const schema = JSON.parse(readFileSync(path, 'utf8'));
  change(schema);
  writeFileSync(path, JSON.stringify(schema, null, 2));
}
