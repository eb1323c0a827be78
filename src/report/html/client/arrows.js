/** @param {HTMLTableElement} table */
export function moveByArrows(table) {
  /** @type {Readonly<Record<string, readonly [across: number, down: number]>>} */
  const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  table.addEventListener('keydown', (event) => {
    const step = steps[event.key];
    const link = event.target instanceof Element ? event.target.closest('td a') : null;
    if (!step || !link) return;
    const [across, down] = step;
    const next = across === 0 ? linkBelow(table, link, down) : linkBeside(link, across);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}

/** @param {Element} link @param {number} across */
function linkBeside(link, across) {
  const links = linksOf(link.closest('tr'));
  return links[links.indexOf(/** @type {HTMLElement} */ (link)) + across] ?? null;
}

/**
 * @param {HTMLTableElement} table
 * @param {Element} link
 * @param {number} down
 */
function linkBelow(table, link, down) {
  const rows = [...table.querySelectorAll('tr')].filter((row) => linksOf(row).length > 0);
  const row = rows[rows.findIndex((one) => one.contains(link)) + down];
  const middle = (/** @type {Element} */ one) => {
    const { left, right } = one.getBoundingClientRect();
    return (left + right) / 2;
  };
  const from = middle(link);
  const byDistance = linksOf(row ?? null).sort(
    (a, b) => Math.abs(middle(a) - from) - Math.abs(middle(b) - from),
  );
  return byDistance[0] ?? null;
}

/** Those that can be seen. @param {Element | null} row */
function linksOf(row) {
  const links = /** @type {NodeListOf<HTMLElement> | undefined} */ (row?.querySelectorAll('td a'));
  return [...(links ?? [])].filter((link) => link.getClientRects().length > 0);
}
