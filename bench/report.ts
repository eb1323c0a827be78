import { plural } from '../src/text/plural.ts';
import { cell, ratio, seconds } from './format.ts';
import { EVERY_RELEASE, goals, ONE_TARGET } from './goals.ts';
import { find, type Measurements, ratioOf } from './measurements.ts';
import { GATE, PART_IDS, PARTS, type Part, type PartId } from './parts.ts';
import { plotText } from './plot.ts';
import { table } from './table.ts';

/** Where the plot is, seen from the page. */
const PLOT = 'images/benchmarks.svg';

/** The page of the docs, in Markdown. */
export function report(measurements: Measurements): string {
  return [
    '# Benchmarks',
    '`npm run bench -- --write` measures this and writes the page. `npm run bench -- --help` lists its options.',
    headline(measurements),
    picture(measurements),
    conditions(measurements),
    ...PART_IDS.map((id) => section(id, measurements)),
    goalSection(measurements),
    skippedSection(measurements),
  ]
    .filter((paragraph) => paragraph !== null)
    .join('\n\n')
    .concat('\n');
}

/** The two numbers that matter most, for the README as well; `null` if they were not measured. */
export function headline(measurements: Measurements): string | null {
  const one = find(measurements, 'releases', ONE_TARGET, GATE);
  const every = find(measurements, 'releases', EVERY_RELEASE, GATE);
  if (!one || !every) return null;
  return `Debian's kernel 6.12 is checked for one Xen in ${seconds(one.seconds.median)}, and for all ${EVERY_RELEASE} on four boot paths in ${seconds(every.seconds.median)}.`;
}

function picture(measurements: Measurements): string | null {
  const isPlotted = measurements.rows.some(({ part }) => part === 'codecs');
  return isPlotted ? `![${plotText(measurements)}](${PLOT})` : null;
}

function conditions({ date, machine, runs }: Measurements): string {
  const { cpu, cores, node, system, load } = machine;
  return [
    `- ${date}, Node ${node}, ${system}`,
    `- ${cores} × ${cpu}, load ${load.toFixed(1)} at the start`,
    '- Wall time of whole processes: the median, with the fastest and the slowest run in parentheses.',
    `- ${plural(runs, 'run')} of each command, after one that does not count. The commands of a row take turns.`,
    '- Memory is the peak resident set of the largest process.',
  ].join('\n');
}

function section(id: PartId, measurements: Measurements): string | null {
  const part: Part = PARTS[id];
  const rows = measurements.rows.filter((row) => row.part === id);
  if (rows.length === 0) return null;
  const ways = part.ways.filter((way) => rows.some((row) => row.way === way));
  const compared = part.compared?.every((way) => ways.includes(way)) ? part.compared : null;
  const names = [...new Set(rows.map(({ name }) => name))];
  const lines = names.map((name) => {
    const row = (way: string) => find(measurements, id, name, way);
    const cells = ways.map((way) => {
      const measured = row(way);
      return measured ? cell(measured) : '';
    });
    const quotient = compared && ratioOf(row(compared[0]), row(compared[1]));
    return [name, ...cells, ...(compared ? [quotient === null ? '' : ratio(quotient)] : [])];
  });
  const head = [part.input, ...ways, ...(compared ? [`${compared[0]} of ${compared[1]}`] : [])];
  return [`## ${part.title}`, part.text, table(head, lines)].join('\n\n');
}

function goalSection(measurements: Measurements): string | null {
  const all = goals(measurements);
  if (all.length === 0) return null;
  const rows = all.map(({ what, measured, limit, isMet }) => [
    what,
    measured,
    limit,
    isMet ? 'met' : 'not met',
  ]);
  return ['## Goals', table(['goal', 'measured', 'limit', ''], rows)].join('\n\n');
}

function skippedSection({ skipped }: Measurements): string | null {
  if (skipped.length === 0) return null;
  return ['## Not measured', skipped.map(({ what, why }) => `- ${what}: ${why}`).join('\n')].join(
    '\n\n',
  );
}
