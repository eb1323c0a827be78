import { publishReport } from '../contract/published.ts';
import type { Report } from '../contract/report.ts';

/** How deep lists and objects are written entry by entry: the verdicts of the kernels of a report. */
const STREAMED_DEPTH = 4;

const INDENT = 2;

/** A report as JSON, as `schema/report.schema.json` has it. */
export function reportParts(report: Report): Generator<string> {
  return jsonParts(publishReport(report));
}

/**
 * Any result as JSON, indented for a reader, in parts whose size does not grow with the number of
 * kernels.
 */
export function* jsonParts(value: unknown): Generator<string> {
  yield* valueParts(value, 0);
  yield '\n';
}

function* valueParts(value: unknown, depth: number): Generator<string> {
  const entries = depth < STREAMED_DEPTH ? entriesOf(value) : [];
  if (entries.length === 0) {
    const own = harmlessJson(value, INDENT);
    yield depth === 0 ? own : own.replaceAll('\n', `\n${' '.repeat(INDENT * depth)}`);
    return;
  }
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const line = `\n${' '.repeat(INDENT * (depth + 1))}`;
  yield `${open}`;
  for (const [index, [name, part]] of entries.entries()) {
    yield `${index === 0 ? '' : ','}${line}${name === null ? '' : `${harmlessJson(name)}: `}`;
    yield* valueParts(part, depth + 1);
  }
  yield `\n${' '.repeat(INDENT * depth)}${close}`;
}

/** The entries that JSON has of a list or an object; none of any other value. */
function entriesOf(value: unknown): [name: string | null, part: unknown][] {
  if (Array.isArray(value)) return value.map((part) => [null, part]);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).filter(([, part]) => part !== undefined);
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
