import { parseArgs } from 'node:util';
import { CODEC_NAMES, type Codec } from '../src/codecs/codec.ts';
import { PART_IDS, PARTS, type PartId } from './parts.ts';

export interface Options {
  readonly parts: readonly PartId[];
  readonly codecs: readonly Codec[];
  readonly counts: readonly number[];
  readonly runs: number;
  /** Whether the page of the docs is written, not the output. */
  readonly write: boolean;
}

const COUNTS = [1, 10, 100, 1000];
const QUICK_COUNTS = [1, 10];
const RUNS = 5;

const SPECS = {
  only: { type: 'string' },
  runs: { type: 'string' },
  quick: { type: 'boolean', default: false },
  write: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

export const HELP = `Usage: npm run bench -- [OPTIONS]

Measures the gate on real kernels, beside the same steps by hand, and prints a
report in Markdown. What it lacks is named and left out. It takes some minutes;
leave the machine alone meanwhile.

  --only LIST  parts or compressions, separated by commas:
${PART_IDS.map((id) => `                 ${id.padEnd(10)}${PARTS[id].title}`).join('\n')}
                 ${CODEC_NAMES.join(', ')}
  --runs N     runs of each command (default ${RUNS})
  --quick      one run of each command, at most ${QUICK_COUNTS.at(-1)} kernels
  --write      write docs/benchmarks.md, its plot and the line in the README
  --help       print this
`;

/**
 * Reads the command line; `null` where help is asked for.
 *
 * @throws {Error} with what is wrong with it.
 */
export function readOptions(argv: readonly string[]): Options | null {
  const { values } = parseArgs({ args: [...argv], options: SPECS });
  if (values.help) return null;
  const runs = Number(values.runs ?? (values.quick ? 1 : RUNS));
  if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs must be a number from 1 on');
  if (values.write && values.only !== undefined) {
    throw new Error('--write needs all parts: leave out --only');
  }
  const names = values.only?.split(',') ?? PART_IDS;
  const known: readonly string[] = [...PART_IDS, ...CODEC_NAMES];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new Error(`unknown part '${unknown}'; the parts are ${known.join(', ')}`);
  }
  const codecs = CODEC_NAMES.filter((codec) => names.includes(codec));
  return {
    parts: PART_IDS.filter((id) => names.includes(id) || (id === 'codecs' && codecs.length > 0)),
    codecs: codecs.length > 0 ? codecs : CODEC_NAMES,
    counts: values.quick ? QUICK_COUNTS : COUNTS,
    runs,
    write: values.write,
  };
}
