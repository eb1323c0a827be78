/** The data of an API error. Octokit has a class for REST and another for GraphQL. */
export interface ApiError {
  /** The HTTP status; some 5xx where no answer came; `null` for an error that is not the API's. */
  readonly status: number | null;
  readonly answered: boolean;
  /** GitHub's words, or the network's, on one line without a full stop; empty where there were none. */
  readonly message: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** GraphQL answers 200 and names the kind of an error, such as `FORBIDDEN`. */
  readonly kinds: readonly string[];
}

/** The shapes of `RequestError` and `GraphqlResponseError`, and of what is behind the former. */
interface Thrown {
  readonly cause?: unknown;
  readonly code?: string | number;
  readonly status?: number;
  readonly message?: string;
  readonly response?: { readonly headers?: ApiError['headers']; readonly data?: unknown };
  readonly headers?: ApiError['headers'];
  readonly errors?: readonly { readonly type?: string; readonly message?: string }[];
}

/** GraphQL's errors with status 200 that correspond to a 5xx of REST. */
const BROKE_DOWN = /^Something went wrong while executing your query/;

export function readApiError(error: unknown): ApiError {
  const { status, response, headers, errors } = Object(error) as Thrown;
  return {
    status: status ?? (errors ? statusOf(errors) : null),
    answered: response !== undefined || errors !== undefined,
    message: wordsOf(error).replace(/\s+/g, ' ').trim().replace(/\.$/, ''),
    headers: response?.headers ?? headers ?? {},
    kinds: (errors ?? []).map(({ type }) => type ?? ''),
  };
}

function statusOf(errors: NonNullable<Thrown['errors']>): number {
  return errors.some(({ message }) => BROKE_DOWN.test(message ?? '')) ? 502 : 200;
}

/** Octokit puts a line before what GraphQL says, and takes a page for a message: GitHub's 5xx are some. */
function wordsOf(error: unknown): string {
  const { message, response, errors } = Object(error) as Thrown;
  const messages = (errors ?? []).flatMap((one) => one.message ?? []);
  if (messages.length > 0) return messages.join('; ');
  if (isPage(response?.data)) return '';
  return response && message !== undefined ? message : innermost(error);
}

/** Of a proxy that wants a password, the outer errors say "Request was cancelled", or nothing. */
function innermost(error: unknown): string {
  const { cause, message, code } = Object(error) as Thrown;
  return cause === undefined ? message || String(code || error) : innermost(cause);
}

function isPage(data: unknown): boolean {
  return typeof data === 'string' && /^\s*</.test(data);
}

/** GitHub wants to be asked less often, or later. */
export function isRateLimit({ status, message, headers }: ApiError): boolean {
  return (
    status === 429 || (status === 403 && 'retry-after' in headers) || /rate limit/i.test(message)
  );
}
