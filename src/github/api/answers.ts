import { clip } from '../../text/clip.ts';

/**
 * The server answered, and not what its API promises: a proxy's page, an empty object. The message
 * says what, as a clause after "GitHub".
 */
export class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer';
}

/** How much of an answer a message quotes, in characters. */
const MAX_QUOTE = 120;

/** @param wanted what belongs in the place of the answer: `a list of comments` */
function unexpected(data: unknown, wanted: string): UnexpectedAnswer {
  const text = typeof data === 'string' ? data : (JSON.stringify(data) ?? 'nothing');
  const quote = clip(text.replace(/\s+/g, ' ').trim(), MAX_QUOTE) || 'nothing';
  return new UnexpectedAnswer(`answered ${quote} instead of ${wanted}`);
}

/** How the error of an answer that may be another the next time is tried again. */
const MAY_PASS = { status: 502 };

/**
 * Any answer: Octokit takes whatever a server sends, and stumbles over it later. It makes text of a
 * page, and of JSON that breaks off.
 */
export function checkAnswer(data: unknown, url: string): void {
  if (typeof data === 'string') throw Object.assign(unexpected(data, 'JSON'), MAY_PASS);
  if (!isObject(data)) throw unexpected(data, 'an object or a list');
  if (!/\/graphql$/.test(url)) return;
  const { data: result, errors } = data as { data?: unknown; errors?: unknown };
  if (errors === undefined ? !isObject(result) : !isListOfObjects(errors)) {
    throw unexpected(data, 'the result of a query');
  }
}

/** The answer to the query for a pull request. */
export interface Situation {
  /** Whose the token is. */
  readonly login: string;
  readonly headSha: string;
}

export function readSituation(data: unknown): Situation {
  const { viewer, repository } = Object(data) as {
    viewer?: { login?: unknown } | null;
    repository?: { pullRequest?: { headRefOid?: unknown } | null } | null;
  };
  const login = viewer?.login;
  const headSha = repository?.pullRequest?.headRefOid;
  if (typeof login === 'string' && typeof headSha === 'string') return { login, headSha };
  throw unexpected(data, 'the head of a pull request');
}

export interface Comment {
  readonly id: number;
  readonly node_id: string;
  readonly body?: string | null;
  readonly user?: { readonly login?: string } | null;
  /** `null`: it is shown. GitHub Enterprise Server may not say. */
  readonly minimized?: object | null;
}

export function readComment(data: unknown): Comment {
  if (isComment(data)) return data;
  throw unexpected(data, 'a comment');
}

export function readComments(data: unknown): readonly Comment[] {
  if (Array.isArray(data) && data.every(isComment)) return data;
  throw unexpected(data, 'a list of comments');
}

function isComment(data: unknown): data is Comment {
  const { id, node_id, body, user, minimized } = Object(data) as Readonly<Record<string, unknown>>;
  return (
    typeof id === 'number' &&
    typeof node_id === 'string' &&
    (body === undefined || body === null || typeof body === 'string') &&
    (user === undefined || user === null || isObject(user)) &&
    (minimized === undefined || minimized === null || isObject(minimized))
  );
}

/** The id of what was made. */
export function readId(data: unknown): number {
  const { id } = Object(data) as { id?: unknown };
  if (typeof id === 'number') return id;
  throw unexpected(data, 'a check run');
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function isListOfObjects(value: unknown): boolean {
  return Array.isArray(value) && value.every(isObject);
}
