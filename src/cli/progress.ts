import { forTerminal } from '../report/escape.ts';
import { columnsOf, type Io } from './io.ts';

const ERASE_LINE = '\r\x1b[K';

/** Tells people at a terminal which artifact is being read; silent in a pipe or a log. */
export function progress(
  { stderr }: Io,
  total: number,
): { onArtifact: (name: string, index: number) => void; done: () => void } {
  if (stderr.isTTY !== true) return { onArtifact: () => {}, done: () => {} };
  const width = columnsOf(stderr) - 1;
  return {
    onArtifact: (name, index) => {
      const line = `[${index + 1}/${total}] ${forTerminal(name)}`;
      stderr.write(ERASE_LINE + Array.from(line).slice(0, width).join(''));
    },
    done: () => stderr.write(ERASE_LINE),
  };
}
