import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Input } from './inputs/files.ts';
import type { Answer, Task } from './worker.ts';

/** A Node that checks files in a process of its own. */
export interface Worker {
  /** Asks it about an input; where the process ends or does not answer, the answer says so. */
  ask(input: Input): Promise<Answer>;
  stop(): void;
}

/** Wall time for one input, in milliseconds: a process that takes longer hangs. */
const PATIENCE = 180_000;
const MOST_HEAP_MIB = 512;
const WORKER = fileURLToPath(new URL('worker.js', import.meta.url));

/** @param node path of a Node binary */
export function startWorker(node: string): Worker {
  let child: ChildProcess | null = null;
  const stop = () => {
    child?.kill('SIGKILL');
    child = null;
  };
  const running = () => {
    const execArgv = [`--max-old-space-size=${MOST_HEAP_MIB}`];
    child ??= fork(WORKER, {
      execPath: node,
      execArgv,
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    });
    return child;
  };
  return {
    stop,
    ask: async (input) => {
      try {
        return await askOnce(running(), taskOf(input));
      } catch (error) {
        stop();
        const { message } = error as Error;
        return { digest: message, breaches: [message], decompressed: null };
      }
    },
  };
}

function taskOf({ file, stream }: Input): Task {
  return {
    file: Buffer.from(file).toString('base64'),
    codec: stream?.codec ?? null,
    stream: Buffer.from(stream?.bytes ?? []).toString('base64'),
  };
}

/** @throws {Error} where there is no answer. */
function askOnce(child: ChildProcess, task: Task): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let complaint = '';
    const note = (chunk: unknown) => {
      complaint += chunk;
    };
    const onMessage = (answer: unknown) => end(() => resolve(answer as Answer));
    const onExit = (status: number | null) =>
      end(() => reject(new Error(`its process ended with ${status}: ${complaint}`)));
    const timer = setTimeout(
      () => end(() => reject(new Error(`it gave no answer in ${PATIENCE / 1000} s`))),
      PATIENCE,
    );
    function end(settle: () => void) {
      clearTimeout(timer);
      child.stderr?.off('data', note);
      child.off('message', onMessage).off('exit', onExit);
      settle();
    }
    child.stderr?.on('data', note);
    child.on('message', onMessage).on('exit', onExit);
    child.send(task);
  });
}
