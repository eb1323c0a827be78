import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HEAD_SHA, PULL, REPOSITORY } from '../events.ts';
import { type Answer, refuse } from './answer.ts';
import { findOperation, requestFaults, responseFaults } from './contract.ts';
import { runQuery } from './graphql.ts';
import { HANDLERS } from './operations.ts';
import type { Comment, Content, Pull, Repository } from './repository.ts';

/** Who the server takes requests from. */
export const TOKEN = 'ghs_0123456789abcdef0123456789abcdef0123';
export const LOGIN = 'github-actions[bot]';

/** The pull request of the events, until a test changes it. */
const ITS_PULL: Pull = { number: PULL, head: 'Codertocat:changes', sha: HEAD_SHA };

const ALL = ['pull-requests', 'checks'] as const;

/** What goes wrong with a request. */
export type Mishap =
  | Answer
  /** It is done, and its answer is lost on the way. */
  | 'lost'
  /** No answer comes. */
  | 'silent'
  /** An answer starts and does not end. */
  | 'stuck';

/** An API of our own that holds every request and answer against GitHub's descriptions. */
export interface GitHubApi extends Repository {
  /** Its address: a `GITHUB_API_URL`. */
  readonly url: string;
  /** The operations that were asked for, in order: `issues/list-comments`, `graphql`. */
  readonly asked: readonly string[];
  /** What was wrong with requests, or with the server's own answers. */
  readonly violations: readonly string[];
  /** What the token may write; everything by default. */
  permissions: readonly ('pull-requests' | 'checks')[];
  /** The next requests for an operation go wrong, one for each mishap. */
  upset(operation: string, ...mishaps: readonly Mishap[]): void;
  /** Puts a file, or what else, into a commit. */
  addContent(
    content: Pick<Content, 'commit' | 'path'> & {
      readonly content: string | Uint8Array;
      readonly type?: Content['type'];
    },
  ): void;
  /** Puts a comment under a pull request. */
  addComment(comment: Partial<Comment> & Pick<Comment, 'body'>): Comment;
  /** Forgets everything, as if there was no request. */
  reset(): void;
  close(): Promise<void>;
}

export async function startGitHubApi(): Promise<GitHubApi> {
  const repository: Repository = { comments: [], checkRuns: [], pulls: [ITS_PULL], contents: [] };
  const asked: string[] = [];
  const violations: string[] = [];
  const mishaps = new Map<string, Mishap[]>();
  const server = createServer((request, response) => {
    serve(request, response).catch((error) => {
      violations.push(String(error));
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await readAll(request);
    const { pathname, searchParams } = new URL(request.url ?? '', url);
    const isQuery = request.method === 'POST' && pathname === '/graphql';
    const operation = isQuery ? null : findOperation(request.method ?? '', pathname);
    const name = isQuery ? 'graphql' : (operation?.id ?? `${request.method} ${pathname}`);
    asked.push(name);
    const body = text === '' ? undefined : JSON.parse(text);
    const faults = operation ? requestFaults(operation, searchParams, body) : [];
    violations.push(...faults.map((fault) => `${name}: ${fault}`));
    const mishap = mishaps.get(name)?.shift();
    if (mishap === 'silent') return;
    if (mishap === 'stuck') {
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
      response.write('[');
      return;
    }
    if (mishap && mishap !== 'lost') {
      if (operation) violations.push(...responseFaults(operation, mishap.status, mishap.body));
      return send(response, mishap);
    }
    const isKnown = request.headers.authorization === `token ${TOKEN}`;
    const made = !isKnown
      ? refuse(401, 'Bad credentials')
      : faults.length > 0
        ? refuse(422, faults.join('; '))
        : await act(name, operation, searchParams, body, request.headers.accept ?? '');
    send(response, mishap === 'lost' ? refuse(502, 'Server Error') : made);
  }

  async function act(
    name: string,
    operation: ReturnType<typeof findOperation>,
    query: URLSearchParams,
    // biome-ignore lint/suspicious/noExplicitAny: checked before, or by GraphQL
    body: any,
    accept: string,
  ): Promise<Answer> {
    if (name === 'graphql') {
      const mayWrite = api.permissions.includes('pull-requests');
      const { answer, faults } = await runQuery(repository, body, { login: LOGIN, mayWrite });
      violations.push(...faults);
      return answer;
    }
    const handler = HANDLERS[name];
    if (!operation || !handler) {
      violations.push(`${name}: unknown`);
      return refuse(404, 'Not Found');
    }
    const { owner, repo } = operation.path;
    if (`${owner}/${repo}` !== REPOSITORY) return refuse(404, 'Not Found');
    const { permission, run } = handler;
    const answer =
      permission === null || api.permissions.includes(permission)
        ? run(repository, { path: operation.path, query, body, accept, login: LOGIN, api: url })
        : refuse(403, 'Resource not accessible by integration');
    // Bytes have no schema.
    if (!(answer.body instanceof Uint8Array)) {
      violations.push(...responseFaults(operation, answer.status, answer.body));
    }
    return answer;
  }

  const api: GitHubApi = {
    ...repository,
    url,
    asked,
    violations,
    permissions: ALL,
    upset: (operation, ...more) => {
      mishaps.set(operation, [...(mishaps.get(operation) ?? []), ...more]);
    },
    addContent: ({ commit, path, content, type = 'file' }) => {
      repository.contents.push({ commit, path, type, bytes: Buffer.from(content) });
    },
    addComment: (given) => {
      const id = 1000 + repository.comments.length;
      const comment = { id, pull: PULL, author: LOGIN, minimized: null, ...given };
      repository.comments.push(comment);
      return comment;
    },
    reset: () => {
      for (const list of [...Object.values(repository), asked, violations]) list.length = 0;
      mishaps.clear();
      repository.pulls.push(ITS_PULL);
      api.permissions = ALL;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
      });
    },
  };
  return api;
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  const isRaw = body instanceof Uint8Array;
  const type = isRaw ? 'application/vnd.github.v3.raw' : 'application/json';
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, ...headers });
  response.end(isRaw ? body : JSON.stringify(body));
}
