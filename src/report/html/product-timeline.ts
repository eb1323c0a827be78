import type { VerdictReport } from '../../contract/report.ts';
import { nameOf, newestState } from '../../programs/xen/products/state.ts';
import type { XenBuild } from '../../programs/xen/xen-build.ts';
import { buildsIn } from '../release-ranges.ts';
import { type Html, html } from './markup.ts';
import { MEANINGS, type Result, ROW, renderBar, renderPoint, round, x } from './timeline-scale.ts';

/** A product in the timeline. */
export interface ProductRow {
  readonly build: XenBuild;
  readonly name: string;
  /** The day of its package, or of its release where that is not known. */
  readonly from: string;
  /** The last day of its support; that of the run where no end is known. */
  readonly until: string;
  /** `until 2028-06-30`, for the table. */
  readonly support: string;
  readonly result: Result;
}

/** The products of verdicts. */
export function productRows(
  verdicts: readonly VerdictReport[],
  today: string,
  resultOf: (id: string) => Result,
): ProductRow[] {
  return buildsIn(verdicts).flatMap((build): ProductRow[] => {
    const { id, release, product } = build;
    if (product === null) return [];
    const { supportedUntil } = product.product;
    const day = supportedUntil?.day ?? null;
    const isNewest = product.state === newestState(product.product);
    const row = {
      build,
      name: nameOf(product).label,
      from: product.state.since ?? release.date,
      until: day ?? today,
      support: day === null ? 'no end known' : `${product.isEnded ? 'ended' : 'until'} ${day}`,
      result: resultOf(id),
    };
    // What it installed before has been replaced.
    return [isNewest ? row : { ...row, until: nextStateOf(build) ?? row.until }];
  });
}

function nextStateOf({ product }: XenBuild): string | null {
  if (product === null) return null;
  const { states } = product.product;
  return states[states.indexOf(product.state) + 1]?.since ?? null;
}

/** One row of the drawing: its name before the period for which the product installs this Xen. */
export function renderProduct({ build, name, from, until, result }: ProductRow, top: number): Html {
  const middle = top + ROW / 2;
  const end = until < from ? from : until;
  return html`<text class="product" x="${round(x(from) - 8)}" y="${middle + 4}">${name}</text>${renderBar(
    'security',
    top,
    from,
    end,
  )}${renderPoint(build.label, from, middle, result)}
`;
}

/** The same as a table. */
export function renderProducts(rows: readonly ProductRow[]): Html {
  const lines = rows.map(
    ({ build, name, from, support, result }) =>
      html`<tr><th scope="row">${name}</th><td>${build.release.version}</td><td>${from}</td><td>${support}</td><td>${
        MEANINGS[result ?? 'unchecked']
      }</td></tr>\n`,
  );
  return html`<div class="scroll" role="region" aria-label="Products as a table" tabindex="0"><table class="plain"><thead><tr><th scope="col">Product</th><th scope="col">Xen</th><th scope="col">Since</th><th scope="col">Support</th><th scope="col">Kernels</th></tr></thead><tbody>${lines}</tbody></table></div>`;
}
