import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';

const FILE = new URL('../fixtures/sarif/sarif-2.1.0-rtm.5.json.gz', import.meta.url);

/**
 * The schema that GitHub checks an upload against. It is written for draft 4, and means the same in
 * draft 7 when its `id` is not read.
 */
function readSchema(): object {
  const { $schema: _, id: __, ...schema } = JSON.parse(gunzipSync(readFileSync(FILE)).toString());
  return schema;
}

// One of its patterns, for languages, is none with the flag `u`.
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
formats.default(ajv);

/** Whether a value is a SARIF log; `errors` says why not. */
export const isSarif = ajv.compile(readSchema());
