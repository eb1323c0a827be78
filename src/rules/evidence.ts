/**
 * One field of the evidence of a rule: what it holds, in a few words, and how the schema of the report
 * says that. The type of the value follows from it, so that each field is declared once.
 */
export interface Field<T = unknown> {
  readonly what: string;
  /** JSON Schema of the value. */
  readonly schema: FieldSchema;
  /**
   * Findings with another value are another fault. Left out for values that change with every build
   * of the same kernel, such as offsets and sizes.
   */
  readonly identity?: true;
  /** Never there: carries the type of the value. */
  readonly value?: T;
}

export interface FieldSchema {
  readonly type: JsonType | readonly JsonType[];
  readonly enum?: readonly (string | number | null)[];
  readonly items?: FieldSchema;
  readonly properties?: Readonly<Record<string, FieldSchema & { readonly description: string }>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
}

export type JsonType = 'string' | 'integer' | 'boolean' | 'null' | 'array' | 'object';

/** The evidence of a rule, by field. */
export type Fields = Readonly<Record<string, Field>>;

/** The evidence that some fields describe. */
export type Values<F extends Fields> = {
  readonly [N in keyof F]: F[N] extends Field<infer T> ? T : never;
};

/** A string, which may hold untrusted bytes. */
export const text = (what: string): Field<string> => ({ what, schema: { type: 'string' } });

/** Hexadecimal, because a JSON number cannot hold 64 bits. */
export const address = text;

/** A size or an offset in bytes, a count, or another number below 2^53. */
export const number = (what: string): Field<number> => ({ what, schema: { type: 'integer' } });

export const flag = (what: string): Field<boolean> => ({ what, schema: { type: 'boolean' } });

export function oneOf<const T extends string | number>(
  what: string,
  ...values: readonly T[]
): Field<T> {
  const type = typeof values[0] === 'number' ? 'integer' : 'string';
  return { what, schema: { type, enum: values } };
}

export const listOf = <T>(what: string, { schema }: Field<T>): Field<readonly T[]> => ({
  what,
  schema: { type: 'array', items: schema },
});

export function record<const F extends Fields>(what: string, fields: F): Field<Values<F>> {
  const properties = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      { description: field.what, ...field.schema },
    ]),
  );
  const required = Object.keys(fields);
  return { what, schema: { type: 'object', properties, required, additionalProperties: false } };
}

/** As much of a finding as its message needs. */
export type Described = {
  readonly rule: string;
  readonly evidence: Readonly<Record<string, unknown>>;
};

/** A finding that leads to another. */
export const aFinding = (what: string): Field<Described> =>
  record(what, {
    rule: text('its rule'),
    evidence: { what: 'its evidence', schema: { type: 'object' } } as Field<Described['evidence']>,
  });

export function orNull<T>({ what, schema, ...rest }: Field<T>): Field<T | null> {
  const type = [schema.type, 'null' as const].flat();
  const values = schema.enum && { enum: [...schema.enum, null] };
  return { ...rest, what, schema: { ...schema, type, ...values } } as Field<T | null>;
}

/** Marks a field: another value is another fault. */
export const identity = <T>(field: Field<T>): Field<T> => ({ ...field, identity: true });
