/** What an error of the API tells. Octokit has a class for REST and another for GraphQL. */
export interface ApiError {
  /** The HTTP status; some 5xx where no answer came; `null` for an error that is not the API's. */
  readonly status: number | null;
  readonly answered: boolean;
  /** GitHub's words, or the network's. */
  readonly message: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** GraphQL answers 200 and names the kind of an error, such as `FORBIDDEN`. */
  readonly kinds: readonly string[];
}

/** The shapes of `RequestError` and `GraphqlResponseError`. */
interface Thrown {
  readonly status?: number;
  readonly message?: string;
  readonly response?: { readonly headers?: ApiError['headers'] };
  readonly headers?: ApiError['headers'];
  readonly errors?: readonly { readonly type?: string }[];
}

export function readApiError(error: unknown): ApiError {
  const { status, message, response, headers, errors } = Object(error) as Thrown;
  return {
    status: status ?? (errors ? 200 : null),
    answered: response !== undefined || errors !== undefined,
    message: message ?? String(error),
    headers: response?.headers ?? headers ?? {},
    kinds: (errors ?? []).map(({ type }) => type ?? ''),
  };
}

/** GitHub wants to be asked less often, or later. */
export function isRateLimit({ status, message, headers }: ApiError): boolean {
  return (
    status === 429 || (status === 403 && 'retry-after' in headers) || /rate limit/i.test(message)
  );
}
