import { columnsOf, rowsOf } from './columns.js';
import { readReferences, ruleOf } from './reasons.js';

/**
 * @param {HTMLTableElement} table
 * @param {HTMLTableSectionElement[]} kernels
 */
export function filterBy(table, kernels) {
  const tools = /** @type {HTMLFormElement | null} */ (document.querySelector('#tools'));
  if (!tools) return;
  const columns = columnsOf(table);
  const none = /** @type {HTMLElement | null} */ (document.querySelector('.none'));
  const apply = () => {
    const wanted = Object.fromEntries(
      [...new FormData(tools)].map(([name, value]) => [name, String(value)]),
    );
    columns.show(wanted.releases ?? '');
    let shown = 0;
    for (const kernel of kernels) {
      for (const row of rowsOf(kernel)) row.hidden = !isWanted(row, wanted.boot ?? '');
      // A single boot path is its own worst.
      kernel.classList.toggle('single', wanted.boot !== '');
      kernel.hidden = !matches(kernel, wanted);
      if (!kernel.hidden) shown++;
    }
    const output = document.querySelector('#shown');
    if (output) output.textContent = `${shown} of ${kernels.length} kernels`;
    if (none) none.hidden = shown > 0;
  };
  tools.hidden = false;
  tools.addEventListener('input', apply);
  tools.addEventListener('submit', (event) => event.preventDefault());
  // The fields have their first values only once everybody has heard of it.
  tools.addEventListener('reset', () => setTimeout(apply));
  apply();
}

/** @param {HTMLTableRowElement} row @param {string} boot */
function isWanted(row, boot) {
  return boot === '' || row.dataset.boot === boot;
}

/**
 * Whether a kernel is as wanted, as far as its rows and columns are shown.
 *
 * @param {HTMLTableSectionElement} kernel
 * @param {Record<string, string>} wanted
 */
function matches(kernel, wanted) {
  const name = kernel.querySelector('.name')?.textContent ?? '';
  if (!name.toLowerCase().includes((wanted.kernel ?? '').trim().toLowerCase())) return false;
  const cells = rowsOf(kernel)
    .filter((row) => !row.hidden && !row.classList.contains('worst'))
    .flatMap((row) => [...row.cells])
    .filter((cell) => !cell.hidden);
  if (cells.length === 0) return false;
  const does = (/** @type {string} */ status) =>
    cells.some((cell) => cell.classList.contains(status));
  const result = wanted.result ?? '';
  if (result === 'boots' && (does('fails') || does('warns') || !does('boots'))) return false;
  if (result !== '' && result !== 'boots' && !does(result)) return false;
  const rule = wanted.rule ?? '';
  return rule === '' || cells.some((cell) => rulesOf(cell).includes(rule));
}

/** @param {HTMLTableCellElement} cell */
function rulesOf(cell) {
  const why = cell.querySelector('a')?.dataset.why ?? '';
  return readReferences(why).map(({ article }) => ruleOf(article)?.dataset.rule ?? '');
}
