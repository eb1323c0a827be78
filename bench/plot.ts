import { ratio, seconds } from './format.ts';
import { find, type Measurements, type Row, ratioOf } from './measurements.ts';
import { BY_HAND, DECOMPRESS, GATE, PARTS } from './parts.ts';

const WIDTH = 720;
/** Room for the names of the compressions, and for the numbers behind the bars. */
const LEFT = 70;
const RIGHT = 70;
const BAR = 12;
const GAP = 12;
const TOP = 34;

/** Colours that stand out on white and on black. */
const COLOURS: Readonly<Record<string, string>> = {
  [GATE]: '#2f81f7',
  [BY_HAND]: '#d18616',
  [DECOMPRESS]: '#8b949e',
};

/** Bars of the time that each compression takes, with a line from the fastest to the slowest run. */
export function plot(measurements: Measurements): string {
  const rows = measurements.rows.filter(({ part }) => part === 'codecs');
  const names = [...new Set(rows.map(({ name }) => name))];
  const longest = Math.max(...rows.map((row) => row.seconds.most));
  const scale = (WIDTH - LEFT - RIGHT) / longest;
  const ways = PARTS.codecs.ways;
  const step = ways.length * BAR + GAP;
  const height = TOP + names.length * step;

  const groups = names.flatMap((name, i) => {
    const top = TOP + i * step;
    const label = text(LEFT - 8, top + (ways.length * BAR) / 2 + 4, name, 'end');
    const bars = ways.flatMap((way, j) => {
      const row = find(measurements, 'codecs', name, way);
      return row ? bar(row, top + j * BAR, scale) : [];
    });
    return [label, ...bars];
  });
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title description">`,
    '<title id="title">Time of a check by compression</title>',
    `<desc id="description">${plotText(measurements)}</desc>`,
    '<style>text{font:12px sans-serif;fill:#57606a}@media(prefers-color-scheme:dark){text{fill:#adbac7}}</style>',
    ...ways.flatMap((way, i) => legend(way, LEFT + i * 130)),
    ...groups,
    '</svg>',
  ].join('\n')}\n`;
}

/** The same as one paragraph, for those who do not see the plot. */
export function plotText(measurements: Measurements): string {
  const names = [
    ...new Set(measurements.rows.filter(({ part }) => part === 'codecs').map(({ name }) => name)),
  ];
  const each = names.map((name) => {
    const [gate, byHand] = [GATE, BY_HAND].map((way) => find(measurements, 'codecs', name, way));
    const quotient = ratioOf(gate, byHand);
    return quotient === null ? name : `${name} ${ratio(quotient)}`;
  });
  return `The time of a check, compared with the same by hand: ${each.join(', ')}`;
}

function bar(row: Row, y: number, scale: number): string[] {
  const { least, median, most } = row.seconds;
  const at = (value: number) => round(LEFT + value * scale);
  const middle = y + BAR / 2;
  return [
    `<rect x="${LEFT}" y="${y}" width="${round(median * scale)}" height="${BAR - 2}" fill="${COLOURS[row.way]}"/>`,
    `<path d="M${at(least)} ${middle - 1}H${at(most)}" stroke="#6e7781"/>`,
    text(at(most) + 5, y + BAR - 2, seconds(median), 'start'),
  ];
}

function legend(way: string, x: number): string[] {
  return [
    `<rect x="${x}" y="8" width="10" height="10" fill="${COLOURS[way]}"/>`,
    text(x + 15, 17, way, 'start'),
  ];
}

function text(x: number, y: number, content: string, anchor: 'start' | 'end'): string {
  return `<text x="${round(x)}" y="${y}" text-anchor="${anchor}">${content}</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
