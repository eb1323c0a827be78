import { causesOf } from '../causes.ts';
import { UNCHECKED, wasChecked } from '../checked.ts';
import { codeForMarkdown, forMarkdown } from '../escape.ts';
import { headline } from '../headline.ts';
import type { KernelReport, Notice, Problem, Report } from '../report.ts';
import { whyBlocks } from './cause-blocks.ts';
import { kernelBlocks } from './kernel-blocks.ts';
import { otherMatrix, requiredMatrix } from './matrix-table.ts';

/** How much is told. */
type Detail = 'everything' | 'no details' | 'what fails' | 'totals';

/**
 * A report for a job summary, a comment or a check run, in GitHub's Markdown: the decision, what
 * every release does with every kernel, those first where it has to boot and the others folded, why,
 * and what was judged. Where that is larger than `limit` bytes it leaves out the details, then what
 * passes, then all but the totals.
 */
export function renderMarkdown(report: Report, limit = Number.POSITIVE_INFINITY): string {
  for (const detail of ['everything', 'no details', 'what fails'] as const) {
    const text = render(report, detail);
    if (Buffer.byteLength(text) <= limit) return text;
  }
  return render(report, 'totals');
}

function render(report: Report, detail: Detail): string {
  const blocks = [
    '## Xen boot gate',
    `**${headline(report)}**`,
    ...(detail === 'everything' ? [] : [LEFT_OUT]),
    ...(detail === 'totals' ? [] : resultBlocks(report, detail)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

const LEFT_OUT =
  '> [!NOTE]\n> The whole result is larger than GitHub shows, so parts of it were left out here. ' +
  'The JSON report has all of it.';

function resultBlocks(report: Report, detail: Exclude<Detail, 'totals'>): string[] {
  const { kernels } = report;
  const whole = detail === 'everything';
  return [
    ...report.problems.map(problemBlock),
    ...kernels.filter((kernel) => !wasChecked(kernel)).map(uncheckedBlock),
    ...(report.notices ?? []).map(noticeBlock),
    ...requiredMatrix(kernels, detail === 'what fails' ? 'hits' : 'everything'),
    ...(whole ? otherMatrix(kernels) : []),
    ...whyBlocks(causesOf(report), !whole),
    ...(whole ? kernelBlocks(kernels) : []),
  ];
}

function problemBlock({ path, message }: Problem): string {
  return `❌ ${codeForMarkdown(path)} was not judged: ${forMarkdown(message)}`;
}

function uncheckedBlock({ path }: KernelReport): string {
  return `❌ ${codeForMarkdown(path)} was ${UNCHECKED}`;
}

function noticeBlock({ path, line, column, level, message }: Notice): string {
  const mark = level === 'warning' ? '⚠️' : 'ℹ️';
  return `${mark} ${codeForMarkdown(`${path}:${line}:${column}`)} ${forMarkdown(message)}`;
}
