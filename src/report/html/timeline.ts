import { shadeOf } from '../../contract/outcome.ts';
import type { Report, VerdictStatus } from '../../contract/report.ts';
import type { Release } from '../../programs/xen/releases.ts';
import { SUPPORT_WINDOWS, type SupportWindow } from '../../programs/xen/support.ts';
import type { Calendar } from '../../programs/xen/targets.ts';
import { worstOfAll } from './cells.ts';
import { type Html, html } from './markup.ts';

/**
 * What a release did to the kernels, at worst, as the map shows it; `null` where no kernel was checked
 * for it.
 */
type Result = VerdictStatus | null;

/** In user units of the drawing, which are pixels where it has its natural size. */
const LEFT = 52;
const RIGHT = 32;
const ROW = 15;
const YEAR = 46;
const HEAD = 22;

const FIRST_YEAR = 2010;

/**
 * Every release of Xen on its day, with its result for the kernels, and the support of its series:
 * a picture, and the same as a table.
 */
export function renderTimeline({ kernels }: Report, { releases, today }: Calendar): Html {
  const pointsOf = (series: string) => releases.filter(({ minor }) => minor === series);
  const worst = worstOfAll(kernels.flatMap(({ verdicts }) => verdicts));
  const resultOf = ({ version }: Release): Result => {
    const verdict = worst.get(version);
    return verdict ? shadeOf(verdict) : null;
  };
  const windows = SUPPORT_WINDOWS.filter(({ minor }) => pointsOf(minor).length > 0);
  const days = windows.map(({ securityUntil, released }) => securityUntil ?? released);
  const years = Math.max(...[...days, today].map(yearOf)) + 1 - FIRST_YEAR;
  const [width, height] = [LEFT + years * YEAR + RIGHT, HEAD + windows.length * ROW + 4];
  return html`<div class="scroll" role="region" aria-label="Timeline" tabindex="0">
<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Xen's releases and support windows over time; the table below says the same.">
${Array.from({ length: years }, (_, i) => renderYear(FIRST_YEAR + i, height))}
${windows.map((window, i) => renderRow(window, HEAD + i * ROW, pointsOf(window.minor), resultOf))}
<path class="today" d="M${x(today)} ${HEAD - 8}V${height}"/><text class="today" x="${x(today) + 4}" y="${HEAD + 8}">${today}</text>
</svg></div>
${renderKey()}
<details><summary>The timeline as a table</summary>${renderTable(windows, pointsOf, resultOf)}</details>`;
}

function renderYear(year: number, height: number): Html {
  const at = x(`${year}-01-01`);
  return html`<path class="year" d="M${at} ${HEAD - 8}V${height}"/><text class="year" x="${at + 3}" y="10">${year}</text>`;
}

function renderRow(
  window: SupportWindow,
  top: number,
  releases: readonly Release[],
  resultOf: (release: Release) => Result,
): Html {
  const { minor, released, bugfixUntil, securityUntil } = window;
  const last = releases.at(-1)?.date ?? released;
  const middle = top + ROW / 2;
  const bar = (kind: string, from: string, until: string) =>
    html`<rect class="${kind}" x="${x(from)}" y="${top + 2}" width="${round(x(until) - x(from))}" height="${ROW - 4}"/>`;
  // Behind its window, too: on a phone the names at the left are out of sight.
  const name = (where: string, at: number) =>
    html`<text class="${where}" x="${at}" y="${middle + 4}">${minor}</text>`;
  return html`${name('series', LEFT - 8)}${
    securityUntil === null
      ? html`<path class="unstated" d="M${x(released)} ${middle}H${x(last)}"/>`
      : html`${bar('security', released, securityUntil)}${name('behind', round(Math.max(x(securityUntil), x(last)) + 7))}`
  }${bugfixUntil === null ? null : bar('bugfix', released, bugfixUntil)}${releases.map((release) =>
    renderRelease(release, middle, resultOf(release)),
  )}
`;
}

/** Not by colour alone: what boots is round, what warns points up, and what fails is crossed out. */
const SHAPES: Readonly<Record<VerdictStatus | 'unchecked', string>> = {
  boots: 'm-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z',
  warns: 'm0 -4.5l4.5 8h-9z',
  fails: 'm-3.5 -3.5l7 7m0 -7l-7 7',
  unsupported: 'm-3 0h6',
  unchecked: 'm-1.5 0a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0 -3 0z',
};

/** What a shape says where several kernels were checked. */
const MEANINGS: Readonly<Record<keyof typeof SHAPES, string>> = {
  boots: 'all boot',
  warns: 'one warns',
  fails: 'one fails',
  unsupported: 'nothing that counts',
  unchecked: 'not checked',
};

function renderKey(): Html {
  const shapes = (['boots', 'warns', 'fails', 'unsupported', 'unchecked'] as const).map(
    (kind) =>
      html`<li><svg viewBox="-6 -6 12 12" aria-hidden="true"><path class="release ${kind}" d="M0 0${SHAPES[kind]}"/></svg> ${MEANINGS[kind]}</li>`,
  );
  const bars = [
    ['bugfix', 'bug fixes'],
    ['security', 'security fixes only'],
  ].map(
    ([kind = '', text = '']) =>
      html`<li><svg viewBox="-6 -6 12 12" aria-hidden="true"><rect class="${kind}" x="-6" y="-4" width="12" height="8"/></svg> ${text}</li>`,
  );
  return html`<ul class="legend key">${shapes}${bars}</ul>`;
}

function renderRelease({ version, date }: Release, y: number, result: Result): Html {
  const kind = result ?? 'unchecked';
  return html`<path class="release ${kind}" d="M${x(date)} ${y}${SHAPES[kind]}"><title>${version}, ${date}: ${
    MEANINGS[kind]
  }</title></path>`;
}

function renderTable(
  windows: readonly SupportWindow[],
  pointsOf: (series: string) => readonly Release[],
  resultOf: (release: Release) => Result,
): Html {
  const rows = windows.map(({ minor, released, bugfixUntil, securityUntil }) => {
    const releases = pointsOf(minor);
    const with_ = (status: VerdictStatus) =>
      releases.filter((release) => resultOf(release) === status).map(({ version }) => version);
    return html`<tr><th scope="row">${minor}</th><td>${released}</td><td>${releases.at(-1)?.version ?? ''}</td><td>${
      bugfixUntil ?? 'not stated'
    }</td><td>${securityUntil ?? 'not stated'}</td><td>${with_('fails').join(', ')}</td><td>${with_('warns').join(', ')}</td></tr>\n`;
  });
  return html`<div class="scroll" role="region" aria-label="Timeline as a table" tabindex="0"><table class="plain"><thead><tr><th scope="col">Series</th><th scope="col">First release</th><th scope="col">Newest</th><th scope="col">Bug fixes until</th><th scope="col">Security fixes until</th><th scope="col">A kernel fails on</th><th scope="col">A kernel warns on</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

const MS_PER_YEAR = 365.25 * 24 * 60 * 60 * 1000;

/** The position of a day. */
function x(day: string): number {
  const years = (Date.parse(day) - Date.UTC(FIRST_YEAR, 0)) / MS_PER_YEAR;
  return round(LEFT + years * YEAR);
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}
