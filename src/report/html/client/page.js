// What the page does where scripts run: folds and filters the map, and shows the reasons where it is
// clicked. All of it can be read without. These files become one script in the page.
import { moveByArrows } from './arrows.js';
import { filterBy } from './filter.js';
import { foldKernels } from './fold.js';
import { showReasons } from './reasons.js';

const map = /** @type {HTMLTableElement | null} */ (document.querySelector('#map'));
if (map) bringToLife(map);

for (const part of document.querySelectorAll('.scripted')) part.removeAttribute('hidden');
startAtTheNewest();
unfoldForPrint();

/** @param {HTMLTableElement} table */
function bringToLife(table) {
  const kernels = [...table.tBodies];
  foldKernels(kernels);
  filterBy(table, kernels);
  showReasons(table);
  moveByArrows(table);
}

/** What is wider than the window ends with the releases that people run. */
function startAtTheNewest() {
  for (const place of document.querySelectorAll('.scroll')) place.scrollLeft = place.scrollWidth;
}

/** Paper cannot be unfolded. */
function unfoldForPrint() {
  /** @type {HTMLDetailsElement[]} */
  let closed = [];
  addEventListener('beforeprint', () => {
    closed = [...document.querySelectorAll('details')].filter((details) => !details.open);
    for (const details of closed) details.open = true;
  });
  addEventListener('afterprint', () => {
    for (const details of closed) details.open = false;
  });
}
