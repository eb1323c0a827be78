import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const SOURCES = fileURLToPath(new URL('reader', import.meta.url));
const LIBRARIES = ['-lxenguest', '-lxenctrl', '-lxencall', '-lxentoollog'];

/** Which domain the kernel is for. */
export type Container = 'pv' | 'hvm';

/** A kernel, and the sizes of the guests that are to be built, in MiB. */
export interface Job {
  readonly container: Container;
  readonly path: string;
  readonly sizes: readonly number[];
}

/** How a job ended for a guest of one size. */
export interface Answer {
  readonly size: number;
  readonly outcome: 'loads' | 'refused' | 'hangs' | 'aborts' | 'crashes';
  /** What the library logged, from the start of the job. */
  readonly log: readonly Message[];
}

export interface Message {
  readonly isError: boolean;
  readonly text: string;
}

/** Compiles the reader into a directory. Returns its path. */
export function compileReader(directory: string): string {
  const reader = join(directory, 'reader');
  const sources = readdirSync(SOURCES).filter((name) => name.endsWith('.c'));
  const warnings = ['-Wall', '-Wextra', '-Wno-unused-parameter', '-Werror'];
  mkdirSync(directory, { recursive: true });
  const options = ['-std=gnu11', '-O2', ...warnings, '-D__XEN_TOOLS__', '-o', reader];
  execFileSync('gcc', [...options, ...sources, ...LIBRARIES], { cwd: SOURCES, stdio: 'inherit' });
  return reader;
}

/**
 * Gives kernels to the toolstack library. A kernel that is refused before a guest is built gets that
 * answer for every size.
 *
 * @param capabilities what the hypervisor says that it can run.
 */
export async function ask(
  reader: string,
  capabilities: string,
  jobs: readonly Job[],
): Promise<Answer[][]> {
  const child = spawn(reader, [capabilities], { stdio: 'pipe' });
  const closed = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  for (const { container, path, sizes } of jobs) {
    child.stdin.write(`${[container, path, ...sizes].join(' ')}\n`);
  }
  child.stdin.end();
  const [output, complaint, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    closed,
  ]);
  if (status !== 0) throw new Error(`the reader ended with ${status}: ${complaint}`);
  return split(output, jobs);
}

/** The output of a job starts where the one before has had its last answer. */
function split(output: string, jobs: readonly Job[]): Answer[][] {
  const lines = output.split('\n').values();
  return jobs.map(({ sizes }) => {
    const answers: Answer[] = [];
    let parse: Message[] | null = null;
    let log: Message[] = [];
    for (const line of lines) {
      const [level = '', words = '', outcome = ''] = line.split('\t');
      if (level !== 'end') {
        log.push({ isError: level === 'error', text: words });
        if (words.startsWith('xc_dom_mem_init: mem ')) parse ??= log.splice(0, log.length - 1);
        continue;
      }
      const ended = words === 'parse' ? sizes : [Number(words)];
      const whole = [...(parse ?? []), ...log];
      for (const size of ended) answers.push({ size, outcome: outcomeOf(outcome), log: whole });
      log = [];
      if (answers.length === sizes.length) return answers;
    }
    throw new Error('the reader ended before its answer');
  });
}

const OUTCOMES = ['loads', 'refused', 'hangs', 'aborts', 'crashes'] as const;

function outcomeOf(word: string): Answer['outcome'] {
  const outcome = OUTCOMES.find((known) => known === word);
  if (!outcome) throw new Error(`the reader answered '${word}'`);
  return outcome;
}
