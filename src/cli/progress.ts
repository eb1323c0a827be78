import { forTerminal } from '../report/escape.ts';
import { columnsOf, type Io } from './io.ts';

const ERASE_LINE = '\r\x1b[K';

/** Prints the artifact that is being read, if the output is a terminal. */
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
