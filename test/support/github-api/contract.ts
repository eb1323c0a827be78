import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';

/** An operation of GitHub's REST API, and what a request says in its path. */
export interface Operation {
  /** As GitHub calls it: `issues/create-comment`. */
  readonly id: string;
  readonly path: Readonly<Record<string, string>>;
  readonly described: DescribedOperation;
  /** JSON pointer to it in the description. */
  readonly pointer: string;
}

interface DescribedOperation {
  readonly operationId: string;
  readonly parameters?: readonly Reference[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, Reference>>;
}

type Reference = { readonly $ref?: string } & Readonly<Record<string, unknown>>;
type Content = { readonly 'application/json': { readonly schema: Schema } };
type Schema = { readonly properties?: Readonly<Record<string, unknown>> };

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required?: boolean;
}

const description = JSON.parse(readFileSync(new URL('openapi.json', import.meta.url), 'utf8'));
const paths = Object.entries<Record<string, DescribedOperation>>(description.paths);

/** Bodies have JSON's types; a query has text, which stands for what the description says. */
const ofBodies = createAjv(false);
const ofText = createAjv(true);

function createAjv(coerceTypes: boolean): Ajv {
  // OpenAPI has keywords of its own, and GitHub formats.
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    coerceTypes,
    formats: { 'repo.nwo': true },
  });
  formats.default(ajv);
  return ajv.addSchema(description, 'github');
}

/** The operation that a request is for; `null` where the description has none. */
export function findOperation(method: string, pathname: string): Operation | null {
  for (const [template, methods] of paths) {
    const described = methods[method.toLowerCase()];
    const pattern = template.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
    const match = new RegExp(`^${pattern}$`).exec(pathname);
    if (!described || !match) continue;
    const path = Object.fromEntries(
      Object.entries(match.groups ?? {}).map(([name, text]) => [name, decodeURIComponent(text)]),
    );
    const pointer = `/paths/${escapePointer(template)}/${method.toLowerCase()}`;
    return { id: described.operationId, path, described, pointer };
  }
  return null;
}

/** What a request gets wrong, one sentence each. */
export function requestFaults(
  operation: Operation,
  query: URLSearchParams,
  body: unknown,
): readonly string[] {
  return [...parameterFaults(operation, query), ...bodyFaults(operation, body)];
}

function parameterFaults(
  { described, pointer, path }: Operation,
  query: URLSearchParams,
): string[] {
  const parameters = (described.parameters ?? []).map((one) => resolve<Parameter>(one));
  const given = { path, query: Object.fromEntries(query) };
  const known = new Set(parameters.map((one) => `${one.in} ${one.name}`));
  const unknown = [...query.keys()].filter((name) => !known.has(`query ${name}`));
  return [
    ...unknown.map((name) => `query has an unknown ${name}`),
    ...parameters.flatMap((one, at) => {
      const value = given[one.in][one.name];
      const name = `${one.in} ${one.name}`;
      if (value === undefined) return one.required ? [`${name} is missing`] : [];
      const place = described.parameters?.[at]?.$ref?.slice(1) ?? `${pointer}/parameters/${at}`;
      return faults(ofText, `${place}/schema`, { value }, name);
    }),
  ];
}

function bodyFaults({ described, pointer }: Operation, body: unknown): string[] {
  if (!described.requestBody) return body === undefined ? [] : ['there must be no body'];
  const at = `${pointer}/requestBody/content/${escapePointer('application/json')}/schema`;
  // The description allows more properties, but GitHub ignores them: they are mistakes.
  const known = Object.keys(
    described.requestBody.content['application/json'].schema.properties ?? {},
  );
  const unknown = Object.keys(Object(body)).filter((name) => !known.includes(name));
  return [
    ...faults(ofBodies, at, { value: body }, 'body'),
    ...unknown.map((name) => `body has an unknown ${name}`),
  ];
}

/**
 * What the test server's own answer gets wrong. Operations do not list every error that GitHub
 * answers with, but all of them have one shape.
 */
export function responseFaults(
  { described, pointer }: Operation,
  status: number,
  body: unknown,
): readonly string[] {
  const listed = described.responses[status];
  if (!listed && status < 400) return [`${described.operationId} has no answer ${status}`];
  const schema = `/content/${escapePointer('application/json')}/schema`;
  const at = listed?.$ref
    ? `${listed.$ref.slice(1)}${schema}`
    : `${pointer}/responses/${status}${schema}`;
  return faults(
    ofBodies,
    listed ? at : '/components/schemas/basic-error',
    { value: body },
    `answer ${status}`,
  );
}

const compiled = new Map<string, ValidateFunction>();

/** The value is in an object because coercion replaces it there. */
function faults(ajv: Ajv, pointer: string, held: { value: unknown }, what: string): string[] {
  const key = `${ajv === ofText} ${pointer}`;
  const properties = { value: { $ref: `github#${encodeURI(pointer)}` } };
  const validate = compiled.get(key) ?? ajv.compile({ required: ['value'], properties });
  compiled.set(key, validate);
  if (validate(held)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => {
    return `${what}${instancePath.replace('/value', '')} ${message}`;
  });
}

function resolve<T>(node: Reference): T {
  const names = node.$ref?.slice('#/'.length).split('/') ?? [];
  return names.reduce((at, name) => at[name], node.$ref ? description : node);
}

function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
