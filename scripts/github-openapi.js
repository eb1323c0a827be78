// Cuts the operations that we use out of GitHub's OpenAPI description, for the API that the tests
// talk to. The whole is 13 MB, in a package of 400 MB, which contributors should not have to install:
//
//   npm pack @octokit/openapi@23.0.2 && tar xf octokit-openapi-23.0.2.tgz
//   node scripts/github-openapi.js package/generated/api.github.com.json && npm run format
import { readFileSync, writeFileSync } from 'node:fs';

const TARGET = 'test/support/github-api/openapi.json';

const OPERATIONS = new Set([
  'issues/list-comments',
  'issues/create-comment',
  'issues/update-comment',
  'checks/create',
  'checks/update',
  'pulls/list',
  'repos/get-content',
  'git/get-commit',
]);

/** What a server may answer to any request; no operation lists all of it. */
const ERRORS = ['basic-error', 'validation-error', 'validation-error-simple'];

/** GitHub's own pull request, for the server to answer with: a whole one has some 300 properties. */
const EXAMPLE = 'pull-request-simple-items';

/** What only a reader of the documentation needs. */
const PROSE = new Set([
  'description',
  'summary',
  'title',
  'example',
  'examples',
  'externalDocs',
  'tags',
]);

const whole = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const cut = { openapi: whole.openapi, info: whole.info, paths: {}, components: {} };

for (const [path, methods] of Object.entries(whole.paths)) {
  for (const [method, operation] of Object.entries(methods)) {
    if (!OPERATIONS.delete(operation.operationId)) continue;
    cut.paths[path] ??= {};
    cut.paths[path][method] = take(operation);
  }
}
if (OPERATIONS.size > 0) throw new Error(`not described: ${[...OPERATIONS].join(', ')}`);
cut.components.examples = { [EXAMPLE]: whole.components.examples[EXAMPLE] };
for (const name of ERRORS) take({ $ref: `#/components/schemas/${name}` });
writeFileSync(TARGET, `${JSON.stringify(cut)}\n`);

/** A copy without prose; what it refers to comes along. Names of properties are never prose. */
function take(node, isNames = false) {
  if (Array.isArray(node)) return node.map((item) => take(item));
  if (node === null || typeof node !== 'object') return node;
  if (typeof node.$ref === 'string') takeComponent(node.$ref);
  const kept = Object.entries(node).filter(
    ([key]) => isNames || !(PROSE.has(key) || key.startsWith('x-')),
  );
  return Object.fromEntries(
    kept.map(([key, value]) => [key, take(value, !isNames && key === 'properties')]),
  );
}

function takeComponent(reference) {
  const [section, name] = reference.replace('#/components/', '').split('/');
  cut.components[section] ??= {};
  if (name in cut.components[section]) return;
  cut.components[section][name] = {};
  cut.components[section][name] = take(whole.components[section][name]);
}
