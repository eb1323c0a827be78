import { parseArgs } from 'node:util';
import { INPUTS } from './inputs/files.ts';

export interface Options {
  readonly seconds: number;
  readonly seed: number;
  /** Kinds of input, by name. */
  readonly only: readonly string[];
}

export const HELP = `Usage: npm run fuzz -- --seconds N [--seed S] [--only KIND[,KIND…]]

Checks files that are built to be wrong, and compares the answers of two Nodes, the real
decompressors, and what must hold for every file. A failure is made as small as it can be,
printed with the command that runs it again, and saved in .cache/fuzz-failures.

  --seconds N   how long; required
  --seed S      a number from 0 on, to do the same again; default: the time
  --only KINDS  ${Object.keys(INPUTS).join(', ')}
  --help        this text`;

/** @throws {Error} with a clause, on what cannot be understood. */
export function readOptions(argv: readonly string[], now: number): Options | 'help' {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      seconds: { type: 'string' },
      seed: { type: 'string' },
      only: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return 'help';
  const seconds = readNumber('--seconds', values.seconds ?? '');
  if (seconds === 0) throw new Error('--seconds must be 1 or more');
  const seed = values.seed === undefined ? now % 2 ** 31 : readNumber('--seed', values.seed);
  const only = values.only?.split(',') ?? Object.keys(INPUTS);
  const unknown = only.find((name) => !Object.hasOwn(INPUTS, name));
  if (unknown === undefined) return { seconds, seed, only };
  throw new Error(`unknown kind '${unknown}': ${Object.keys(INPUTS).join(', ')}`);
}

function readNumber(option: string, text: string): number {
  if (/^\d{1,10}$/.test(text) && Number(text) < 2 ** 31) return Number(text);
  throw new Error(`${option} needs a number from 0 on`);
}
