import { type Schema, Validator } from '@cfworker/json-schema';
import published from '../../schema/report.schema.json' with { type: 'json' };
import type { PublishedReport } from './published.ts';

/** `uniqueItems` is quadratic here, and not needed. */
const schema: Schema = JSON.parse(JSON.stringify(published), (keyword, value) =>
  keyword === 'uniqueItems' ? undefined : value,
);

const VALIDATOR = new Validator(schema, '2020-12');

/** Whether data, from wherever, is a report as the published schema has it. */
export function isReport(data: unknown): data is PublishedReport {
  try {
    return VALIDATOR.validate(data).valid;
  } catch {
    // A text too long for a pattern, a key with half of a surrogate pair: nothing that we write.
    return false;
  }
}
