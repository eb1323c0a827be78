import { type Comment, readComment, readComments, readSituation } from './answers.ts';
import type { Client } from './client.ts';

/** The comment that the pull request is to have. */
export interface CommentRequest {
  readonly pull: { readonly owner: string; readonly repo: string; readonly issue_number: number };
  /** The commit that it is about. */
  readonly headSha: string;
  /** What `body` starts with, and no other comment. */
  readonly marker: string;
  /** `null`: one that is there keeps its text. */
  readonly body: string | null;
  /** No longer needed: no new one is written, and an existing one is hidden. */
  readonly settled: boolean;
}

const SITUATION = `query ($owner: String!, $repo: String!, $number: Int!) {
  viewer { login }
  repository(owner: $owner, name: $repo) { pullRequest(number: $number) { headRefOid } }
}`;

const MINIMIZE = `mutation ($id: ID!, $why: ReportedContentClassifiers!) {
  minimizeComment(input: { subjectId: $id, classifier: $why }) { clientMutationId }
}`;

const UNMINIMIZE = `mutation ($id: ID!) {
  unminimizeComment(input: { subjectId: $id }) { clientMutationId }
}`;

/**
 * Posts one comment of ours on the pull request, or updates the existing one. It is hidden as
 * resolved while it is settled.
 *
 * @returns whether the commit is still the head of the pull request. If not, nothing is done: the
 *   run of the newer commit may be complete already, and its comment must stay.
 * @throws what Octokit throws.
 */
export async function putComment(client: Client, request: CommentRequest): Promise<boolean> {
  const { pull, headSha, body, settled } = request;
  const { owner, repo, issue_number: number } = pull;
  const now = readSituation(await client.graphql(SITUATION, { owner, repo, number }));
  if (now.headSha !== headSha) return false;
  const found = await findComment(client, request, now.login);
  if (found !== null) await changeComment(client, request, found);
  else if (body !== null && !settled) await makeComment(client, { ...request, body }, now.login);
  return true;
}

async function changeComment(
  client: Client,
  { pull, body, settled }: CommentRequest,
  { id, node_id, minimized }: Comment,
): Promise<void> {
  const { owner, repo } = pull;
  if (body !== null) await client.rest.issues.updateComment({ owner, repo, comment_id: id, body });
  const isSettled = minimized === undefined ? !settled : minimized !== null;
  if (isSettled === settled) return;
  if (settled) await client.graphql(MINIMIZE, { id: node_id, why: 'RESOLVED' });
  else await client.graphql(UNMINIMIZE, { id: node_id });
}

/** Two runs of one commit may find none at the same time: the first comment is the one that stays. */
async function makeComment(
  client: Client,
  request: CommentRequest & { readonly body: string },
  login: string,
): Promise<void> {
  const { pull, body } = request;
  const made = readComment((await client.rest.issues.createComment({ ...pull, body })).data);
  const first = await findComment(client, request, login);
  if (first === null || first.id === made.id) return;
  await client.graphql(MINIMIZE, { id: made.node_id, why: 'DUPLICATE' });
  await changeComment(client, request, first);
}

/**
 * The first comment that starts with the marker and that this token wrote. A marker is no secret: a
 * comment of another user with the marker is not ours.
 */
async function findComment(
  client: Client,
  { pull, marker }: CommentRequest,
  login: string,
): Promise<Comment | null> {
  const { listComments } = client.rest.issues;
  for await (const { data } of client.paginate.iterator(listComments, { ...pull, per_page: 100 })) {
    const found = readComments(data).find(({ user, body }) => {
      return user?.login === login && body?.startsWith(marker);
    });
    if (found) return found;
  }
  return null;
}
