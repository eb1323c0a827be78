import { forTerminal } from '../../report/escape.ts';
import { isRateLimit, readApiError } from './api-error.ts';
import { ContentError } from './contents.ts';

/** How much of GitHub's own words a sentence quotes, in characters. */
const MAX_QUOTE = 200;

/** Why something could not be read by the API, and what to change, as a clause without a full stop. */
export function explainReading(thrown: unknown): string {
  if (thrown instanceof ContentError) return `it ${thrown.message}`;
  const error = readApiError(thrown);
  const { status, answered } = error;
  const words = forTerminal(error.message.slice(0, MAX_QUOTE));
  if (isRateLimit(error)) return "GitHub's rate limit is exceeded; run the job again later";
  if (status === 401) return 'GitHub rejects the token in the input "github-token"';
  if (status === 403 && /too[ _]large|up to 100 MB/i.test(words)) {
    return "it is larger than 100 MB, the limit of GitHub's API";
  }
  if (status === 403 || status === 404) {
    return (
      `GitHub ${words ? `says "${words}"` : 'refuses it'}. If the token lacks the permission ` +
      '"contents: read", add it to the "permissions" of the job'
    );
  }
  if (status !== null && !answered) return `GitHub did not answer: ${words}`;
  return `GitHub answered with an error${words && `: ${words}`}${status === null ? '' : ` (status ${status})`}`;
}
