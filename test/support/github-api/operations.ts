import { REPOSITORY } from '../events.ts';
import { type Answer, answer, refuse } from './answer.ts';
import {
  type CheckRun,
  type Repository,
  showCheckRun,
  showComment,
  showCommit,
  showContent,
  showPull,
} from './repository.ts';

/** A request that the description allows. */
export interface Call {
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  // biome-ignore lint/suspicious/noExplicitAny: the description has checked it
  readonly body: any;
  /** The media types that are asked for. */
  readonly accept: string;
  /** Who asks. */
  readonly login: string;
  /** The address of the API, for links. */
  readonly api: string;
}

/** An operation, and the permission that a token needs to write by it; `null` for reading. */
export interface Handler {
  readonly permission: 'pull-requests' | 'checks' | null;
  readonly run: (repository: Repository, call: Call) => Answer;
}

/** GitHub refuses longer ones: 422, "Body is too long (maximum is 65536 characters)". */
const MAX_BODY = 65_536;

/** In bytes, of an annotation: the description says it in prose only. */
const MAX_MESSAGE = 64 * 1024;

/** What the REST operations of the description do. */
export const HANDLERS: Readonly<Record<string, Handler>> = {
  'issues/list-comments': { permission: null, run: listComments },
  'issues/create-comment': { permission: 'pull-requests', run: createComment },
  'issues/update-comment': { permission: 'pull-requests', run: updateComment },
  'checks/create': { permission: 'checks', run: createCheckRun },
  'checks/update': { permission: 'checks', run: updateCheckRun },
  'pulls/list': { permission: null, run: listPulls },
  'repos/get-content': { permission: null, run: getContent },
  'git/get-commit': { permission: null, run: getCommit },
};

function listComments({ comments }: Repository, { path, query, api }: Call): Answer {
  const all = comments.filter(({ pull }) => pull === Number(path.issue_number));
  const size = Math.min(Number(query.get('per_page') ?? 30), 100);
  const page = Number(query.get('page') ?? 1);
  const shown = all.slice((page - 1) * size, page * size);
  const address = `${api}/repos/${REPOSITORY}/issues/${path.issue_number}/comments`;
  const next = `<${address}?per_page=${size}&page=${page + 1}>; rel="next"`;
  const body = shown.map((comment) => showComment(comment, api));
  return answer(200, body, page * size < all.length ? { link: next } : {});
}

function createComment({ comments }: Repository, { path, body, login, api }: Call): Answer {
  if (body.body.length > MAX_BODY) return refuse(422, 'Body is too long');
  const pull = Number(path.issue_number);
  const id = 1000 + comments.length;
  const comment = { id, pull, author: login, body: body.body, minimized: null };
  comments.push(comment);
  return answer(201, showComment(comment, api));
}

function updateComment({ comments }: Repository, { path, body, api }: Call): Answer {
  if (body.body.length > MAX_BODY) return refuse(422, 'Body is too long');
  const comment = comments.find(({ id }) => id === Number(path.comment_id));
  if (!comment) return refuse(404, 'Not Found');
  comment.body = body.body;
  return answer(200, showComment(comment, api));
}

function createCheckRun({ checkRuns }: Repository, { body, api }: Call): Answer {
  const run: CheckRun = {
    id: 2000 + checkRuns.length,
    name: body.name,
    headSha: body.head_sha,
    externalId: body.external_id ?? null,
    detailsUrl: body.details_url ?? null,
    status: 'queued',
    conclusion: null,
    title: '',
    summary: '',
    annotations: [],
  };
  const refusal = change(run, body);
  if (refusal) return refusal;
  checkRuns.push(run);
  return answer(201, showCheckRun(run, api));
}

function updateCheckRun({ checkRuns }: Repository, { path, body, api }: Call): Answer {
  const run = checkRuns.find(({ id }) => id === Number(path.check_run_id));
  if (!run) return refuse(404, 'Not Found');
  return change(run, body) ?? answer(200, showCheckRun(run, api));
}

/** Annotations are added to those that are there, everything else replaces what is there. */
function change(run: CheckRun, body: Call['body']): Answer | null {
  if (body.status === 'completed' && !body.conclusion) return refuse(422, 'conclusion is missing');
  for (const one of body.output?.annotations ?? []) {
    const columns = one.start_column !== undefined || one.end_column !== undefined;
    if (columns && one.start_line !== one.end_line) return refuse(422, 'columns span lines');
    if (one.end_line < one.start_line) return refuse(422, 'lines end before they start');
    if (one.end_column < one.start_column) return refuse(422, 'columns end before they start');
    if (Buffer.byteLength(one.message) > MAX_MESSAGE) return refuse(422, 'message is too long');
    if (one.title?.length > 255) return refuse(422, 'title is too long');
  }
  run.status = body.status ?? (body.conclusion ? 'completed' : run.status);
  run.conclusion = body.conclusion ?? run.conclusion;
  run.title = body.output?.title ?? run.title;
  run.summary = body.output?.summary ?? run.summary;
  run.annotations.push(...(body.output?.annotations ?? []));
  return null;
}

function listPulls({ pulls }: Repository, { query }: Call): Answer {
  const head = query.get('head');
  const shown = pulls.filter((pull) => head === null || pull.head === head);
  return answer(200, shown.map(showPull));
}

/** In bytes: of a larger file GitHub hands out nothing. */
const MAX_CONTENT = 100 * 1024 * 1024;

function getContent({ contents }: Repository, { path, query, accept, api }: Call): Answer {
  const own = contents.filter(({ commit }) => commit === query.get('ref'));
  const found = own.find((one) => one.path === path.path);
  if (!found) {
    const inside = own.filter((one) => one.path.startsWith(`${path.path}/`));
    if (inside.length === 0) return refuse(404, 'Not Found');
    return answer(
      200,
      inside.map((one) => showContent(one, api)),
    );
  }
  if (found.bytes.length > MAX_CONTENT) {
    return refuse(403, 'This API returns blobs up to 100 MB in size.');
  }
  const isRaw = /application\/vnd\.github(?:\.v3)?\.raw/.test(accept) && found.type === 'file';
  return answer(200, isRaw ? found.bytes : showContent(found, api));
}

function getCommit({ contents }: Repository, { path, api }: Call): Answer {
  const sha = path.commit_sha ?? '';
  return contents.some(({ commit }) => commit === sha)
    ? answer(200, showCommit(sha, api))
    : refuse(404, 'Not Found');
}
