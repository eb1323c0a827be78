/** @typedef {{ cell: HTMLTableCellElement, start: number, span: number }} Spanning */

/**
 * The columns of the map, of which some sets can be shown alone. A cell covers several, so it is made
 * as wide as what is left of them.
 *
 * @param {HTMLTableElement} table
 */
export function columnsOf(table) {
  const heads = [...(table.tHead?.rows[1]?.cells ?? [])].slice(1);
  const widths = [...table.querySelectorAll('col')].slice(1);
  /** @type {Spanning[]} */
  const spanning = [];
  for (const row of [table.tHead?.rows[0], ...[...table.tBodies].flatMap(rowsOf)]) {
    let start = 0;
    for (const cell of [...(row?.cells ?? [])].slice(1)) {
      spanning.push({ cell, start, span: cell.colSpan });
      start += cell.colSpan;
    }
  }
  const titles = [...table.querySelectorAll('tr.kernel th')];
  return {
    /** @param {string} set the name of one; empty for all columns */
    show(set) {
      const visible = heads.map((head) => {
        return set === '' || (head.dataset.sets ?? '').split(' ').includes(set);
      });
      for (const [i, isVisible] of visible.entries()) {
        const [head, width] = [heads[i], widths[i]];
        if (head) head.hidden = !isVisible;
        if (width) width.hidden = !isVisible;
      }
      for (const { cell, start, span } of spanning) {
        const left = visible.slice(start, start + span).filter(Boolean).length;
        cell.hidden = left === 0;
        cell.colSpan = Math.max(left, 1);
      }
      for (const title of titles) {
        title.setAttribute('colspan', String(visible.filter(Boolean).length + 1));
      }
    },
  };
}

/** @param {HTMLTableSectionElement} kernel */
export function rowsOf(kernel) {
  return [...kernel.rows].filter((row) => row.dataset.boot !== undefined);
}
