import { forTerminal } from '../report/escape.ts';
import { columnsOf, type Io } from './io.ts';

const ERASE_LINE = '\r\x1b[K';

/** Tells people at a terminal which file is being read; silent in a pipe or a log. */
export function progress(
  { stderr }: Io,
  total: number,
): { onFile: (path: string, index: number) => void; done: () => void } {
  if (stderr.isTTY !== true) return { onFile: () => {}, done: () => {} };
  const width = columnsOf(stderr) - 1;
  return {
    onFile: (path, index) => {
      const line = `[${index + 1}/${total}] ${forTerminal(path)}`;
      stderr.write(ERASE_LINE + Array.from(line).slice(0, width).join(''));
    },
    done: () => stderr.write(ERASE_LINE),
  };
}
