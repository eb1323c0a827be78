import type { Field, FieldSchema } from './evidence.ts';
import type { Rule } from './rule.ts';

/** A property of the evidence in the schema of the report. */
type Property = FieldSchema & { readonly description: string };

/** A field, and the rule that has it. */
type Use = readonly [rule: string, field: Field];

/**
 * The properties of the evidence of all rules, in JSON Schema, by name: each may have the values that
 * any rule allows it, and is described for each rule.
 */
export function evidenceProperties(rules: readonly Rule[]): Readonly<Record<string, Property>> {
  const byName = new Map<string, Use[]>();
  for (const { id, evidence } of rules) {
    for (const [name, field] of Object.entries(evidence)) {
      byName.set(name, [...(byName.get(name) ?? []), [id, field]]);
    }
  }
  const sorted = [...byName].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([name, uses]) => [name, propertyOf(uses)]));
}

function propertyOf(uses: readonly Use[]): Property {
  const schemas = uses.map(([, { schema }]) => schema);
  const types = distinct(schemas.flatMap(({ type }) => type));
  const isClosed = schemas.every((schema) => schema.enum !== undefined);
  const { enum: _, ...first } = schemas[0] ?? { type: [] };
  return {
    description: describe(uses),
    ...first,
    type: types.length === 1 ? (types[0] ?? []) : types,
    ...(isClosed && { enum: distinct(schemas.flatMap((schema) => schema.enum ?? [])) }),
  };
}

/** `the compression (corrupt-payload, codec-unsupported); …` */
function describe(uses: readonly Use[]): string {
  return distinct(uses.map(([, { what }]) => what))
    .map((what) => {
      const ids = uses.filter(([, field]) => field.what === what).map(([id]) => id);
      return `${what} (${ids.join(', ')})`;
    })
    .join('; ');
}

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];
