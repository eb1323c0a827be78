import { type PublishedKernel, publishProducts, publishVerdict } from '../contract/published.ts';
import { publishBinary } from '../contract/published-binary.ts';
import type { KernelReport, Report, VerdictReport } from '../contract/report.ts';
import { memo } from './memo.ts';
import { buildsIn } from './release-ranges.ts';

/** How deep lists and objects are written entry by entry: the verdicts of the kernels of a report. */
const STREAMED_DEPTH = 4;

const INDENT = 2;

/** A report as JSON, as `schema/report.schema.json` has it. */
export function reportParts(report: Report): Generator<string> {
  const { binaries, kernels } = report;
  const products = publishProducts(buildsIn(kernels.flatMap(({ verdicts }) => verdicts)));
  return jsonParts({
    ...report,
    ...(binaries && { binaries: binaries.map(publishBinary) }),
    ...(products.length > 0 && { products }),
    kernels: publishKernels(kernels),
  });
}

/** One after the other, while they are written. */
function* publishKernels(kernels: readonly KernelReport[]): Generator<PublishedKernel> {
  // Kernels that are alike share their verdicts.
  const publish = memo((verdicts: readonly VerdictReport[]) => verdicts.map(publishVerdict));
  for (const kernel of kernels) yield { ...kernel, verdicts: publish(kernel.verdicts) };
}

/**
 * Any result as JSON, indented for a reader, in parts whose size does not grow with the number of
 * kernels. A generator in it is a list that is made while it is written.
 */
export function* jsonParts(value: unknown): Generator<string> {
  yield* valueParts(value, 0);
  yield '\n';
}

function* valueParts(value: unknown, depth: number): Generator<string> {
  const list = listIn(value);
  const [open, close] = list ? '[]' : '{}';
  const line = `\n${' '.repeat(INDENT * (depth + 1))}`;
  let isEmpty = true;
  for (const [name, part] of depth < STREAMED_DEPTH ? entriesOf(value) : []) {
    yield `${isEmpty ? open : ','}${line}${name === null ? '' : `${harmlessJson(name)}: `}`;
    yield* valueParts(part, depth + 1);
    isEmpty = false;
  }
  if (!isEmpty) {
    yield `\n${' '.repeat(INDENT * depth)}${close}`;
    return;
  }
  const own = harmlessJson(list ? [...list] : value, INDENT);
  yield depth === 0 ? own : own.replaceAll('\n', `\n${' '.repeat(INDENT * depth)}`);
}

/** The entries that JSON has of a list or an object; none of any other value. */
function* entriesOf(value: unknown): Generator<[name: string | null, part: unknown]> {
  const list = listIn(value);
  if (list) for (const part of list) yield [null, part];
  else if (typeof value === 'object' && value !== null) {
    for (const entry of Object.entries(value)) if (entry[1] !== undefined) yield entry;
  }
}

/** A list, be it made while it is read; `null` for any other value. */
function listIn(value: unknown): Iterable<unknown> | null {
  const isList = typeof value === 'object' && value !== null && Symbol.iterator in value;
  return isList ? (value as Iterable<unknown>) : null;
}

/**
 * A value as JSON, on one line where it is not indented. Characters that a terminal or a log acts on
 * are written as JSON escapes, so that the text is safe to print and parses to the same value.
 */
export function harmlessJson(value: unknown, indent = 0): string {
  return JSON.stringify(value, null, indent)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (char) => (char === '\n' ? char : escapeUnits(char)))
    .replaceAll('##[', '#\\u0023[');
}

function escapeUnits(char: string): string {
  return char
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
