import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  Parser,
  type Scalar,
  visit,
} from 'yaml';
import { type Mistake, PolicyError } from './mistakes.ts';
import type { Place } from './policy.ts';

/** No policy nests deeper. The composer recurses, and V8 can abort where its stack is nearly full. */
const MAX_DEPTH = 16;

/** Without the tags of other schemas: what `!!omap` makes has no keys that the schema could refuse. */
const YAML_OPTIONS = {
  schema: 'failsafe',
  resolveKnownTags: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

/** A YAML text as data, and where in it things stand. */
export interface YamlText {
  /** Maps, lists and strings; no value is an empty string, and an empty text an empty map. */
  readonly data: unknown;
  /** Where the value stands that these keys and indices lead to; the nearest above it that exists. */
  valueAt(steps: readonly string[]): Place;
  /** Where the last of these keys stands. */
  keyAt(steps: readonly string[]): Place;
  /** The keys of the map that these lead to, as the text has them: in data, numbers come first. */
  keysOf(steps: readonly string[]): string[];
}

/**
 * Reads YAML in which every scalar is text, so that the release 4.20 does not become the number 4.2.
 *
 * @throws {PolicyError} with all that is wrong with it as YAML.
 */
export function readYaml(text: string, path: string): YamlText {
  const counter = new LineCounter();
  const place = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { path, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const tokens = [...new Parser(counter.addNewLine).parse(text)];
  if (isTooDeep(tokens)) {
    throw new PolicyError([
      { place: place(0), message: `is nested deeper than ${MAX_DEPTH} levels` },
    ]);
  }
  const documents = [...new Composer(YAML_OPTIONS).compose(tokens, true, text.length)];
  const [document] = documents as [Document.Parsed];
  const mistakes: Mistake[] = documents.flatMap(({ errors, warnings }) =>
    [...errors, ...warnings].map(({ message, pos }) => ({ place: place(pos[0]), message })),
  );
  if (documents[1]) {
    mistakes.push({
      place: place(documents[1].range[0]),
      message: 'a second YAML document starts here',
    });
  }
  visit(document, (key, node) => {
    const message = isPair(node) ? undefined : faultOf(node);
    if (message) mistakes.push({ place: place(startOf(node)), message });
    if (key !== 'key' && isNothing(node)) node.value = '';
  });
  if (mistakes.length > 0) throw new PolicyError(mistakes);
  return {
    data: isEmpty(document.contents) ? {} : document.toJS(),
    valueAt: (steps) => place(startOf(find(document.contents, steps).value)),
    keyAt: (steps) => place(startOf(find(document.contents, steps).key)),
    keysOf: (steps) => {
      const { value } = find(document.contents, steps);
      return isMap(value) ? value.items.map(({ key }) => String(key)) : [];
    },
  };
}

/** A text of nothing, of comments, or of no more than the start of a document. */
function isEmpty(contents: unknown): boolean {
  return (
    contents === null || (isScalar(contents) && contents.type === 'PLAIN' && contents.value === '')
  );
}

/** Level by level, since a text can nest deeper than a stack. */
function isTooDeep(tokens: readonly CST.Token[]): boolean {
  let level = tokens;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return true;
    level = level.flatMap(childrenOf);
  }
  return false;
}

function childrenOf(token: CST.Token): CST.Token[] {
  const items = 'items' in token ? token.items.flatMap(({ key, value }) => [key, value]) : [];
  const children = token.type === 'document' ? [token.value] : items;
  return children.filter((child) => child !== undefined && child !== null);
}

function faultOf(node: unknown): string | undefined {
  if (isAlias(node)) return "YAML aliases are not supported; quote a text that starts with '*'";
  if (isScalar(node) && /\p{Cs}/u.test(String(node.value))) return 'half of a surrogate pair';
  return undefined;
}

/** What every editor takes for no value: as a text it would be the reason of a waiver without one. */
function isNothing(node: unknown): node is Scalar {
  return isScalar(node) && node.type === 'PLAIN' && /^(?:~|null|Null|NULL)$/.test(`${node.value}`);
}

/** The node that steps lead to with its key, or as far along as there is one. */
function find(root: unknown, steps: readonly string[]): { key: unknown; value: unknown } {
  let found = { key: root, value: root };
  for (const step of steps) {
    const { value } = found;
    if (isMap(value)) {
      const pair = value.items.find(({ key }) => String(key) === step);
      // A list of one may stand without the list, and then no index leads to its entry.
      if (!pair) continue;
      found = { key: pair.key, value: pair.value ?? pair.key };
    } else if (isSeq(value)) {
      const item = value.items[Number(step)];
      found = { key: item, value: item };
    }
  }
  return found;
}

function startOf(node: unknown): number {
  return (node as Node | null)?.range?.[0] ?? 0;
}
