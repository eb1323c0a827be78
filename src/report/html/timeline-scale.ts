import type { VerdictStatus } from '../../contract/report.ts';
import { type Html, html } from './markup.ts';

/**
 * What a build did to the kernels, at worst, as the map shows it; `null` where no kernel was checked
 * for it.
 */
export type Result = VerdictStatus | null;

/** In user units of the drawing, which are pixels where it has its natural size. */
export const LEFT = 52;
export const RIGHT = 32;
export const ROW = 15;
export const YEAR = 46;
export const HEAD = 22;

export const FIRST_YEAR = 2010;

/** Not by colour alone: what boots is round, what warns points up, and what fails is crossed out. */
export const SHAPES: Readonly<Record<VerdictStatus | 'unchecked', string>> = {
  boots: 'm-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z',
  warns: 'm0 -4.5l4.5 8h-9z',
  fails: 'm-3.5 -3.5l7 7m0 -7l-7 7',
  unsupported: 'm-3 0h6',
  unchecked: 'm-1.5 0a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0 -3 0z',
};

/** What a shape says where several kernels were checked. */
export const MEANINGS: Readonly<Record<keyof typeof SHAPES, string>> = {
  boots: 'all boot',
  warns: 'one warns',
  fails: 'one fails',
  unsupported: 'nothing that counts',
  unchecked: 'not checked',
};

/** A build on its day, with its result for the kernels; `name` is what a reader sees over it. */
export function renderPoint(name: string, day: string, y: number, result: Result): Html {
  const kind = result ?? 'unchecked';
  return html`<path class="release ${kind}" d="M${x(day)} ${y}${SHAPES[kind]}"><title>${name}, ${day}: ${
    MEANINGS[kind]
  }</title></path>`;
}

/** A period of a row, from day to day. */
export function renderBar(kind: string, top: number, from: string, until: string): Html {
  const [start, end] = [x(from), x(until)];
  return html`<rect class="${kind}" x="${start}" y="${top + 2}" width="${round(end - start)}" height="${ROW - 4}"/>`;
}

const MS_PER_YEAR = 365.25 * 24 * 60 * 60 * 1000;

/** The position of a day. */
export function x(day: string): number {
  const years = (Date.parse(day) - Date.UTC(FIRST_YEAR, 0)) / MS_PER_YEAR;
  return round(LEFT + years * YEAR);
}

export function round(number: number): number {
  return Math.round(number * 10) / 10;
}
