import schema from '../../schema/policy-1.json' with { type: 'json' };
import { parseBootList } from '../programs/boot-list.ts';
import { isDay } from '../text/day.ts';
import { quote } from '../text/quote.ts';
import { nearest } from '../text/suggest.ts';
import { UsageError } from '../text/usage-error.ts';
import { readMemory } from '../xen/read-memory.ts';
import type { Mistake } from './mistakes.ts';
import type { YamlText } from './yaml-text.ts';

/** As much of JSON Schema as the published schema uses. */
interface Rule {
  /** What a value is called, and what it may be: for messages. */
  readonly title?: string;
  readonly description?: string;
  readonly $ref?: string;
  readonly anyOf?: readonly Rule[];
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly format?: string;
  readonly maxLength?: number;
  readonly items?: Rule;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, Rule>>;
  readonly additionalProperties?: Rule | false;
  readonly propertyNames?: Rule;
  readonly required?: readonly string[];
  readonly minProperties?: number;
}

/** Something that the schema refuses, at the value that the steps lead to or at their last key. */
interface Refused {
  readonly steps: Steps;
  readonly isKey?: true;
  readonly message: string;
}

const ROOT: Rule = schema as Rule;
const DEFINITIONS: Readonly<Record<string, Rule>> = schema.$defs as Record<string, Rule>;

/** How many errors are collected: far more than are reported. */
const MOST = 1000;

/** What the published schema refuses in a policy, in words. */
export function findMistakes(yaml: YamlText): Mistake[] {
  const mistakes: Mistake[] = [];
  for (const refused of checkValue(yaml.data, ROOT, [])) {
    const { isKey, message } = refused;
    const steps = refused.steps.map(String);
    mistakes.push({ place: isKey ? yaml.keyAt(steps) : yaml.valueAt(steps), message });
    if (mistakes.length === MOST) break;
  }
  return mistakes;
}

/** Keys of maps, which may be digits, and indices of lists. */
type Steps = readonly (string | number)[];

function* checkValue(value: unknown, anyRule: Rule, steps: Steps): Generator<Refused> {
  const rule = resolve(anyRule, value);
  const { type } = rule;
  if (rule.enum) yield* checkEnum(value, rule.enum, rule, steps);
  else if (type && ![type].flat().includes(typeOf(value))) yield refuseType(value, type, steps);
  else if (typeof value === 'string') yield* checkText(value, rule, steps);
  else if (Array.isArray(value)) yield* checkList(value, rule, steps);
  else yield* checkMap(value as Readonly<Record<string, unknown>>, rule, steps);
}

/** The rule for a value: behind references, and of a list or a single entry the one for what is there. */
function resolve(rule: Rule, value: unknown): Rule {
  const { $ref, anyOf, type: own } = rule;
  if (own) return rule;
  const next = $ref
    ? DEFINITIONS[$ref.replace('#/$defs/', '')]
    : anyOf?.find(({ type }) => (type === 'array') === Array.isArray(value));
  return next ? resolve(next, value) : rule;
}

/** Every scalar of a policy is a text; `null` is a key without a value in a map of keys (`? a`). */
function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return value === null ? 'null' : typeof value;
}

function refuseType(value: unknown, type: string | readonly string[], steps: Steps): Refused {
  if (value === '' || value === null) return isEmpty(steps);
  return { steps, message: `${nameOf(steps)} must be ${type === 'object' ? 'a map' : 'a text'}` };
}

function* checkEnum(
  value: unknown,
  allowed: readonly string[],
  { title }: Rule,
  steps: Steps,
): Generator<Refused> {
  if (typeof value !== 'string') yield { steps, message: `${nameOf(steps)} must be a ${title}` };
  else if (!allowed.includes(value)) {
    const near = nearest(value, allowed);
    yield { steps, message: `unknown ${title} ${quote(value)}: did you mean ${near}?` };
  }
}

/** The titles of rules whose values have a better hint than the schema. */
const MEMORY = 'size of memory';
const BOOT = 'boot path';

function* checkText(value: string, rule: Rule, steps: Steps): Generator<Refused> {
  const { title, description, pattern, format, maxLength = Number.POSITIVE_INFINITY } = rule;
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(value)) {
    const memory = title === MEMORY ? readMemory(value) : {};
    const hint = 'fault' in memory ? memory.fault : description;
    const message = `${quote(value)} cannot be a ${title}: ${hint}`;
    yield title === undefined ? isEmpty(steps) : { steps, message };
  }
  const wrong = title === BOOT ? faultOf(() => parseBootList([value])) : null;
  if (wrong !== null) yield { steps, message: wrong };
  if (format === 'date' && !isDay(value)) {
    yield { steps, message: `${quote(value)} is not a ${title} such as 2027-01-31` };
  }
  if (Array.from(value).length > maxLength) {
    yield { steps, message: `${nameOf(steps)} is longer than ${maxLength} characters` };
  }
}

function faultOf(parse: () => unknown): string | null {
  try {
    parse();
    return null;
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
}

function* checkList(
  list: readonly unknown[],
  { items, minItems = 0 }: Rule,
  steps: Steps,
): Generator<Refused> {
  if (list.length < minItems) yield { steps, message: `${nameOf(steps)} is an empty list` };
  for (const [i, item] of list.entries()) {
    if (items) yield* checkValue(item, items, [...steps, i]);
  }
}

function* checkMap(
  map: Readonly<Record<string, unknown>>,
  rule: Rule,
  steps: Steps,
): Generator<Refused> {
  const { properties = {}, additionalProperties, propertyNames, required = [] } = rule;
  const keys = Object.keys(map);
  if (keys.length < (rule.minProperties ?? 0)) {
    const known = 'xen, xen-binary, boot, dom0-memory or guest-memory';
    yield { steps, message: `${nameOf(steps)} is empty: name ${known}` };
  }
  for (const key of required) {
    if (!keys.includes(key)) yield { steps, message: `${quote(key)} is missing` };
  }
  for (const key of keys) {
    const at = [...steps, key];
    for (const refused of propertyNames ? checkText(key, propertyNames, at) : []) {
      yield { ...refused, isKey: true };
    }
    const known = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
    if (known) yield* checkValue(map[key], known, at);
    else {
      const near = nearest(key, Object.keys(properties));
      yield { steps: at, isKey: true, message: `unknown key ${quote(key)}: did you mean ${near}?` };
    }
  }
}

function isEmpty(steps: Steps): Refused {
  return { steps, message: `${nameOf(steps)} is empty` };
}

/** `'expires'`; an entry of a list is called by the list. */
function nameOf(steps: Steps): string {
  const key = steps.findLast((step) => typeof step === 'string');
  if (key === undefined) return 'a policy';
  return steps.at(-1) === key ? quote(key) : `an entry of ${quote(key)}`;
}
