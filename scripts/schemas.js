// What the published schemas say of rules and boot paths, from the compiled tables: run it by `npm run docs`.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const { RULES, ruleIds } = await import('../build/src/rules/index.js');
const { BOOT_PATHS, CLAIMED_PATHS, isGrubPath } = await import(
  '../build/src/programs/boot-path.js'
);
const { evidenceProperties } = await import('../build/src/rules/evidence-schema.js');

edit('schema/policy-1.json', ({ $defs }) => {
  $defs.waiver.properties.rule.enum = ruleIds;
  const ofGrub = BOOT_PATHS.filter(isGrubPath).join('|');
  $defs.boot.anyOf = [{ enum: [...BOOT_PATHS, 'auto'] }, { pattern: `^(${ofGrub})@.` }];
});
edit('schema/report.schema.json', ({ $defs }) => {
  $defs.boot.enum = BOOT_PATHS;
  Object.assign($defs.kernel.properties.claims, {
    maxItems: CLAIMED_PATHS.length,
    items: { enum: CLAIMED_PATHS },
  });
  $defs.evidence.properties = evidenceProperties(Object.values(RULES));
});
execFileSync('node_modules/.bin/biome', ['format', '--write', 'schema'], { stdio: 'inherit' });

function edit(path, change) {
  const schema = JSON.parse(readFileSync(path, 'utf8'));
  change(schema);
  writeFileSync(path, JSON.stringify(schema, null, 2));
}
