import * as core from '@actions/core';
import type { Report } from '../report/report.ts';
import type { AnnotationOptions } from './annotations.ts';
import { putCheckRun } from './api/check-runs.ts';
import type { Client } from './api/client.ts';
import { type CommentRequest, putComment } from './api/comments.ts';
import { type Patience, patiently } from './api/patience.ts';
import { explainNoToken, explainRefusal, type Posting, type Remark } from './api/refusal.ts';
import { checkRunOf } from './check-run.ts';
import { commentMarker } from './comment.ts';
import type { Inputs } from './inputs.ts';
import type { Run } from './run.ts';

/** A result, and where on GitHub it belongs. */
export interface PostRequest {
  readonly report: Report;
  readonly inputs: Pick<Inputs, 'comment' | 'checkRun' | 'githubToken'>;
  readonly run: Run;
  /** The comment, marker and all. */
  readonly body: string;
  /** The lines that it comes from. */
  readonly lines: Pick<AnnotationOptions, 'locate' | 'locateProblem'>;
}

/** One thing to post, and how. */
interface Task extends Posting {
  readonly write: (client: Client, patience: Patience) => Promise<void>;
}

const NOWHERE = 'this run does not say where on GitHub it belongs';

/** When the step goes on whatever GitHub does, in milliseconds. */
const DEADLINE_MS = 120_000;

/** What one token is made of: anything else makes no header, only an error that quotes it. */
const TOKEN = /^[!-~]+$/;

/**
 * Writes the comment and the check run that were asked for. What comes in the way becomes one
 * sentence each; it changes nothing about the gate, and this never throws.
 */
export async function post(request: PostRequest): Promise<void> {
  const { report, inputs, run, body } = request;
  const settled = report.gate.passed && inputs.comment === 'on-failure';
  await attempt([commentTask(inputs, run, { body, settled }), checkRunTask(request)], inputs);
}

/** Writes the comment of a run that has no result: one that passed before must not stand. */
export async function postNoVerdict({
  inputs,
  run,
  body,
}: Omit<PostRequest, 'report' | 'lines'>): Promise<void> {
  await attempt([commentTask(inputs, run, { body, settled: false })], inputs);
}

/**
 * Hides the comment of an earlier run, when this one judged nothing and passes. It never throws
 * either.
 */
export async function withdraw({
  inputs,
  run,
}: Pick<PostRequest, 'inputs' | 'run'>): Promise<void> {
  await attempt([commentTask(inputs, run, { body: null, settled: true })], inputs);
}

function commentTask(
  { comment }: PostRequest['inputs'],
  { key, origin }: Run,
  statement: Pick<CommentRequest, 'body' | 'settled'>,
): Task | null {
  if (comment === 'never') return null;
  if (!origin?.pullRequest) {
    core.info(`There is no comment: ${origin ? 'this run belongs to no pull request' : NOWHERE}.`);
    return null;
  }
  const { headSha, repository } = origin;
  const pull = { ...repository, issue_number: origin.pullRequest.number };
  const request = { pull, headSha, marker: commentMarker(key), ...statement };
  return {
    what: 'pull-request comment',
    permission: 'pull-requests: write',
    fork: origin.pullRequest.fork,
    instead: "the Action's docs/fork-pull-requests.md shows how to post it all the same",
    // All of it again, not a request: a comment that was made though its answer was lost is found.
    write: async (client, patience) => {
      if (await patience(() => putComment(client, request))) return;
      core.info(`There is no comment: the pull request has a newer commit than ${headSha}.`);
    },
  };
}

function checkRunTask({ report, inputs, run, lines }: PostRequest): Task | null {
  if (!inputs.checkRun) return null;
  const { origin } = run;
  if (!origin) {
    core.info(`There is no check run: ${NOWHERE}.`);
    return null;
  }
  return {
    what: 'check run',
    permission: 'checks: write',
    fork: origin.pullRequest?.fork ?? false,
    instead: 'the job of this step is a check of its own',
    // All of it again, too: a batch that came through though its answer was lost would be there twice.
    write: (client, patience) =>
      patience(() => putCheckRun(client, checkRunOf(report, run, origin, lines))),
  };
}

async function attempt(
  tasks: readonly (Task | null)[],
  { githubToken }: PostRequest['inputs'],
): Promise<void> {
  const deadline = AbortSignal.timeout(DEADLINE_MS);
  for (const task of tasks) {
    if (task === null) continue;
    const remark = await carryOut(task, githubToken, deadline);
    if (remark === null) continue;
    const tell = remark.level === 'notice' ? core.notice : core.warning;
    tell(remark.message);
  }
}

async function carryOut(task: Task, token: string, deadline: AbortSignal): Promise<Remark | null> {
  if (!TOKEN.test(token)) return explainNoToken(task);
  try {
    const { connect } = await import('./api/client.ts');
    await task.write(connect(token, deadline), (request) => patiently(request, deadline));
    return null;
  } catch (error) {
    return explainRefusal(error, task);
  }
}
