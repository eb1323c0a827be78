import { clip } from '../../text/clip.ts';
import { plural } from '../../text/plural.ts';
import { describeBecause, type Reason } from '../because.ts';
import type { Cause } from '../causes.ts';
import { codeForMarkdown, forMarkdown } from '../escape.ts';
import { describePlaces } from '../places.ts';
import { folded, link, type MarkdownLinks, prose, ruleName, xenSays } from './parts.ts';

/**
 * The causes, each with its targets, Xen's message and the fix. Causes that the policy accepts are
 * folded, and so are the references.
 *
 * @param detail all values except `everything` leave out the folded parts; `in brief` keeps only
 *   the fault and the fix.
 */
export function* whyBlocks(
  causes: readonly Cause[],
  detail: 'everything' | 'no details' | 'what fails' | 'in brief',
  links: MarkdownLinks,
): Generator<string> {
  const open = causes.filter(({ excuse }) => excuse === null);
  const excused = causes.filter(({ excuse }) => excuse !== null);
  const boots = excused.reduce((sum, cause) => sum + cause.boots, 0);
  if (open.length > 0) yield '### Why';
  for (const cause of open) yield* causeBlocks(cause, detail, links);
  if (excused.length > 0 && detail === 'everything') {
    yield folded(
      `Accepted by the policy: ${plural(boots, 'boot')}`,
      excused.flatMap((cause) => causeBlocks(cause, detail, links)),
    );
  }
}

function causeBlocks(
  cause: Cause,
  detail: Parameters<typeof whyBlocks>[1],
  links: MarkdownLinks,
): string[] {
  const mark = cause.level === 'error' ? '❌' : '⚠️';
  const fix = `- **Fix:** ${prose(cause.fix)}`;
  const { references } = cause;
  return [
    `#### ${mark} ${ruleName(cause.rule, links)} in ${plural(cause.boots, 'boot')}`,
    forMarkdown(cause.message),
    (detail === 'in brief' ? [fix] : [...evidence(cause, links), fix]).join('\n'),
    ...(detail !== 'everything' || references.length === 0
      ? []
      : [folded(plural(references.length, 'reference'), [references.map(listed).join('\n')])]),
  ];
}

/** More kernels, or groups of them, than these are only counted: the matrix has all of them. */
const MOST_PLACES = 12;

/** The name of a file is the work of a pull request, in characters. */
const MAX_FILE = 1_000;

function evidence(cause: Cause, { locate = () => null }: MarkdownLinks): string[] {
  const groups = describePlaces(cause);
  const rest = groups.length - MOST_PLACES;
  const places = groups.slice(0, MOST_PLACES).map(({ kernels, where }) => {
    const more = kernels.length - MOST_PLACES;
    const names = kernels.slice(0, MOST_PLACES).map(codeForMarkdown).join(', ');
    return `- **Where:** ${names}${more > 0 ? ` and ${plural(more, 'more kernel')}` : ''}: ${where}`;
  });
  if (rest > 0) places.push(`- **Where:** … and ${plural(rest, 'more group')} of kernels`);
  const line = locate(cause);
  return [
    ...(cause.excuse === null ? [] : [`- **Policy:** ${forMarkdown(cause.excuse.text)}`]),
    ...(line
      ? [`- **From:** ${codeForMarkdown(`${clip(line.file, MAX_FILE)}:${line.line}`)}`]
      : []),
    ...places,
    ...describeBecause(cause).map(because),
    `- **Stage:** ${cause.stage}`,
    `- ${xenSays(cause)}`,
  ];
}

function because({ text, evidence }: Reason): string {
  const proofs = evidence.map((one) => `\n  - ${forMarkdown(one)}`);
  return `- **Because:** ${forMarkdown(text)}${proofs.join('')}`;
}

function listed(reference: string): string {
  return `- ${link(reference)}`;
}
