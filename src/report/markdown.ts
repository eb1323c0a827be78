import { BOOT_PATHS } from '../xen/boot-path.ts';
import { type Cause, causesOf } from './causes.ts';
import { UNCHECKED, wasChecked } from './checked.ts';
import { codeForMarkdown, forMarkdown } from './escape.ts';
import { kernelFacts } from './facts.ts';
import { headline } from './headline.ts';
import { matrixOf, SYMBOLS, symbolsOf } from './matrix.ts';
import { describePlaces } from './places.ts';
import { plural } from './plural.ts';
import type { KernelReport, Notice, Problem, Report } from './report.ts';
import { type Wordings, wordingsOf } from './wordings.ts';

/**
 * A report for a pull request or a job summary, in GitHub's Markdown: the decision, a table of
 * kernels and boot paths, and the causes, each behind a fold.
 */
export function renderMarkdown(report: Report): string {
  const sections = [
    `**${headline(report)}**`,
    report.kernels.length > 0 && table(report.kernels),
    ...causesOf(report).map(renderCause),
    report.notices && ['The policy:', '', ...report.notices.map(renderNotice)].join('\n'),
    report.problems.length > 0 &&
      ['Not judged:', '', ...report.problems.map(renderProblem)].join('\n'),
  ];
  return `${sections.filter((section) => section !== false && section !== undefined).join('\n\n')}\n`;
}

function table(kernels: readonly KernelReport[]): string {
  const boots = BOOT_PATHS.filter((boot) =>
    kernels.some(({ verdicts }) => verdicts.some((verdict) => verdict.boot === boot)),
  );
  return [
    `| kernel | ${boots.join(' | ')} |`,
    `| --- | ${boots.map(() => '---').join(' | ')} |`,
    ...kernels.map((kernel) => {
      const rows = new Map(matrixOf(kernel).map(({ boot, cells }) => [boot, cells]));
      const cells = boots.map((boot) =>
        (rows.get(boot) ?? [])
          .map((cell) => `${cell.releases}&nbsp;${symbolsOf(cell).replaceAll(' ', '&nbsp;')}`)
          .join('<br>'),
      );
      return `| ${nameCell(kernel, kernels)} | ${cells.join(' | ')} |`;
    }),
  ].join('\n');
}

function nameCell(kernel: KernelReport, all: readonly KernelReport[]): string {
  const name = `${codeForMarkdown(kernel.path)}<br>${forMarkdown(kernelFacts(kernel, all).join(' · '))}`;
  return wasChecked(kernel) ? name : `${name}<br>**${UNCHECKED}**`;
}

function renderCause(cause: Cause): string {
  const { rule, level, boots } = cause;
  const symbol = SYMBOLS[level === 'error' ? 'fails' : 'warns'];
  return [
    '<details>',
    `<summary>${symbol} <code>${rule}</code> in ${plural(boots, 'boot')}</summary>`,
    '',
    forMarkdown(cause.message),
    '',
    ...(cause.excuse === null ? [] : [`- Policy: ${forMarkdown(cause.excuse.text)}`]),
    ...describePlaces(cause).map(
      ({ kernels, where }) => `- ${kernels.map(codeForMarkdown).join(', ')}: ${where}`,
    ),
    `- ${wordingsForMarkdown(wordingsOf(cause))}`,
    `- Fix: ${prose(cause.fix)}`,
    ...cause.references.map((reference) => `- <${reference}>`),
    '',
    '</details>',
  ].join('\n');
}

/** `Xen says, depending on the release: nothing; or <code>…</code>` */
export function wordingsForMarkdown({ depending, shown, more }: Wordings): string {
  const texts = shown.map((lines) => lines.map(codeForMarkdown).join(', ') || 'nothing');
  const says = depending === null ? 'Xen says' : `Xen says, ${depending}:`;
  return `${says} ${[texts.join('; or '), ...(more === null ? [] : [more])].join('; ')}`;
}

/** A rule's text: plain, but for code spans between backticks. */
function prose(text: string): string {
  const parts = text.split('`');
  return parts.map((part, i) => (i % 2 ? codeForMarkdown : forMarkdown)(part)).join('');
}

function renderProblem({ path, message }: Problem): string {
  return `- ${codeForMarkdown(path)}: ${forMarkdown(message)}`;
}

function renderNotice({ path, line, column, message }: Notice): string {
  return `- ${codeForMarkdown(`${path}:${line}:${column}`)}: ${forMarkdown(message)}`;
}
