import { shadeOf } from '../../contract/outcome.ts';
import type { KernelReport, Problem, Report, VerdictStatus } from '../../contract/report.ts';
import type { XenBuild } from '../../programs/xen/xen-build.ts';
import { clip } from '../../text/clip.ts';
import { countBoots } from '../causes.ts';
import { headline } from '../headline.ts';
import { SYMBOLS } from '../matrix.ts';
import { describeAssumed } from '../memory.ts';
import { pathRemarks } from '../path-remarks.ts';
import type { Series } from './columns.ts';
import { type Html, html } from './markup.ts';
import { count } from './prose.ts';
import { LONG, SHORT } from './room.ts';

const SHOWN = ['boots', 'warns', 'fails'] as const satisfies VerdictStatus[];

/** The decision, and its measure: how many boots do what. */
export function renderSummary(report: Report, series: readonly Series[], today: string): Html {
  const { kernels, gate, problems } = report;
  const verdicts = kernels.flatMap((kernel) => kernel.verdicts);
  const counts = SHOWN.map((status) => ({
    status,
    boots: verdicts
      .filter((verdict) => shadeOf(verdict) === status)
      .reduce((sum, verdict) => sum + countBoots(verdict), 0),
  }));
  return html`<header class="${gate.passed ? 'passed' : 'failed'}">
<p class="brand">Xen boot gate</p>
<h1>${headline(report)}</h1>
${renderScope(kernels, series, today)}
${renderShares(counts)}
${
  problems.length === 0
    ? null
    : html`<section class="problems"><h2>Not checked</h2>${renderProblems(problems)}</section>`
}
${
  report.notices === undefined
    ? null
    : html`<section class="notices"><h2>The policy</h2><ul>${report.notices.map(
        ({ path, line, message }) =>
          html`<li><code>${clip(path, SHORT)}:${line}</code> ${clip(message, LONG)}</li>`,
      )}</ul></section>`
}</header>`;
}

function renderScope(
  kernels: readonly KernelReport[],
  series: readonly Series[],
  today: string,
): Html | null {
  if (kernels.length === 0) return null;
  const assumed = describeAssumed(kernels);
  return html`<p class="scope">${count(kernels.length, 'kernel')} on ${describeBuilds(series)}${assumed === null ? null : `, with ${assumed}`}, checked on <time>${today}</time>${pathRemarks(kernels).map((text) => html`. ${text}`)}</p>`;
}

/** `3 releases of Xen, 4.17.7 to 4.19.5, and 2 products` */
function describeBuilds(series: readonly Series[]): string {
  const columnsOf = (isOf: (one: Series) => boolean): XenBuild[] =>
    series.filter(isOf).flatMap(({ columns }) => columns);
  const releases = columnsOf(({ isProduct, isBinary }) => !isProduct && !isBinary);
  const products = columnsOf(({ isProduct }) => isProduct);
  const binaries = columnsOf(({ isBinary }) => isBinary);
  const [first, last] = [releases[0]?.label, releases.at(-1)?.label];
  const range = first === last ? first : `, ${first} to ${last}`;
  const some = [
    releases.length > 0 &&
      `${count(releases.length, 'release')} of Xen${first === last ? ' ' : ''}${range}`,
    products.length > 0 && count(products.length, 'product'),
    binaries.length > 0 && `${binaries.length} Xen read from files`,
  ];
  return some.filter(Boolean).join(releases.length > 1 ? ', and ' : ' and ');
}

/** More problems than these are behind a fold: what was checked is not to be out of sight. */
const MAX_PROBLEMS = 8;

function renderProblems(problems: readonly Problem[]): Html {
  const list = (some: readonly Problem[]) =>
    html`<ul>${some.map(
      ({ path, message }) =>
        html`<li><code>${clip(path, SHORT)}</code> ${clip(message, LONG)}</li>`,
    )}</ul>`;
  const rest = problems.slice(MAX_PROBLEMS);
  return html`${list(problems.slice(0, MAX_PROBLEMS))}${
    rest.length > 0
      ? html`<details><summary>${rest.length} more</summary>${list(rest)}</details>`
      : null
  }`;
}

interface Share {
  readonly status: VerdictStatus;
  readonly boots: number;
}

function renderShares(shares: readonly Share[]): Html | null {
  const all = shares.reduce((sum, { boots }) => sum + boots, 0);
  if (all === 0) return null;
  let at = 0;
  const bars = shares.map(({ status, boots }) => {
    const bar = html`<rect class="${status}" x="${at}" y="0" width="${boots}" height="1"/>`;
    at += boots;
    return bar;
  });
  const legend = shares.map(
    ({ status, boots }) =>
      html`<li><b class="mark ${status}" aria-hidden="true">${SYMBOLS[status]}</b> ${boots.toLocaleString('en')} ${boots === 1 ? `boot ${status}` : status}</li>`,
  );
  return html`<svg class="shares" viewBox="0 0 ${all} 1" preserveAspectRatio="none" aria-hidden="true">${bars}</svg>
<ul class="legend">${legend}<li><b class="mark unsupported" aria-hidden="true">${SYMBOLS.unsupported}</b> no such boot path</li></ul>`;
}
