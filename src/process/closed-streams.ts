interface Output {
  on(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown;
}

/**
 * Keeps errors of output streams from ending the process. A reader that has seen enough (`| head`), or
 * is gone, closes the pipe: that is no failure of ours.
 *
 * @param onError called for any other error: what was written did not arrive.
 */
export function tolerateClosed(
  streams: readonly Output[],
  onError: (error: NodeJS.ErrnoException) => void,
): void {
  for (const stream of streams) {
    stream.on('error', (error) => {
      if (error.code !== 'EPIPE') onError(error);
    });
  }
}
