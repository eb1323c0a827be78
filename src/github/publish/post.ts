import * as core from '@actions/core';
import { type CheckRunText, putCheckRun } from '../api/check-runs.ts';
import type { Client } from '../api/client.ts';
import { type CommentRequest, putComment } from '../api/comments.ts';
import { type Patience, patiently } from '../api/patience.ts';
import { explainNoToken, explainRefusal, type Posting, type Remark } from '../api/refusal.ts';
import { isToken } from '../api/token.ts';
import type { Inputs } from '../step/inputs.ts';
import type { Run } from '../step/run.ts';
import { checkRunName } from './check-run.ts';
import { commentMarker } from './comment.ts';

/** What there is to say, where it is asked for. */
export interface Statement {
  readonly comment: Pick<CommentRequest, 'body' | 'settled'>;
  readonly checkRun: () => CheckRunText;
}

/** Whether it is asked for, and where on GitHub it belongs. */
export interface PostOptions {
  readonly inputs: Pick<Inputs, 'comment' | 'checkRun' | 'githubToken'>;
  readonly run: Pick<Run, 'key' | 'origin'>;
}

/** One thing to post, and how. */
interface Task extends Posting {
  readonly write: (client: Client, patience: Patience) => Promise<void>;
}

const NOWHERE = 'the run has no repository or commit on GitHub';

/** When the step goes on whatever GitHub does, in milliseconds. */
const DEADLINE_MS = 120_000;

/**
 * Writes the comment and the check run that were asked for. What comes in the way becomes one
 * sentence each; it changes nothing about the gate, and this never throws.
 */
export async function post(statement: Statement, options: PostOptions): Promise<void> {
  const deadline = AbortSignal.timeout(DEADLINE_MS);
  for (const task of [commentTask(statement, options), checkRunTask(statement, options)]) {
    if (task === null) continue;
    const remark = await carryOut(task, options.inputs.githubToken, deadline);
    if (remark === null) continue;
    const print = remark.level === 'notice' ? core.notice : core.warning;
    print(remark.message);
  }
}

function commentTask({ comment }: Statement, { inputs, run }: PostOptions): Task | null {
  if (inputs.comment === 'never') return null;
  const { key, origin } = run;
  if (!origin?.pullRequest) {
    core.info(`No comment was posted: ${origin ? 'this run has no pull request' : NOWHERE}.`);
    return null;
  }
  const { headSha, repository, pullRequest } = origin;
  const pull = { ...repository, issue_number: pullRequest.number };
  const request = { pull, headSha, marker: commentMarker(key), ...comment };
  return {
    what: 'pull-request comment',
    permission: 'pull-requests: write',
    fork: pullRequest.fork,
    instead: 'docs/fork-pull-requests.md of the Action shows how to post it',
    // All of it again, not a request: a comment that was made though its answer was lost is found.
    write: async (client, patience) => {
      if (await patience(() => putComment(client, request))) return;
      core.info(`No comment was posted: the pull request has a newer commit than ${headSha}.`);
    },
  };
}

function checkRunTask({ checkRun }: Statement, { inputs, run }: PostOptions): Task | null {
  if (!inputs.checkRun) return null;
  const { key, origin } = run;
  if (!origin) {
    core.info(`No check run was created: ${NOWHERE}.`);
    return null;
  }
  const { repository, headSha, pullRequest, runUrl } = origin;
  const name = checkRunName(origin);
  const request = { repository, headSha, name, externalId: key, detailsUrl: runUrl };
  return {
    what: 'check run',
    permission: 'checks: write',
    fork: pullRequest?.fork ?? false,
    instead: 'the job of this step is a check of its own',
    // All of it again, too: a batch that came through though its answer was lost would be there twice.
    write: (client, patience) => {
      const text = checkRun();
      return patience(() => putCheckRun(client, { ...request, ...text }));
    },
  };
}

async function carryOut(task: Task, token: string, deadline: AbortSignal): Promise<Remark | null> {
  if (!isToken(token)) return explainNoToken(task);
  try {
    const { connect } = await import('../api/client.ts');
    await task.write(connect(token, deadline), (request) => patiently(request, deadline));
    return null;
  } catch (error) {
    return explainRefusal(error, task);
  }
}
