import { type Cause, causesOf, countBoots } from '../report/causes.ts';
import { UNCHECKED, wasChecked } from '../report/checked.ts';
import { codeForMarkdown, forMarkdown } from '../report/escape.ts';
import { kernelFacts } from '../report/facts.ts';
import { headline } from '../report/headline.ts';
import { wordingsForMarkdown } from '../report/markdown.ts';
import { outcomeOf, remarkOf } from '../report/outcome.ts';
import { describePlaces } from '../report/places.ts';
import { plural } from '../report/plural.ts';
import { describeReleases } from '../report/release-ranges.ts';
import type { KernelReport, NoteReport, Notice, Report, VerdictReport } from '../report/report.ts';
import { wordingsOf } from '../report/wordings.ts';

/** The runner drops a larger summary as a whole (runner 2.336, `FileCommandManager.cs`), in bytes. */
export const MAX_SUMMARY = 1024 * 1024;

/** How much a summary tells. */
type Detail = 'everything' | 'no details' | 'what fails' | 'totals';

const MARKS: Readonly<Record<VerdictReport['status'], string>> = {
  boots: '✅ boots',
  warns: '⚠️ warns',
  fails: '❌ fails',
  unsupported: '➖ no such boot path',
};

/**
 * The job summary, in GitHub's Markdown: the decision, what every release does with every kernel,
 * and why. Where that is larger than `limit` bytes it leaves out the details, then what passes, then
 * all but the totals.
 */
export function jobSummary(report: Report, limit = MAX_SUMMARY): string {
  for (const detail of ['everything', 'no details', 'what fails'] as const) {
    const text = render(report, detail);
    if (Buffer.byteLength(text) <= limit) return text;
  }
  return render(report, 'totals');
}

function render(report: Report, detail: Detail): string {
  const title = `## Xen boot gate\n\n**${headline(report)}**`;
  const notice =
    '> [!NOTE]\n> The whole result is larger than GitHub shows, so parts of it were left out here. ' +
    'The file that the output `report-json` names has all of it.';
  const blocks = [
    title,
    ...(detail === 'everything' ? [] : [notice]),
    ...(detail === 'totals' ? [] : resultBlocks(report, detail)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function resultBlocks(report: Report, detail: Detail): string[] {
  const { kernels } = report;
  const shown = detail === 'what fails' ? kernels.filter((kernel) => !passes(kernel)) : kernels;
  const causes = causesOf(report);
  return [
    ...report.problems.map(({ path, message }) => {
      return `❌ ${codeForMarkdown(path)} was not judged: ${forMarkdown(message)}`;
    }),
    ...(report.notices ?? []).map(noticeBlock),
    ...shown.flatMap((kernel) => kernelBlocks(kernel, report, detail)),
    ...(causes.length > 0 ? ['### Why'] : []),
    ...causes.flatMap((cause) => causeBlocks(cause, detail)),
  ];
}

function passes(kernel: KernelReport): boolean {
  return wasChecked(kernel) && !kernel.verdicts.some(isHit);
}

function isHit(verdict: VerdictReport): boolean {
  return !['boots', 'unsupported', 'ignored'].includes(outcomeOf(verdict));
}

function noticeBlock({ path, line, column, level, message }: Notice): string {
  const mark = level === 'warning' ? '⚠️' : 'ℹ️';
  return `${mark} ${codeForMarkdown(`${path}:${line}:${column}`)} ${forMarkdown(message)}`;
}

function kernelBlocks(kernel: KernelReport, { kernels }: Report, detail: Detail): string[] {
  const verdicts = detail === 'what fails' ? kernel.verdicts.filter(isHit) : kernel.verdicts;
  return [
    `### ${codeForMarkdown(kernel.path)}`,
    kernelFacts(kernel, kernels).map(forMarkdown).join(' · '),
    ...(wasChecked(kernel) ? [] : [`❌ ${UNCHECKED}`]),
    [
      '| Boot path | Xen | Releases | Result | Why |',
      '| --- | --- | ---: | --- | --- |',
      ...verdicts.map((verdict) => verdictRow(kernel, verdict)),
    ].join('\n'),
    ...(detail === 'everything' && kernel.notes.length > 0 ? [notesBlock(kernel.notes)] : []),
  ];
}

function verdictRow(kernel: KernelReport, verdict: VerdictReport): string {
  const rules = new Set(verdict.findings.map(({ rule }) => codeForMarkdown(rule)));
  const cells = [
    verdict.boot,
    describeReleases(kernel, verdict),
    countBoots(verdict),
    resultCell(verdict),
    [...rules].join(', '),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** `❌ fails`; what the policy excuses is no cross. */
function resultCell(verdict: VerdictReport): string {
  const remark = remarkOf(verdict);
  if (remark === '') return MARKS[verdict.status];
  const mark = verdict.status === 'fails' ? '⚠️ fails' : MARKS[verdict.status];
  return `${mark}, ${remark}`;
}

function notesBlock(notes: readonly NoteReport[]): string {
  const rows = notes.map(({ type, name, value }) => {
    return `| ${type} | ${codeForMarkdown(name)} | ${codeForMarkdown(value)} |`;
  });
  const table = ['| Type | Name | Value |', '| ---: | --- | --- |', ...rows].join('\n');
  return folded('Xen notes of this kernel', table);
}

function causeBlocks(cause: Cause, detail: Detail): string[] {
  const mark = cause.level === 'error' ? '❌' : '⚠️';
  const head = [
    `${mark} ${codeForMarkdown(cause.rule)} ${forMarkdown(cause.message)}`,
    ...(cause.excuse === null ? [] : [`**Policy:** ${forMarkdown(cause.excuse.text)}`]),
    `**Fix:** ${forMarkdown(cause.fix)}`,
  ];
  if (detail !== 'everything') return head;
  const places = describePlaces(cause).map(({ kernels, where }) => {
    return `- ${kernels.map(codeForMarkdown).join(', ')}: ${where}`;
  });
  const details = [
    places.join('\n'),
    wordingsForMarkdown(wordingsOf(cause, cause.xenSays.length)),
    ...cause.references.map((reference) => `See: ${link(reference)}`),
  ];
  const where = `Where: stage ${cause.stage}, ${plural(cause.boots, 'boot')}`;
  return [...head, folded(where, details.join('\n\n'))];
}

/** An address becomes a link where nothing in it could end one. */
function link(address: string): string {
  return /^https:\/\/[\w./?=&;,#%~+:-]+$/.test(address) ? `<${address}>` : forMarkdown(address);
}

function folded(title: string, body: string): string {
  return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}
