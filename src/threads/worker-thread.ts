import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { describeError } from '../files/file-error.ts';
import type { StartThread } from './pool.ts';
import { serve } from './serve.ts';

/** Distinguishes threads of a pool from those of a program that has this one in a thread. */
const MARK = 'xen-boot-gate: check what comes through the port';

/** For what lives short, in MiB: Node's own limit, 48 on each thread, only makes the heap larger. */
const YOUNG = 16;

/** @param file the program that the thread runs: the same one, which starts with {@link serveHere}. */
export function threadsOf(file: URL): StartThread {
  return ({ onMessage, onEnd }) => {
    let why: string | null = null;
    const worker = new Worker(file, {
      workerData: MARK,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
    });
    worker.on('message', onMessage);
    worker.on('error', (error: NodeJS.ErrnoException) => {
      why =
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? 'the thread ran out of memory'
          : `the thread ended: ${describeError(error)}`;
    });
    worker.on('exit', () => onEnd(why ?? 'the thread ended'));
    return {
      post: (message) => worker.postMessage(message),
      stop: () => {
        worker.removeAllListeners('exit');
        void worker.terminate();
      },
    };
  };
}

/** In a thread of a pool, does its work; elsewhere, answers false. */
export function serveHere(): boolean {
  if (isMainThread || parentPort === null || workerData !== MARK) return false;
  serve(parentPort);
  return true;
}
