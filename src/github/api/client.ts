import * as core from '@actions/core';
import { getOctokit } from '@actions/github';
import { checkAnswer } from './answers.ts';

/** GitHub's API with a token. Its address is `GITHUB_API_URL`. */
export type Client = ReturnType<typeof getOctokit>;

/** How long one answer may take, in milliseconds. */
const ANSWER_TIMEOUT_MS = 15_000;

/**
 * Opens the API. To be imported only when there is something to send: loading what is behind it makes
 * the start of the Action a third longer.
 *
 * @param deadline ends every request.
 */
export function connect(
  token: string,
  deadline: AbortSignal,
  answerTimeout = ANSWER_TIMEOUT_MS,
): Client {
  const { debug } = core;
  // Octokit reads it once, when it is imported; tests have one API each.
  const { GITHUB_API_URL: baseUrl } = process.env;
  const client = getOctokit(token, {
    ...(baseUrl && { baseUrl }),
    log: { debug, info: debug, warn: debug, error: debug },
  });
  client.hook.before('request', (options) => {
    options.request.signal = AbortSignal.any([deadline, AbortSignal.timeout(answerTimeout)]);
  });
  client.hook.after('request', ({ data, url }) => checkAnswer(data, url));
  return client;
}
