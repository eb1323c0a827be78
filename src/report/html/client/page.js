// What the page does where scripts run: folds and filters the map, and shows the reasons where it is
// clicked. All of it can be read without. This file is put into the page as it is.

/** @typedef {{ cell: HTMLTableCellElement, start: number, span: number }} Spanning */

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

/**
 * A kernel shows a row for each boot path, or folded only the worst of them. Where there are many,
 * all are folded at first.
 *
 * @param {HTMLTableSectionElement[]} kernels
 */
function foldKernels(kernels) {
  const foldable = kernels.filter((kernel) => kernel.querySelector('.worst'));
  const all = /** @type {HTMLButtonElement | null} */ (document.querySelector('#fold-all'));
  /** @param {HTMLTableSectionElement} kernel @param {boolean} folded */
  const fold = (kernel, folded) => {
    kernel.classList.toggle('folded', folded);
    kernel.querySelector('button')?.setAttribute('aria-expanded', String(!folded));
  };
  for (const kernel of foldable) {
    const name = kernel.querySelector('.name');
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'fold';
    button.textContent = name?.textContent ?? '';
    button.addEventListener('click', () => fold(kernel, !kernel.classList.contains('folded')));
    name?.replaceChildren(button);
    fold(kernel, foldable.length > 3);
  }
  if (!all || foldable.length < 2) return;
  const anyFolded = () => foldable.some((kernel) => kernel.classList.contains('folded'));
  const label = () => {
    all.textContent = anyFolded() ? 'Unfold all' : 'Fold all';
  };
  all.hidden = false;
  all.addEventListener('click', () => {
    const folded = !anyFolded();
    for (const kernel of foldable) fold(kernel, folded);
    label();
  });
  for (const kernel of foldable) kernel.addEventListener('click', label);
  label();
}

/**
 * @param {HTMLTableElement} table
 * @param {HTMLTableSectionElement[]} kernels
 */
function filterBy(table, kernels) {
  const tools = /** @type {HTMLFormElement | null} */ (document.querySelector('#tools'));
  if (!tools) return;
  const columns = columnsOf(table);
  const none = /** @type {HTMLElement | null} */ (document.querySelector('.none'));
  const apply = () => {
    const wanted = Object.fromEntries(
      [...new FormData(tools)].map(([name, value]) => [name, String(value)]),
    );
    let shown = 0;
    for (const kernel of kernels) {
      for (const row of rowsOf(kernel)) row.hidden = !isWanted(row, wanted.boot ?? '');
      // A single boot path is its own worst.
      kernel.classList.toggle('single', wanted.boot !== '');
      kernel.hidden = !matches(kernel, wanted);
      if (!kernel.hidden) shown++;
    }
    columns.show(wanted.releases ?? '');
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

/** @param {HTMLTableSectionElement} kernel */
function rowsOf(kernel) {
  return [...kernel.rows].filter((row) => row.dataset.boot !== undefined);
}

/** @param {HTMLTableRowElement} row @param {string} boot */
function isWanted(row, boot) {
  return boot === '' || row.dataset.boot === boot;
}

/**
 * @param {HTMLTableSectionElement} kernel
 * @param {Record<string, string>} wanted
 */
function matches(kernel, wanted) {
  const name = kernel.querySelector('.name')?.textContent ?? '';
  if (!name.toLowerCase().includes((wanted.kernel ?? '').trim().toLowerCase())) return false;
  const cells = rowsOf(kernel)
    .filter((row) => !row.hidden && !row.classList.contains('worst'))
    .flatMap((row) => [...row.cells]);
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

/** @param {Element | null} article @returns {HTMLElement | null} */
function ruleOf(article) {
  return article?.closest('.rule') ?? null;
}

/**
 * The columns of the map, of which some sets can be shown alone. A cell covers several, so it is made
 * as wide as what is left of them.
 *
 * @param {HTMLTableElement} table
 */
function columnsOf(table) {
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

/**
 * `3:0,1 5:0`: what is told of a cell, as articles of the page, and the wordings of Xen that are its.
 *
 * @param {string} why
 */
function readReferences(why) {
  return why
    .split(' ')
    .filter(Boolean)
    .map((reference) => {
      const [cause = '', wordings = ''] = reference.split(':');
      return { article: document.getElementById(`why-${cause}`), wordings: wordings.split(',') };
    });
}

/** @param {HTMLTableElement} table */
function showReasons(table) {
  const dialog = /** @type {HTMLDialogElement | null} */ (document.querySelector('#why'));
  const content = dialog?.querySelector('div');
  if (!dialog || !content) return;
  table.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link?.dataset.why) return;
    event.preventDefault();
    content.replaceChildren(...nameOf(link), ...tell(readReferences(link.dataset.why)));
    dialog.showModal();
    dialog.scrollTop = 0;
    history.pushState({ why: true }, '', link.hash);
  });
  // Besides Escape and the button: a click on what lies around it, and the way back.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  addEventListener('popstate', () => dialog.close());
  dialog.addEventListener('close', () => {
    if (history.state?.why) history.back();
  });
}

/** Which cell it is: where it lies, and of which kernel. @param {HTMLElement} link */
function nameOf(link) {
  const title = document.createElement('h2');
  title.id = 'why-title';
  // The rules, which stand behind it, have headings of their own.
  title.textContent = link.closest('td')?.title.replace(/ \([^()]*\)$/, '') ?? '';
  const kernel = document.createElement('p');
  kernel.className = 'facts';
  kernel.textContent = link.closest('tbody')?.querySelector('.name')?.textContent ?? '';
  return [title, kernel];
}

/**
 * What happened, and once for each rule what it is called and how it is mended.
 *
 * @param {ReturnType<typeof readReferences>} references
 */
function tell(references) {
  const rules = new Set(references.map(({ article }) => ruleOf(article)));
  return [...rules].flatMap((rule) => {
    const own = references.filter(({ article }) => ruleOf(article) === rule);
    const part = (/** @type {string} */ name) => {
      const found = rule?.querySelector(name);
      return found ? [copyOf(found)] : [];
    };
    return [
      ...[...part('h3'), ...part('.stages'), ...own.flatMap(tellCase)],
      ...[...part('.fix'), ...part('.links')],
    ];
  });
}

/** @param {ReturnType<typeof readReferences>[number]} reference */
function tellCase({ article, wordings }) {
  if (!article) return [];
  const told = copyOf(article);
  for (const item of told.querySelectorAll('[data-wording]')) {
    if (!wordings.includes(item.getAttribute('data-wording') ?? '')) item.remove();
  }
  return [told];
}

/** @param {Element} element */
function copyOf(element) {
  const copy = /** @type {Element} */ (element.cloneNode(true));
  copy.removeAttribute('id');
  return copy;
}

/** @param {HTMLTableElement} table */
function moveByArrows(table) {
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
