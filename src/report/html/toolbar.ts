import type { KernelReport } from '../../contract/report.ts';
import { wayId, wayLabel, waysOf } from '../../programs/boot-way.ts';
import type { Cause } from '../causes.ts';
import type { Series } from './columns.ts';
import { type Html, html } from './markup.ts';

/**
 * What narrows the map, as far as there is something to choose. Without scripts it could do nothing,
 * so it shows only where they run.
 */
export function renderToolbar(
  kernels: readonly KernelReport[],
  series: readonly Series[],
  causes: readonly Cause[],
): Html | null {
  const ways = waysOf(kernels.flatMap(({ verdicts }) => verdicts));
  const boots = ways.map((way): Option => [wayId(way), wayLabel(way)]);
  const rules = [...new Set(causes.map(({ rule }) => rule))].sort();
  const same = (names: readonly string[]) => names.map((name): Option => [name, name]);
  const sets = releaseSets(series);
  const several = kernels.length > 1;
  const tools = [
    several && NAME,
    boots.length > 1 && select('boot', 'Boot path', [['', 'all'], ...boots]),
    several && select('result', 'Result', RESULTS),
    several && rules.length > 0 && select('rule', 'Reason', [['', 'any'], ...same(rules)]),
    sets.length > 1 && select('releases', 'Releases', sets),
    several && FOLD_ALL,
  ].filter((tool) => tool !== false);
  if (tools.length === 0) return null;
  return html`<form id="tools" role="search" aria-label="Narrow the map" hidden>
${tools}
</form>`;
}

const NAME = html`<label>Kernel <input type="search" name="kernel" placeholder="any part of a name" autocomplete="off" spellcheck="false"></label>
`;

const RESULTS: readonly Option[] = [
  ['', 'any'],
  ['fails', 'fails somewhere'],
  ['warns', 'warns somewhere'],
  ['boots', 'boots everywhere'],
];

const FOLD_ALL = html`<button type="button" id="fold-all" hidden>Unfold all</button>
<output id="shown"></output>`;

type Option = readonly [value: string, text: string];

function select(name: string, label: string, options: readonly Option[]): Html {
  const list = options.map(([value, text]) => html`<option value="${value}">${text}</option>`);
  return html`<label>${label} <select name="${name}" autocomplete="off">${list}</select></label>
`;
}

/** Only sets that leave out something, and not everything. */
function releaseSets(series: readonly Series[]): Option[] {
  const all = series.flatMap(({ columns }) => columns).length;
  const supported = series.filter((one) => one.supported).length;
  return [
    ['', `all ${all}`],
    ...(series.length < all
      ? [['newest', `newest of each series (${series.length})`] as const]
      : []),
    ...(supported > 0 && supported < all
      ? [['supported', `with security support (${supported})`] as const]
      : []),
  ];
}
