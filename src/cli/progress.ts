import { forTerminal } from '../report/escape.ts';
import { columnsOf, type Io } from './io.ts';

const ERASE_LINE = '\r\x1b[K';

/** What follows the work of a run. */
export interface Progress {
  readonly onArtifact: (name: string, index: number) => void;
  readonly done: () => void;
}

export const NO_PROGRESS: Progress = { onArtifact: () => {}, done: () => {} };

/** Prints the artifact that is being read, if the output is a terminal. */
export function progress({ stderr }: Io, total: number): Progress {
  if (stderr.isTTY !== true) return NO_PROGRESS;
  const width = columnsOf(stderr) - 1;
  return {
    onArtifact: (name, index) => {
      const line = `[${index + 1}/${total}] ${forTerminal(name)}`;
      stderr.write(ERASE_LINE + Array.from(line).slice(0, width).join(''));
    },
    done: () => stderr.write(ERASE_LINE),
  };
}
