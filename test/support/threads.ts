import { MessageChannel } from 'node:worker_threads';
import type { Unit } from '../../src/threads/messages.ts';
import type { StartThread, Thread } from '../../src/threads/pool.ts';
import { serve } from '../../src/threads/serve.ts';

/** Threads that are none: their messages pass through a real port, their work is done in this one. */
export const startHere: StartThread = ({ onMessage }) => {
  const { port1, port2 } = new MessageChannel();
  serve(port2);
  port1.on('message', onMessage);
  return { post: (message) => port1.postMessage(message), stop: () => port1.close() };
};

/** The same, but a thread ends by itself when it gets such a unit. */
export function startDying(isDeadly: (unit: Unit) => boolean): StartThread {
  return (events) => {
    const thread = startHere(events);
    const post: Thread['post'] = (message) => {
      if (message.kind !== 'unit' || !isDeadly(message.unit)) return thread.post(message);
      thread.stop();
      events.onEnd('the thread ran out of memory');
    };
    return { ...thread, post };
  };
}

/** Threads that end before they can do anything. */
export const startBroken: StartThread = ({ onEnd }) => {
  queueMicrotask(() => onEnd('the thread ended'));
  return { post: () => {}, stop: () => {} };
};
