import type { Report } from '../contract/report.ts';
import { placeOf } from '../files/place.ts';
import type { Parts } from '../files/write-parts.ts';
import type { Calendar } from '../programs/xen/targets.ts';
import { codeQualityParts } from '../report/code-quality.ts';
import { pageParts } from '../report/html/page.ts';
import { reportParts } from '../report/json.ts';
import { junitParts } from '../report/junit.ts';
import { markdownParts } from '../report/markdown/markdown.ts';
import { sarifParts } from '../report/sarif/sarif.ts';
import type { Locate } from '../report/source-region.ts';
import { textParts } from '../report/text/text.ts';
import { quote } from '../text/quote.ts';
import { choose } from '../text/suggest.ts';
import { UsageError } from '../text/usage-error.ts';
import type { Args } from './args.ts';
import { requireOther } from './inputs.ts';
import { complain, EXIT_USAGE, emit, type Io, type Layout, layoutOf } from './io.ts';

/** What an output is made with, besides the report. */
interface Surroundings {
  readonly layout: Layout;
  readonly calendar: Calendar;
  /** The directory of the repository: outputs for a code host name files relative to it. */
  readonly workspace: string;
  /** The lines that causes come from, looked for when the first output asks. */
  readonly locate: () => Locate;
}

/** A report in a format, in parts. */
type Render = (report: Report, surroundings: Surroundings) => Parts;

const FORMATS = {
  text: (report, { layout }) => textParts(report, layout),
  json: reportParts,
  markdown: markdownParts,
  sarif: (report) => sarifParts(report, { category: report.tool.name }),
  html: (report, { calendar }) => pageParts(report, calendar),
  junit: junitParts,
  gitlab: (report, { workspace, locate }) =>
    codeQualityParts(report, { workspace, locate: locate() }),
} satisfies Record<string, Render>;

type Format = keyof typeof FORMATS;

export const FORMAT_NAMES = Object.keys(FORMATS) as Format[];

/** One of the outputs that were asked for. */
export interface Output {
  readonly format: Format;
  /** `undefined` for standard output. */
  readonly file: string | undefined;
}

/**
 * What `--format NAME[=FILE]`, `--output` and `--quiet` ask for. Where every format has a file, the text
 * is printed as well, unless it is to be quiet.
 *
 * @throws {UsageError} where a format does not exist, or two outputs have the same place.
 */
export function parseOutputs(args: Args): readonly Output[] {
  const asked = args.all('format').map(parseFormat);
  const free = asked.filter(({ file }) => file === undefined);
  const [one, other] = free;
  if (one && other) {
    throw new UsageError(
      `only one format can be printed, and --format asks for ${one.format} and ${other.format}: ` +
        `give one a file, as in --format ${other.format}=FILE`,
    );
  }
  const output = args.last('output');
  if (output !== undefined && !one && args.has('quiet')) {
    throw new UsageError('--output has nothing to write: no --format is without a file');
  }
  const printed = one ?? (args.has('quiet') ? undefined : { format: 'text' as const });
  const outputs = [
    ...(printed ? [{ format: printed.format, file: output }] : []),
    ...asked.filter(({ file }) => file !== undefined),
  ];
  const files = outputs.flatMap(({ file }) => file ?? []);
  const places = files.map(placeOf);
  const twice = files.find((_, i) => places.indexOf(places[i] ?? '') !== i);
  if (twice !== undefined) throw new UsageError(`two formats cannot both be in ${quote(twice)}`);
  return outputs;
}

/** `junit=report.xml` */
function parseFormat(text: string): Output {
  const [name = '', ...rest] = text.split('=');
  const format = choose('format', name, FORMAT_NAMES);
  if (rest.length === 0) return { format, file: undefined };
  const file = rest.join('=');
  if (file === '') throw new UsageError(`--format ${format}= lacks the name of a file`);
  return { format, file };
}

/**
 * Keeps results from being written over what they are made of.
 *
 * @throws {UsageError} where an output is one of these files, by whatever name.
 */
export function requireOthers(outputs: readonly Output[], files: readonly string[]): void {
  for (const { file } of outputs) requireOther(file, files);
}

/**
 * Writes a report to all outputs, and its problems to standard error. A file that cannot be written is
 * reported last; the others are still written.
 *
 * @returns whether all were written.
 */
export function emitAll(
  report: Report,
  outputs: readonly Output[],
  io: Io,
  locate: () => Locate,
  calendar: Calendar = io.calendar,
): boolean {
  const { workspace } = io;
  const failures: string[] = [];
  for (const { format, file } of outputs) {
    const layout = layoutOf(io, file);
    const render: Render = FORMATS[format];
    try {
      emit(render(report, { layout, calendar, workspace, locate }), io, file);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      failures.push(error.message);
    }
  }
  for (const { path, message } of report.problems) complain(io, `${path}: ${message}`);
  for (const failure of failures) complain(io, failure);
  return failures.length === 0;
}

/** 0 pass, 1 the gate fails, 2 an input was not checked. */
export function exitCodeOf({ problems, gate }: Report): number {
  if (problems.length > 0) return EXIT_USAGE;
  return gate.passed ? 0 : 1;
}
