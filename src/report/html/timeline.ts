import { shadeOf } from '../../contract/outcome.ts';
import type { Report, VerdictStatus } from '../../contract/report.ts';
import type { Release } from '../../programs/xen/releases.ts';
import { SUPPORT_WINDOWS, type SupportWindow } from '../../programs/xen/support.ts';
import type { Calendar } from '../../programs/xen/targets.ts';
import { worstOfAll } from './cells.ts';
import { type Html, html } from './markup.ts';
import { productRows, renderProduct, renderProducts } from './product-timeline.ts';
import {
  FIRST_YEAR,
  HEAD,
  LEFT,
  MEANINGS,
  type Result,
  RIGHT,
  ROW,
  renderBar,
  renderPoint,
  round,
  SHAPES,
  x,
  YEAR,
} from './timeline-scale.ts';

/**
 * Every release of Xen on its day, with its result for the kernels, and the support of its series:
 * a picture, and the same as a table.
 */
export function renderTimeline({ kernels }: Report, { releases, today }: Calendar): Html {
  const pointsOf = (series: string) => releases.filter(({ minor }) => minor === series);
  const worst = worstOfAll(kernels.flatMap(({ verdicts }) => verdicts));
  const resultOfId = (id: string): Result => {
    const verdict = worst.get(id);
    return verdict ? shadeOf(verdict) : null;
  };
  const resultOf = ({ version }: Release) => resultOfId(version);
  const products = productRows(
    kernels.flatMap(({ verdicts }) => verdicts),
    today,
    resultOfId,
  );
  const windows = SUPPORT_WINDOWS.filter(({ minor }) => pointsOf(minor).length > 0);
  const days = [
    ...windows.map(({ securityUntil, released }) => securityUntil ?? released),
    ...products.map(({ until }) => until),
  ];
  const years = Math.max(...[...days, today].map(yearOf)) + 1 - FIRST_YEAR;
  const [width, height] = [
    LEFT + years * YEAR + RIGHT,
    HEAD + (windows.length + products.length) * ROW + 4,
  ];
  return html`<div class="scroll" role="region" aria-label="Timeline" tabindex="0">
<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Xen's releases${products.length > 0 ? ', the products' : ''} and their support over time; the table below says the same.">
${Array.from({ length: years }, (_, i) => renderYear(FIRST_YEAR + i, height))}
${windows.map((window, i) => renderRow(window, HEAD + i * ROW, pointsOf(window.minor), resultOf))}
${products.map((row, i) => renderProduct(row, HEAD + (windows.length + i) * ROW))}
<path class="today" d="M${x(today)} ${HEAD - 8}V${height}"/><text class="today" x="${x(today) + 4}" y="${HEAD + 8}">${today}</text>
</svg></div>
${renderKey()}
<details><summary>The timeline as a table</summary>${renderTable(windows, pointsOf, resultOf)}${products.length > 0 ? renderProducts(products) : null}</details>`;
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
  const bar = (kind: string, from: string, until: string) => renderBar(kind, top, from, until);
  // Behind its window, too: on a phone the names at the left are out of sight.
  const name = (where: string, at: number) =>
    html`<text class="${where}" x="${at}" y="${middle + 4}">${minor}</text>`;
  return html`${name('series', LEFT - 8)}${
    securityUntil === null
      ? html`<path class="unstated" d="M${x(released)} ${middle}H${x(last)}"/>`
      : html`${bar('security', released, securityUntil)}${name('behind', round(Math.max(x(securityUntil), x(last)) + 7))}`
  }${bugfixUntil === null ? null : bar('bugfix', released, bugfixUntil)}${releases.map((release) =>
    renderPoint(release.version, release.date, middle, resultOf(release)),
  )}
`;
}

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
