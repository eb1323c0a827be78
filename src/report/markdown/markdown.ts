import { UNCHECKED, wasChecked } from '../../contract/checked.ts';
import type { KernelReport, Notice, Problem, Report } from '../../contract/report.ts';
import type { ReadBuild } from '../../programs/xen/binary/xen-binary.ts';
import { binaryLines } from '../binary-lines.ts';
import { type Cause, causesOf } from '../causes.ts';
import { codeForMarkdown, forMarkdown } from '../escape.ts';
import { headline } from '../headline.ts';
import { manyProducts } from '../product-names.ts';
import { whyBlocks } from './cause-blocks.ts';
import { kernelBlocks } from './kernel-blocks.ts';
import { otherMatrix, requiredMatrix } from './matrix-table.ts';
import { folded, type MarkdownLinks } from './parts.ts';
import { totalsBlocks } from './totals.ts';

/** How much is shown, from most to least; without details nothing is folded. */
type Detail = 'everything' | 'no details' | 'what fails' | 'in brief' | 'totals';

/**
 * A report for a job summary, a comment or a check run, in GitHub's Markdown. It has the decision,
 * the result of every kernel on every release with the required ones first and the others folded,
 * the causes, and the kernels. If it exceeds `limit` bytes, it leaves out the details, then the
 * passed checks, then the evidence, then all but the totals.
 */
export function renderMarkdown(
  report: Report,
  limit = Number.POSITIVE_INFINITY,
  links: MarkdownLinks = {},
): string {
  const causes = causesOf(report);
  for (const detail of ['everything', 'no details', 'what fails', 'in brief'] as const) {
    const text = joinWithin(render(report, causes, detail, links), limit);
    if (text !== null) return text;
  }
  return [...render(report, causes, 'totals', links)].join('');
}

/** All of a report, in parts. */
export function markdownParts(report: Report): Generator<string> {
  return render(report, causesOf(report), 'everything', {});
}

/** Parts as one text; `null` as soon as it is larger than `limit` bytes. */
function joinWithin(parts: Iterable<string>, limit: number): string | null {
  const joined: string[] = [];
  let bytes = 0;
  for (const part of parts) {
    bytes += Buffer.byteLength(part);
    if (bytes > limit) return null;
    joined.push(part);
  }
  return joined.join('');
}

function* render(
  report: Report,
  causes: readonly Cause[],
  detail: Detail,
  links: MarkdownLinks,
): Generator<string> {
  yield `## Xen boot gate\n\n**${headline(report)}**\n`;
  if (detail !== 'everything') yield `\n${LEFT_OUT}\n`;
  const blocks =
    detail === 'totals' ? totalsBlocks(causes) : resultBlocks(report, causes, detail, links);
  for (const block of blocks) yield `\n${block}\n`;
}

const LEFT_OUT =
  '> [!NOTE]\n> This result is shortened, because it exceeds the limit of GitHub. ' +
  'The log of the step and the JSON report have the whole result.';

function* resultBlocks(
  report: Report,
  causes: readonly Cause[],
  detail: Exclude<Detail, 'totals'>,
  links: MarkdownLinks,
): Generator<string> {
  const { kernels } = report;
  const whole = detail === 'everything';
  yield* aFew(report.problems.map(problemBlock), whole);
  yield* aFew(kernels.filter((kernel) => !wasChecked(kernel)).map(uncheckedBlock), whole);
  yield* aFew((report.notices ?? []).map(noticeBlock), whole);
  yield* requiredMatrix(kernels, whole || detail === 'no details' ? 'everything' : 'hits');
  if (whole) yield* productList(report);
  if (whole) yield* otherMatrix(kernels);
  yield* whyBlocks(causes, detail, links);
  if (whole) yield* (report.binaries ?? []).map(binaryBlock);
  if (whole) yield* kernelBlocks(kernels);
}

/** Of many products the matrix names those that do not boot. */
function productList(report: Report): string[] {
  const products = manyProducts(report);
  if (products.length === 0) return [];
  return [folded(`${products.length} products`, [products.map(forMarkdown).join(', ')])];
}

/** What was read from the files of a Xen, and what was assumed. */
function binaryBlock(build: ReadBuild): string {
  const lines = binaryLines(build).map(([label, text]) => `- ${label}: ${forMarkdown(text)}`);
  return folded(`What was read of Xen ${forMarkdown(build.label)}`, [lines.join('\n')]);
}

/** More remarks of a kind than these are behind a fold, or only counted. */
const MOST_REMARKS = 8;

function aFew(remarks: readonly string[], whole: boolean): string[] {
  const rest = remarks.slice(MOST_REMARKS);
  if (rest.length === 0) return [...remarks];
  const more = `… and ${rest.length} more`;
  return [...remarks.slice(0, MOST_REMARKS), whole ? folded(more, rest) : more];
}

function problemBlock({ path, message }: Problem): string {
  return `❌ ${codeForMarkdown(path)} was not checked: ${forMarkdown(message)}`;
}

function uncheckedBlock({ path }: KernelReport): string {
  return `❌ ${codeForMarkdown(path)} was ${UNCHECKED}`;
}

function noticeBlock({ path, line, column, level, message }: Notice): string {
  const mark = level === 'warning' ? '⚠️' : 'ℹ️';
  return `${mark} ${codeForMarkdown(`${path}:${line}:${column}`)} ${forMarkdown(message)}`;
}
