/**
 * A kernel shows a row for each boot path, or folded only the worst of them. Where there are many,
 * all are folded at first.
 *
 * @param {HTMLTableSectionElement[]} kernels
 */
export function foldKernels(kernels) {
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
