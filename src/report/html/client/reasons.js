/** @param {HTMLTableElement} table */
export function showReasons(table) {
  const dialog = /** @type {HTMLDialogElement | null} */ (document.querySelector('#why'));
  const content = dialog?.querySelector('div');
  if (!dialog || !content) return;
  table.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link?.dataset.why) return;
    event.preventDefault();
    content.replaceChildren(...nameOf(link), ...describe(readReferences(link.dataset.why)));
    dialog.showModal();
    dialog.scrollTop = 0;
    history.pushState({ why: true }, '', link.hash);
  });
  // Besides Escape and the button: a click outside it, and the browser's back button.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  addEventListener('popstate', () => dialog.close());
  dialog.addEventListener('close', () => {
    if (history.state?.why) history.back();
  });
}

/** The cell: its place and its kernel. @param {HTMLElement} link */
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
 * `3:0,1 5:0`: the reasons of a cell, as articles of the page, and the wordings of Xen that apply
 * to it.
 *
 * @param {string} why
 */
export function readReferences(why) {
  return why
    .split(' ')
    .filter(Boolean)
    .map((reference) => {
      const [cause = '', wordings = ''] = reference.split(':');
      return { article: document.getElementById(`why-${cause}`), wordings: wordings.split(',') };
    });
}

/** @param {Element | null} article @returns {HTMLElement | null} */
export function ruleOf(article) {
  return article?.closest('.rule') ?? null;
}

/**
 * What happened, and once for each rule what it is called and how it is fixed.
 *
 * @param {ReturnType<typeof readReferences>} references
 */
function describe(references) {
  const rules = new Set(references.map(({ article }) => ruleOf(article)));
  return [...rules].flatMap((rule) => {
    const own = references.filter(({ article }) => ruleOf(article) === rule);
    const part = (/** @type {string} */ name) => {
      const found = rule?.querySelector(name);
      return found ? [copyOf(found)] : [];
    };
    const before = [...part('h3'), ...part('.stages')];
    return [...before, ...own.flatMap(describeCase), ...part('.fix'), ...part('.links')];
  });
}

/** @param {ReturnType<typeof readReferences>[number]} reference */
function describeCase({ article, wordings }) {
  if (!article) return [];
  const shown = copyOf(article);
  for (const item of shown.querySelectorAll('[data-wording]')) {
    if (!wordings.includes(item.getAttribute('data-wording') ?? '')) item.remove();
  }
  return [shown];
}

/** @param {Element} element */
function copyOf(element) {
  const copy = /** @type {Element} */ (element.cloneNode(true));
  copy.removeAttribute('id');
  return copy;
}
