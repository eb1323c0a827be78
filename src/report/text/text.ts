import type { Colors } from 'picocolors/types.js';
import { UNCHECKED, wasChecked } from '../../contract/checked.ts';
import type { KernelReport, Notice, Report } from '../../contract/report.ts';
import type { ReadBuild } from '../../programs/xen/binary/xen-binary.ts';
import { fill, labelled, wrap } from '../../text/wrap.ts';
import { describeBecause, type Reason } from '../because.ts';
import { binaryLines } from '../binary-lines.ts';
import { type Cause, causesOf } from '../causes.ts';
import { forTerminal } from '../escape.ts';
import { kernelFacts } from '../facts.ts';
import { headline } from '../headline.ts';
import { type MatrixCell, type MatrixRow, matrixOf, SYMBOLS, symbolsOf } from '../matrix.ts';
import { describeAssumed } from '../memory.ts';
import { pathRemarks } from '../path-remarks.ts';
import { describePlaces } from '../places.ts';
import { manyProducts } from '../product-names.ts';
import { describeUnclaimed } from '../unclaimed.ts';
import { type Wordings, wordingsOf } from '../wordings.ts';

export interface TextOptions {
  /** Length of a line, in characters. */
  readonly width: number;
  readonly colors: Colors;
  /** Where there is more about a rule: a command, or a page. */
  readonly more: (rule: string) => string;
}

/** Columns of the labels before a cause's text and of the names of boot paths. */
const LABEL = 12;

/**
 * A report for people: the decision, then the result of each kernel, then each reason once, with
 * Xen's message and the fix. The caller prints the problems.
 */
export function renderText(report: Report, options: TextOptions): string {
  return [...textParts(report, options)].join('');
}

/** The same in parts, one for each block. */
export function* textParts(report: Report, options: TextOptions): Generator<string> {
  let first = true;
  for (const lines of blocksOf(report, options)) {
    yield `${first ? '' : '\n'}${lines.join('\n')}\n`;
    first = false;
  }
}

function* blocksOf(report: Report, options: TextOptions): Generator<readonly string[]> {
  const { colors, width } = options;
  const { kernels, notices } = report;
  const paint = report.gate.passed ? colors.green : colors.red;
  const assumed = describeAssumed(kernels);
  const products = manyProducts(report);
  yield [
    ...wrap(headline(report), width).map((line) => colors.bold(paint(line))),
    ...[...(assumed === null ? [] : [`assuming ${assumed}`]), ...pathRemarks(kernels)]
      .flatMap((text) => wrap(text, width - 2))
      .map((line) => colors.dim(`  ${line}`)),
    ...(products.length === 0 ? [] : labelled('  on', products.join(', '), 5, width)).map(
      colors.dim,
    ),
  ];
  for (const build of report.binaries ?? []) yield renderBinary(build, options);
  for (const kernel of kernels) yield renderKernel(kernel, report, options);
  for (const cause of causesOf(report)) yield renderCause(cause, kernels.length > 1, options);
  if (notices) yield notices.flatMap((notice) => renderNotice(notice, options));
}

/** What was read from the files of a Xen, and what was assumed. */
function renderBinary(build: ReadBuild, { width, colors }: TextOptions): string[] {
  return [
    ...wrap(forTerminal(`Xen ${build.label}`), width).map((line) => colors.bold(line)),
    ...binaryLines(build).flatMap(([label, text]) =>
      labelled(`  ${label}`, forTerminal(text), LABEL, width),
    ),
  ];
}

function renderKernel(
  kernel: KernelReport,
  { kernels }: Report,
  { width, colors }: TextOptions,
): string[] {
  const title = wrap(forTerminal(kernel.path), width).map((line) => colors.bold(line));
  const facts = wrap(forTerminal(kernelFacts(kernel, kernels).join(' · ')), width - 2);
  const matrix = matrixOf(kernel);
  const indent = Math.max(LABEL, ...matrix.map(({ label }) => label.length + 4));
  const rows = matrix.flatMap((row) => renderRow(row, indent, width, colors));
  const unclaimed = describeUnclaimed(kernel);
  return [
    ...title,
    ...facts.map((line) => `  ${colors.dim(line)}`),
    ...rows,
    ...(unclaimed === null ? [] : [`  ${colors.dim(unclaimed)}`]),
    ...(wasChecked(kernel) ? [] : [`  ${colors.red(UNCHECKED)}`]),
  ];
}

function renderRow(
  { label, cells, needs }: MatrixRow,
  indent: number,
  width: number,
  colors: Colors,
): string[] {
  const room = width - indent;
  const paints = new Map<string, (text: string) => string>();
  for (const cell of cells.filter(({ isGroup }) => !isGroup))
    paints.set(`${cell.releases} ${symbolsOf(cell)}`, paintOf(cell, colors));
  const groups = cells.filter(({ isGroup }) => isGroup);
  for (const [i, size] of needs.entries()) {
    paints.set(`${i === 0 ? 'needs' : 'or'} ${size}`, colors.dim);
  }
  const lines = fill([...paints.keys()], 3, room).map((line) =>
    line.map((cell) => paints.get(cell)?.(cell)).join('   '),
  );
  return [...lines, ...groups.flatMap((group) => renderGroup(group, room, colors))].map(
    (line, i) => (i === 0 ? `  ${label}` : '').padEnd(indent) + line,
  );
}

/** `✗ 9 products: Debian 12, …`, its lines aligned. */
function renderGroup(group: MatrixCell, width: number, colors: Colors): string[] {
  const symbols = `${symbolsOf(group)} `;
  const lines = labelled(symbols, group.releases, symbols.length, width);
  return lines.map(paintOf(group, colors));
}

function paintOf({ outcome }: MatrixCell, colors: Colors): (text: string) => string {
  const { green, yellow, red, dim } = colors;
  if (outcome === 'boots') return green;
  if (outcome === 'fails') return red;
  return outcome === 'unsupported' || outcome === 'ignored' ? dim : yellow;
}

function renderCause(cause: Cause, severalKernels: boolean, options: TextOptions): string[] {
  const { width, colors } = options;
  const paint = cause.level === 'error' ? colors.red : colors.yellow;
  const symbol = SYMBOLS[cause.level === 'error' ? 'fails' : 'warns'];
  const fields: [label: string, text: string][] = [
    ...describePlaces(cause).map(({ kernels, where }): [string, string] => [
      '  where',
      severalKernels ? `${kernels.join(', ')}: ${where}` : where,
    ]),
    ...(cause.excuse === null ? [] : [['  policy', cause.excuse.text] as [string, string]]),
    ['  why', cause.message],
    ...describeBecause(cause).flatMap(renderReason),
    ...renderWordings(wordingsOf(cause)),
    ['  fix', cause.fix],
  ];
  return [
    colors.bold(paint(`${symbol} ${cause.rule}`)),
    ...fields.flatMap(([label, text]) => {
      return labelled(label, forTerminal(text), Math.max(label.length, LABEL), width);
    }),
    // Not wrapped: it may be a command to copy.
    '  more'.padEnd(LABEL) + forTerminal(options.more(cause.rule)),
  ];
}

/** The evidence stands below, a line for each. */
function renderReason({ text, evidence }: Reason): [label: string, text: string][] {
  const item = `${' '.repeat(LABEL)}- `;
  return [['  because', text], ...evidence.map((one): [string, string] => [item, one])];
}

/** One wording stands behind the label, alternatives below it, each behind a dash. */
function renderWordings({ by, depending, shown, more }: Wordings): [label: string, text: string][] {
  const says = `  ${by} says`;
  const texts = shown.map((lines) => (lines.length === 0 ? ['nothing'] : lines));
  if (depending === null) return texts.flat().map((text, i) => [i === 0 ? says : '', text]);
  const item = (text: string, i: number): [string, string] => [
    `${' '.repeat(LABEL)}${i === 0 ? '- ' : '  '}`,
    text,
  ];
  return [
    [says, `${depending}:`],
    ...texts.flatMap((lines) => lines.map(item)),
    ...(more === null ? [] : [item(more, 0)]),
  ];
}

function renderNotice({ path, line, column, message }: Notice, { width }: TextOptions): string[] {
  return labelled('! policy', forTerminal(`${path}:${line}:${column}: ${message}`), LABEL, width);
}
