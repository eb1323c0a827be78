import picocolors from 'picocolors';
import { describeError } from '../files/file-error.ts';
import { batches, type Parts, writeParts } from '../files/write-parts.ts';
import type { Clock } from '../gate/time-limit.ts';
import type { Calendar } from '../programs/xen/targets.ts';
import { forTerminal } from '../report/escape.ts';
import type { TextOptions } from '../report/text/text.ts';
import { clip } from '../text/clip.ts';
import { quote } from '../text/quote.ts';
import { UsageError } from '../text/usage-error.ts';
import type { StartThread } from '../threads/pool.ts';

/** Exit code for a usage error, or an input that could not be checked. */
export const EXIT_USAGE = 2;

/** As much of an output stream as commands use. */
export interface Stream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  /** Width of the terminal, in characters; 0 if unknown, as under `script` or `expect`. */
  readonly columns?: number;
}

/** The world outside, as commands see it. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** How the user calls this program, for the commands that a text shows. */
  readonly program: string;
  readonly calendar: Calendar;
  /** The directory that the program runs in: in CI, that of the repository. */
  readonly workspace: string;
  /** Milliseconds from any start. */
  readonly now: Clock;
  /** Starts a thread of this program; left out where all is done in this one. */
  readonly startThread?: StartThread;
}

const DEFAULT_WIDTH = 80;
/** Longer lines are hard to read, and a narrow terminal wraps by itself what does not fit. */
const WIDTHS = { least: 40, most: 120 };

/** How a text goes out. */
export type Layout = TextOptions;

/** To a file plain and 80 wide, to standard output as that can take it. */
export function layoutOf(io: Io, output?: string): Layout {
  const { stdout, env, program } = io;
  const more = (rule: string) => `${program} explain ${rule}`;
  if (output !== undefined) {
    return { width: DEFAULT_WIDTH, colors: picocolors.createColors(false), more };
  }
  const columns = stdout.columns || columnsIn(env) || DEFAULT_WIDTH;
  const width = Math.min(Math.max(columns, WIDTHS.least), WIDTHS.most);
  return { width, colors: picocolors.createColors(wantsColor(stdout, env)), more };
}

/** Width of a stream, in characters. */
export function columnsOf({ columns }: Stream): number {
  return columns || DEFAULT_WIDTH;
}

/** What `COLUMNS` says, where a pipe has no width of its own; 0 where it says nothing. */
function columnsIn({ COLUMNS = '' }: Io['env']): number {
  return /^\d{1,4}$/.test(COLUMNS) ? Number(COLUMNS) : 0;
}

/** `NO_COLOR` (no-color.org) wins over `FORCE_COLOR`, and both over what the stream is. */
function wantsColor(stream: Stream, env: Io['env']): boolean {
  if (env.NO_COLOR) return false;
  const force = env.FORCE_COLOR;
  if (force !== undefined) return force !== '0' && force !== 'false';
  return stream.isTTY === true && env.TERM !== 'dumb';
}

/**
 * Writes a result, part by part, to a file or to standard output.
 *
 * @throws {UsageError} where the file cannot be written.
 */
export function emit(parts: Parts, io: Io, output?: string): void {
  if (output === undefined) {
    for (const part of batches(parts)) io.stdout.write(part);
    return;
  }
  try {
    writeParts(output, parts);
  } catch (error) {
    throw new UsageError(`cannot write ${quote(output)}: ${describeError(error)}`);
  }
}

/** In UTF-16 units: longer than any path. */
const MAX_MESSAGE = 8192;

/** Prints an error for the user, on one line. */
export function complain(io: Io, message: string): void {
  io.stderr.write(`xen-boot-gate: ${forTerminal(clip(message, MAX_MESSAGE))}\n`);
}
