const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const watched = new WeakSet<object>();

/**
 * Leaves a terminal with an empty line where a signal ends the process. A signal only comes through while
 * this thread waits, so call it where others do the work.
 */
export function eraseLineOnSignal(stream: NodeJS.WriteStream): void {
  if (!stream.isTTY || watched.has(stream)) return;
  watched.add(stream);
  for (const signal of SIGNALS) {
    process.once(signal, () => {
      stream.write('\r\x1b[K');
      // The handler is gone: now it ends the process, as it would have without one.
      process.kill(process.pid, signal);
    });
  }
}
