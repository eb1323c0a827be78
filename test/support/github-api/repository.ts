import { readFileSync } from 'node:fs';
import { REPOSITORY } from '../events.ts';

/** What the test server remembers: one repository, as far as the API shows it. */
export interface Repository {
  readonly comments: Comment[];
  readonly checkRuns: CheckRun[];
  readonly pulls: Pull[];
  /** What commits hold; a commit without a file in it does not exist. */
  readonly contents: Content[];
}

/** Something at a path of a commit. */
export interface Content {
  readonly commit: string;
  readonly path: string;
  readonly type: 'file' | 'symlink' | 'submodule';
  readonly bytes: Uint8Array;
}

/** A pull request that is open. */
export interface Pull {
  readonly number: number;
  /** `owner:branch` that it comes from. */
  readonly head: string;
  readonly sha: string;
}

export interface Comment {
  readonly id: number;
  /** The number of the pull request. */
  readonly pull: number;
  readonly author: string;
  body: string;
  /** Why it is hidden, as GitHub says it; `null` while it is shown. */
  minimized: string | null;
}

export interface CheckRun {
  readonly id: number;
  name: string;
  headSha: string;
  externalId: string | null;
  detailsUrl: string | null;
  status: string;
  conclusion: string | null;
  title: string;
  summary: string;
  readonly annotations: unknown[];
}

/** Where the pages of this repository would be. */
const PAGES = `https://github.example/${REPOSITORY}`;

const WHEN = '2026-11-22T12:00:00Z';

const { components } = JSON.parse(readFileSync(new URL('openapi.json', import.meta.url), 'utf8'));
const [EXAMPLE] = components.examples['pull-request-simple-items'].value;

/** A comment's name in GraphQL. */
export function nodeId({ id }: Comment): string {
  return `IC_${id}`;
}

/** A comment as the REST API shows it. */
export function showComment(comment: Comment, api: string): object {
  const { id, pull, author, body, minimized } = comment;
  return {
    id,
    node_id: nodeId(comment),
    url: `${api}/repos/${REPOSITORY}/issues/comments/${id}`,
    html_url: `${PAGES}/pull/${pull}#issuecomment-${id}`,
    issue_url: `${api}/repos/${REPOSITORY}/issues/${pull}`,
    body,
    user: showUser(author, api),
    created_at: WHEN,
    updated_at: WHEN,
    author_association: 'NONE',
    performed_via_github_app: null,
    minimized: minimized === null ? null : { reason: minimized },
  };
}

function showUser(login: string, api: string): object {
  const user = `${api}/users/${encodeURIComponent(login)}`;
  const isBot = login.endsWith('[bot]');
  return {
    login,
    id: 41898282,
    node_id: 'U_1',
    avatar_url: 'https://github.example/avatar',
    gravatar_id: '',
    url: user,
    html_url: `https://github.example/${isBot ? 'apps/' : ''}${login.replace('[bot]', '')}`,
    followers_url: `${user}/followers`,
    following_url: `${user}/following{/other_user}`,
    gists_url: `${user}/gists{/gist_id}`,
    starred_url: `${user}/starred{/owner}{/repo}`,
    subscriptions_url: `${user}/subscriptions`,
    organizations_url: `${user}/orgs`,
    repos_url: `${user}/repos`,
    events_url: `${user}/events{/privacy}`,
    received_events_url: `${user}/received_events`,
    type: isBot ? 'Bot' : 'User',
    site_admin: false,
  };
}

/**
 * A pull request as the REST API shows it: GitHub's example with another origin. It has no review
 * team, because the example's team does not match GitHub's description.
 */
export function showPull({ number, head: label, sha }: Pull): object {
  const ref = label.slice(label.indexOf(':') + 1);
  return { ...EXAMPLE, requested_teams: [], number, head: { ...EXAMPLE.head, label, ref, sha } };
}

/** In bytes: a larger file comes without its content, which the raw media type still has. */
const MAX_INLINE = 1024 * 1024;

/** A file, or what else is at a path, as the REST API shows it. */
export function showContent({ commit, path, type, bytes }: Content, api: string): object {
  const address = path.split('/').map(encodeURIComponent).join('/');
  const url = `${api}/repos/${REPOSITORY}/contents/${address}?ref=${commit}`;
  const large = bytes.length > MAX_INLINE;
  const text = Buffer.from(bytes).toString('base64').replace(/.{60}/g, '$&\n');
  const more = {
    file: { encoding: large ? 'none' : 'base64', content: large ? '' : text },
    symlink: { target: Buffer.from(bytes).toString() },
    submodule: { submodule_git_url: `${PAGES}.git` },
  };
  return {
    type,
    size: type === 'file' ? bytes.length : 0,
    name: path.split('/').at(-1),
    path,
    sha: '3d21ec53a331a6f037a91c368710b99387d012c1',
    url,
    git_url: url,
    html_url: `${PAGES}/blob/${commit}/${address}`,
    download_url: url,
    _links: { self: url, git: url, html: url },
    ...more[type],
  };
}

/** A commit as the REST API shows it. */
export function showCommit(sha: string, api: string): object {
  const url = `${api}/repos/${REPOSITORY}/git/commits/${sha}`;
  const person = { name: 'Monalisa Octocat', email: 'octocat@github.example', date: WHEN };
  return {
    sha,
    node_id: 'C_1',
    url,
    html_url: `${PAGES}/commit/${sha}`,
    author: person,
    committer: person,
    message: 'A commit',
    tree: { sha, url },
    parents: [],
    verification: {
      verified: false,
      reason: 'unsigned',
      signature: null,
      payload: null,
      verified_at: null,
    },
  };
}

/** A check run as the REST API shows it. */
export function showCheckRun(run: CheckRun, api: string): object {
  const url = `${api}/repos/${REPOSITORY}/check-runs/${run.id}`;
  return {
    id: run.id,
    node_id: `CR_${run.id}`,
    head_sha: run.headSha,
    name: run.name,
    external_id: run.externalId,
    url,
    html_url: `${PAGES}/runs/${run.id}`,
    details_url: run.detailsUrl,
    status: run.status,
    conclusion: run.conclusion,
    started_at: WHEN,
    completed_at: run.status === 'completed' ? WHEN : null,
    output: {
      title: run.title,
      summary: run.summary,
      text: null,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    check_suite: { id: 5 },
    app: null,
    pull_requests: [],
  };
}
