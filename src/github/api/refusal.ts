import { forTerminal } from '../../report/escape.ts';
import { UnexpectedAnswer } from './answers.ts';
import { isRateLimit, readApiError } from './api-error.ts';

/** What was to be posted, and what that needs. */
export interface Posting {
  /** `pull-request comment` */
  readonly what: string;
  /** `pull-requests: write` */
  readonly permission: string;
  /** For a pull request from a fork, whose token may write nothing. */
  readonly fork: boolean;
  /** What there is for one from a fork, as a clause: `… shows how to post it all the same`. */
  readonly instead: string;
}

/** A sentence for the run's page. */
export interface Remark {
  /** `notice`: the workflow was never allowed to. `warning`: it should have worked. */
  readonly level: 'notice' | 'warning';
  readonly message: string;
}

/** What GraphQL says, with status 200, where REST answers 403 or 404. */
const HIDDEN = ['FORBIDDEN', 'NOT_FOUND'];

/** How much of GitHub's own words a sentence quotes, in characters. */
const MAX_QUOTE = 200;

/** Why a posting was not made, and what to change. */
export function explainRefusal(thrown: unknown, posting: Posting): Remark {
  if (thrown instanceof UnexpectedAnswer) {
    return warning(posting, `GitHub ${forTerminal(thrown.message)}`);
  }
  const error = readApiError(thrown);
  const { status, answered, kinds } = error;
  const words = forTerminal(error.message.slice(0, MAX_QUOTE));
  if (isRateLimit(error)) return warning(posting, "GitHub's rate limit is exceeded");
  if (status === 401)
    return notice(posting, 'GitHub rejects the token in the input "github-token"');
  if (status === 403 || status === 404 || kinds.some((kind) => HIDDEN.includes(kind))) {
    return missingPermission(posting, words);
  }
  if (status === null) return warning(posting, `this Action crashed: ${words}`);
  if (!answered) return warning(posting, `GitHub did not answer: ${words}`);
  return warning(posting, `GitHub refused it${words && `: ${words}`} (status ${status})`);
}

/** There is no token to post with. */
export function explainNoToken(posting: Posting): Remark {
  return notice(posting, 'the input "github-token" is empty');
}

/** @param words of GitHub: sometimes they give another reason, such as a locked conversation. */
function missingPermission(posting: Posting, words: string): Remark {
  const { permission, fork, instead } = posting;
  if (fork) {
    return notice(
      posting,
      `the token of a pull request from a fork lacks the permission "${permission}": ${instead}`,
    );
  }
  return notice(
    posting,
    `GitHub ${words ? `says "${words}"` : 'refuses it'}. If the token lacks the permission "${permission}", add it to the ` +
      '"permissions" of the job, as the Action\'s docs/inputs.md says',
  );
}

function notice({ what }: Posting, reason: string): Remark {
  return { level: 'notice', message: `The ${what} was not posted: ${reason}.` };
}

function warning({ what }: Posting, reason: string): Remark {
  return { level: 'warning', message: `The ${what} was not posted: ${reason}.` };
}
