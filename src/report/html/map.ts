import { UNCHECKED, wasChecked } from '../../contract/checked.ts';
import { remarkOf, shadeOf } from '../../contract/outcome.ts';
import type { KernelReport, VerdictReport } from '../../contract/report.ts';
import { wayId, wayLabel } from '../../programs/boot-way.ts';
import type { XenBuild } from '../../programs/xen/xen-build.ts';
import { clip } from '../../text/clip.ts';
import { kernelFacts } from '../facts.ts';
import { SYMBOLS } from '../matrix.ts';
import { describeNeeds } from '../memory.ts';
import { areMany } from '../product-names.ts';
import { type Row, rowsOf } from '../rows.ts';
import { describeUnclaimed } from '../unclaimed.ts';
import { type Cell, cellsOf } from './cells.ts';
import type { Series } from './columns.ts';
import { type Html, html } from './markup.ts';
import { SHORT } from './room.ts';
import type { Reasons } from './why.ts';

/**
 * The map: a table with a column for each release. Each kernel has a row for each way to boot, and
 * one for the worst of them, which is visible when the kernel is folded. A cell covers all
 * neighbouring releases with the same result, so the table stays small.
 */
export function* renderMap(
  kernels: readonly KernelReport[],
  series: readonly Series[],
  reasons: Reasons,
): Generator<Html> {
  const columns = series.flatMap((one) => one.columns);
  const isWide = areMany(columns);
  yield html`<table id="map"${isWide ? html` class="many"` : null} aria-labelledby="map-title">
<colgroup><col class="path">${series.flatMap(renderWidths)}</colgroup>
<thead>
<tr class="series"><td></td>${series.map(renderSeries)}</tr>
<tr class="releases"><th scope="col">boot path</th>${series.flatMap(renderReleases)}</tr>
</thead>
`;
  for (const [i, kernel] of kernels.entries()) {
    yield renderKernel(kernel, kernels, i, columns, reasons);
  }
  yield html`
</table>`;
}

/** The fewer releases a series has, the wider their columns: its name has to fit above them. */
function renderWidths({ columns, isProduct, isBinary }: Series): Html[] {
  const width = isProduct || isBinary ? 'of-1' : `of-${Math.min(columns.length, 4)}`;
  return columns.map(() => html`<col class="${width}">`);
}

function renderSeries(one: Series): Html {
  const { name, columns, isProduct, isBinary, securityUntil, supported } = one;
  const title = securityUntil === null ? '' : supportOf(securityUntil, isProduct, supported);
  const isNamed = isProduct || isBinary;
  const kinds = [supported && 'supported', isNamed && 'product'].filter(Boolean).join(' ');
  return html`<th scope="colgroup" colspan="${columns.length}" class="${kinds}" title="${title}">${isNamed ? html`<span>${name}</span>` : name}</th>`;
}

function supportOf(day: string, isProduct: boolean, supported: boolean): string {
  if (!isProduct) return `security fixes until ${day}`;
  return supported ? `support until ${day}` : `support ended on ${day}`;
}

function renderReleases({ columns, supported, isProduct }: Series): Html[] {
  return columns.map(({ id, label, release, binary }, i) => {
    const newest = i === columns.length - 1;
    const sets = [newest && 'newest', newest && supported && 'supported'].filter(Boolean).join(' ');
    const version = binary?.version ?? release.version;
    const short = isProduct || binary ? version : id.slice(release.minor.length + 1);
    // So that an address may end with `#debian-12`.
    const anchor = isProduct ? html` id="${id}"` : null;
    return html`<th${anchor} scope="col" data-sets="${sets}" title="${label}"><span class="unseen">${
      label
    }</span><span aria-hidden="true">${short}</span></th>`;
  });
}

function renderKernel(
  kernel: KernelReport,
  all: readonly KernelReport[],
  index: number,
  columns: readonly XenBuild[],
  reasons: Reasons,
): Html {
  const rows = rowsOf(kernel);
  const name = clip(kernel.path, SHORT);
  const facts = clip(kernelFacts(kernel, all).join(' · '), SHORT);
  const more = [describeNeeds(kernel), describeUnclaimed(kernel)].filter((one) => one !== null);
  const render = (
    kind: string,
    [id, label]: readonly [id: string, label: string],
    { which, verdicts }: Pick<Row, 'which' | 'verdicts'>,
  ) =>
    html`<tr class="${kind}" data-boot="${id}"><th scope="row">${label}${
      which === '' ? null : html` <span class="which">${which}</span>`
    }</th>${cellsOf(verdicts, columns).map((cell) => renderCell(cell, reasons))}</tr>\n`;
  return html`<tbody data-kernel="${index}">
<tr class="kernel"><th scope="rowgroup" colspan="${columns.length + 1}"><span class="stay"><span class="name">${
    name
  }</span> <span class="facts">${facts}${more.map((one) => html` · ${one}`)}</span>${
    wasChecked(kernel) ? null : html` <strong>${UNCHECKED}</strong>`
  }</span></th></tr>
${rows.length > 1 ? render('worst', ['worst', 'worst'], { which: '', verdicts: kernel.verdicts }) : null}${rows.map(
  (row) => render('boot', [wayId(row), wayLabel(row)], row),
)}</tbody>
`;
}

function renderCell(cell: Cell, reasons: Reasons): Html {
  const { span, status, releases, builds, verdicts } = cell;
  const on = builds[0]?.product ? releases : `Xen ${releases}`;
  if (status === null) {
    return html`<td colspan="${span}" title="not checked on ${on}"></td>`;
  }
  const boots = [...new Set(verdicts.map(wayLabel))].join(', ');
  const rules = reasons.rules(verdicts);
  const because = becauseIn(verdicts, builds);
  const why = rules.length > 0 ? ` (${rules.join(', ')}${because})` : '';
  const remark = [...new Set(verdicts.map(remarkOf))].filter((one) => one !== '').join(', ');
  const does = status === 'unsupported' ? 'no such boot path' : status;
  const words = remark === '' ? does : `${does}, ${remark}`;
  const text = html`<b aria-hidden="true">${SYMBOLS[status]}</b><span class="unseen">${words} </span><span>${releases}${
    remark === '' ? null : html` <i aria-hidden="true">${remark}</i>`
  }</span>`;
  const refer = reasons.refer(verdicts);
  // They are all as bad.
  const shade = verdicts[0] ? shadeOf(verdicts[0]) : 'unsupported';
  const content =
    refer === ''
      ? html`<span>${text}</span>`
      : html`<a href="#why-${Number.parseInt(refer, 10)}" data-why="${refer}">${text}</a>`;
  return html`<td class="${shade}" colspan="${span}" title="${boots} on ${on}: ${words}${why}">${content}</td>`;
}

/** `: Debian 12 builds its toolstack without liblzo2`, where a cell is about a product. */
function becauseIn(verdicts: readonly VerdictReport[], builds: readonly XenBuild[]): string {
  const ids = builds.map(({ id }) => id);
  const all = verdicts.flatMap(({ findings }) => findings.flatMap(({ because = [] }) => because));
  const own = all.filter(({ product }) => ids.includes(product)).map(({ what }) => what);
  return own.length === 0 ? '' : `: ${[...new Set(own)].join('; ')}`;
}
