import { clip } from '../../text/clip.ts';
import { forMarkdown } from '../escape.ts';

/** Limits that fit every output: the number of reasons, and the characters of each. */
const MOST_REASONS = 20;
const MOST_OF_ONE = 400;

/** The headline of a run without a result. */
export const NO_VERDICT = '✗ fails: there is no verdict';

/** What stands in the place of a report where a run ended before it had one, in GitHub's Markdown. */
export function renderNoVerdict(reasons: readonly string[]): string {
  const blocks = [
    '## Xen boot gate',
    `**${NO_VERDICT}**`,
    ...reasons.slice(0, MOST_REASONS).map((one) => `❌ ${forMarkdown(clip(one, MOST_OF_ONE))}`),
    ...(reasons.length > MOST_REASONS ? ['The log has the whole message.'] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}
