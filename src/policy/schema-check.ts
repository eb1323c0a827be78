import { type OutputUnit, type Schema, Validator } from '@cfworker/json-schema';
import schema from '../../schema/policy-1.json' with { type: 'json' };
import { quote } from '../text/quote.ts';
import { nearest } from '../text/suggest.ts';
import { readMemory } from '../xen/read-memory.ts';
import type { Mistake } from './mistakes.ts';
import type { YamlText } from './yaml-text.ts';

const SCHEMA = schema as unknown as Schema;
const VALIDATOR = new Validator(SCHEMA, '2020-12', false);
/** Ends at the first thing that it refuses. */
const HASTY_VALIDATOR = new Validator(SCHEMA, '2020-12', true);

/** How much of what the validator says, and how many keys of a map, are looked at: far more than are told. */
const MAX_ERRORS = 1000;

/** What the published schema refuses in a policy, in words. */
export function findMistakes(yaml: YamlText): Mistake[] {
  const errors = validate(yaml.data);
  if (errors.length === 0) return [];
  const first = errors.slice(0, MAX_ERRORS);
  const mistakes = mergeKeys(first.filter(isOfChosenBranch(first, yaml.data))).flatMap((error) => {
    const explain = EXPLANATIONS[error.keyword];
    if (!explain) return [];
    const steps = stepsOf(error.instanceLocation);
    const rule = schemaAt(error.keywordLocation);
    const isKey = error.keywordLocation.includes('/propertyNames/');
    const value = isKey ? steps.at(-1) : follow(yaml.data, steps);
    return explain({ steps, value, isKey, rule, yaml });
  });
  const unexplained = {
    place: yaml.valueAt([]),
    message: 'is not what the schema of policies says',
  };
  return mistakes.length > 0 ? mistakes : [unexplained];
}

function validate(data: unknown): OutputUnit[] {
  try {
    return VALIDATOR.validate(data).errors;
  } catch (error) {
    // It passes errors on as arguments of a call, and there is no room for a hundred thousand.
    if (error instanceof RangeError) return HASTY_VALIDATOR.validate(data).errors;
    throw error;
  }
}

/** Each key that is missing or unknown is an error of its own; the words for it look at all. */
function mergeKeys(errors: readonly OutputUnit[]): OutputUnit[] {
  const placeOf = (error: OutputUnit) => `${error.keywordLocation} ${error.instanceLocation}`;
  return [...new Map(errors.map((error) => [placeOf(error), error])).values()];
}

/** What is wrong at one place. */
interface Fault {
  readonly steps: readonly string[];
  readonly value: unknown;
  /** Whether the last step itself is refused, not what it leads to. */
  readonly isKey: boolean;
  /** The part of the schema that refuses it. */
  readonly rule: Schema;
  readonly yaml: YamlText;
}

/** For each keyword that can refuse, and is not the sum of others: the words for it. */
const EXPLANATIONS: Readonly<Record<string, (fault: Fault) => Mistake[]>> = {
  additionalProperties: ({ steps, value, rule, yaml }) => {
    const known = Object.keys(rule.properties ?? {});
    return keysOf(value)
      .filter((key) => rule.additionalProperties === false && !known.includes(key))
      .slice(0, MAX_ERRORS)
      .map((key) => ({
        place: yaml.keyAt([...steps, key]),
        message: `unknown key ${quote(key)}: did you mean ${nearest(key, known)}?`,
      }));
  },
  required: ({ steps, value, rule, yaml }) =>
    (rule.required ?? [])
      .filter((key) => !keysOf(value).includes(key))
      .map((key) => ({ place: yaml.valueAt(steps), message: `${quote(key)} is missing` })),
  type: (fault) => {
    if (fault.value === '') return say(fault, `${nameOf(fault)} is empty`);
    return say(fault, `${nameOf(fault)} has to be ${TYPES[String(fault.rule.type)]}`);
  },
  enum: ({ rule, ...fault }) => {
    const { title, enum: allowed = [] } = rule;
    if (typeof fault.value !== 'string') {
      return say({ rule, ...fault }, `${nameOf(fault)} has to be a ${title}`);
    }
    const near = nearest(fault.value, allowed.map(String));
    return say({ rule, ...fault }, `unknown ${title} ${quote(fault.value)}: did you mean ${near}?`);
  },
  pattern: (fault) => {
    const { title, description } = fault.rule;
    if (title === undefined) return say(fault, `${nameOf(fault)} is empty`);
    const memory = title === MEMORY ? readMemory(String(fault.value)) : {};
    const hint = 'fault' in memory ? memory.fault : description;
    return say(fault, `${quote(String(fault.value))} cannot be a ${title}: ${hint}`);
  },
  format: (fault) =>
    say(fault, `${quote(String(fault.value))} is not a ${fault.rule.title} such as 2027-01-31`),
  maxLength: (fault) =>
    say(fault, `${nameOf(fault)} is longer than ${fault.rule.maxLength} characters`),
  minItems: (fault) => say(fault, `${nameOf(fault)} is an empty list`),
  minProperties: (fault) =>
    say(fault, `${nameOf(fault)} is empty: name xen, boot, dom0-memory or guest-memory`),
};

/** The title of a schema whose values more can be said of than it does. */
const MEMORY = 'size of memory';

const TYPES: Readonly<Record<string, string>> = {
  object: 'a map',
  array: 'a list',
  string: 'a text',
  'string,number': 'a text',
};

function say({ steps, isKey, yaml }: Fault, message: string): Mistake[] {
  return [{ place: isKey ? yaml.keyAt(steps) : yaml.valueAt(steps), message }];
}

/** `'expires'`; an entry of a list is called by the list. */
function nameOf({ steps }: Pick<Fault, 'steps'>): string {
  const key = steps.findLast((step) => !/^\d+$/.test(step));
  if (key === undefined) return 'a policy';
  return steps.at(-1) === key ? quote(key) : `an entry of ${quote(key)}`;
}

/**
 * Where a list or a single entry may stand, only the branch counts that the writer chose: what the
 * other one says about it would mislead.
 */
function isOfChosenBranch(errors: readonly OutputUnit[], data: unknown) {
  const others = errors
    .filter(({ keyword }) => keyword === 'anyOf')
    .map(({ keywordLocation, instanceLocation }) => {
      const isList = Array.isArray(follow(data, stepsOf(instanceLocation)));
      return { schema: `${keywordLocation}/${isList ? 0 : 1}`, instance: instanceLocation };
    });
  return (error: OutputUnit) =>
    !others.some(
      (other) =>
        isBelow(error.keywordLocation, other.schema) &&
        isBelow(error.instanceLocation, other.instance),
    );
}

function isBelow(location: string, above: string): boolean {
  return location === above || location.startsWith(`${above}/`);
}

/** The schema that holds a keyword; a location leads through `$ref`. */
function schemaAt(keywordLocation: string): Schema {
  const steps = stepsOf(keywordLocation).slice(0, -1);
  return steps.reduce<unknown>(
    (at, step) =>
      step === '$ref' ? follow(schema, stepsOf((at as Schema).$ref ?? '')) : follow(at, [step]),
    schema,
  ) as Schema;
}

/** The steps of a JSON pointer in a URI fragment, RFC 6901. */
function stepsOf(pointer: string): string[] {
  const steps = pointer.split('/').slice(1).map(decodeURIComponent);
  return steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function follow(data: unknown, steps: readonly string[]): unknown {
  return steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], data);
}

function keysOf(value: unknown): string[] {
  return Object.keys(value as object);
}
