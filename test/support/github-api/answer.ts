/** What a server sends. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export function answer(status: number, body: unknown, headers: Answer['headers'] = {}): Answer {
  return { status, body, headers };
}

/** An error in GitHub's shape. */
export function refuse(status: number, message: string, headers: Answer['headers'] = {}): Answer {
  const body = { message, documentation_url: 'https://docs.github.com/rest' };
  return { status, body: status === 422 ? { ...body, errors: [] } : body, headers };
}
