import type { Client } from './client.ts';

/** The comment that the pull request is to have. */
export interface CommentRequest {
  readonly pull: { readonly owner: string; readonly repo: string; readonly issue_number: number };
  /** What `body` starts with, and no other comment. */
  readonly marker: string;
  /** `null`: one that is there keeps its text. */
  readonly body: string | null;
  /** Nobody need read it: no new one is written, and one that is there is hidden. */
  readonly settled: boolean;
}

interface Comment {
  readonly id: number;
  readonly node_id: string;
  /** `null`: it is shown. GitHub Enterprise Server may not say. */
  readonly minimized?: object | null;
}

const VIEWER = 'query { viewer { login } }';

const MINIMIZE = `mutation ($id: ID!) {
  minimizeComment(input: { subjectId: $id, classifier: RESOLVED }) { clientMutationId }
}`;

const UNMINIMIZE = `mutation ($id: ID!) {
  unminimizeComment(input: { subjectId: $id }) { clientMutationId }
}`;

/**
 * Leaves one comment of ours under the pull request, however often it is done: a new one, or the
 * one that is there with its new text, hidden as resolved while it is settled.
 *
 * @throws what Octokit throws.
 */
export async function putComment(client: Client, request: CommentRequest): Promise<void> {
  const { pull, body, settled } = request;
  const found = await findComment(client, request);
  if (found === null) {
    if (body !== null && !settled) await client.rest.issues.createComment({ ...pull, body });
    return;
  }
  const { owner, repo } = pull;
  if (body !== null) {
    await client.rest.issues.updateComment({ owner, repo, comment_id: found.id, body });
  }
  const isSettled = found.minimized === undefined ? !settled : found.minimized !== null;
  if (isSettled !== settled) {
    await client.graphql(settled ? MINIMIZE : UNMINIMIZE, { id: found.node_id });
  }
}

/**
 * The first comment that starts with the marker and that this token wrote. A marker is no secret:
 * a stranger's comment that has it stays the stranger's.
 */
async function findComment(
  client: Client,
  { pull, marker }: CommentRequest,
): Promise<Comment | null> {
  const { viewer } = await client.graphql<{ viewer: { login: string } }>(VIEWER);
  const { listComments } = client.rest.issues;
  for await (const { data } of client.paginate.iterator(listComments, { ...pull, per_page: 100 })) {
    const found = data.find(({ user, body }) => {
      return user?.login === viewer.login && body?.startsWith(marker);
    });
    if (found) return found;
  }
  return null;
}
