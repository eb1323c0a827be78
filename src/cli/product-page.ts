import { meaningOf } from '../programs/xen/difference-words.ts';
import { GUEST_WAYS } from '../programs/xen/products/guest-ways.ts';
import { FAMILIES } from '../programs/xen/products/index.ts';
import type { Evidence, Product } from '../programs/xen/products/product.ts';
import { isSupported, newestState, type ProductOnDay } from '../programs/xen/products/state.ts';
import type { XenBuild } from '../programs/xen/xen-build.ts';
import { labelled } from '../text/wrap.ts';
import type { Layout } from './io.ts';
import { table } from './table.ts';

/** Columns of the labels. */
const INDENT = 14;

/** A product in full, with its evidence. */
export function productPage(
  { label, differences }: XenBuild,
  { product, state }: ProductOnDay,
  today: string,
  { width, colors }: Layout,
): string {
  const line = (name: string, text: string) => labelled(`  ${name}`, text, INDENT, width);
  const { guests, dom0, supportedUntil, id, aliases = [] } = product;
  const { since, unsure = [], inferred = [], unknown = [], note } = state;
  return [
    colors.bold(label),
    ...line('names', [id, ...aliases].join(', ')),
    ...(state.package === null ? [] : line('package', state.package)),
    ...(since === null ? [] : line('since', since)),
    ...line('support', supportOf(product, today)),
    ...(supportedUntil === null ? [] : line('', `(${supportedUntil.source})`)),
    ...line('guests', guests.ways.map((way) => GUEST_WAYS[way]).join(', ')),
    ...(guests.grub === null ? [] : line('GRUB', guests.grub)),
    ...(dom0.userChoosesKernel === false ? line('dom0', 'the vendor provides its kernel') : []),
    ...differences.flatMap((one) => line('differs', `${one.name}: ${meaningOf(one)}`)),
    ...inferred.flatMap(({ differences: names, from }) =>
      line('inferred', `${names.join(', ')}: from ${from}`),
    ),
    ...unsure.flatMap(({ fact, why }) => line('not known', `${fact}: ${why}`)),
    ...unknown.flatMap((text) => line('not known', text)),
    ...(note === undefined ? [] : line('note', note)),
    ...state.evidence.flatMap((one) => line('evidence', describeEvidence(one))),
    '',
  ].join('\n');
}

function describeEvidence({ kind, what, source, date }: Evidence): string {
  return `${kind}: ${what} (${source}${date === null ? '' : `, ${date}`})`;
}

/** All products, by family. */
export function productTable(today: string, { width, colors }: Layout): string {
  const rows = FAMILIES.flatMap(({ products }) =>
    products.map((product) => {
      const { release } = newestState(product);
      return [product.id, product.name, release, supportOf(product, today)];
    }),
  );
  return table([['product', 'name', 'Xen', 'support'], ...rows], width, colors.bold);
}

function supportOf(product: Product, today: string): string {
  const { supportedUntil } = product;
  if (supportedUntil === null) return 'no end known';
  return `${isSupported(product, today) ? 'until' : 'ended'} ${supportedUntil.day}`;
}
