import { UsageError } from '../../../text/usage-error.ts';
import { FAMILIES, PRODUCTS } from './index.ts';
import type { Family, Product, ProductState } from './product.ts';
import {
  firstState,
  INITIAL,
  isSupported,
  newestState,
  type ProductOnDay,
  stateOn,
} from './state.ts';

/** Stands for every product that is supported today. */
export const ALL_PRODUCTS = 'products';

/**
 * The products that a name stands for, oldest first within a family. The name is a product
 * (`debian-12`), an earlier state of it (`debian-12-initial`, `debian-12@2025-01`), a family
 * (`debian`) or `products`. The last two have the products that are supported today. Spelling is
 * free: `Debian 12`, `debian12` and `bookworm` are one.
 *
 * @param today `YYYY-MM-DD`.
 * @returns `null` where the name is that of no product.
 * @throws {UsageError} if a family has no supported product, or a date has no product.
 */
export function findProducts(name: string, today: string): ProductOnDay[] | null {
  const found = findStates(name, today);
  return found?.map((one) => ({ ...one, isEnded: !isSupported(one.product, today) })) ?? null;
}

type State = Omit<ProductOnDay, 'isEnded'>;

function findStates(name: string, today: string): State[] | null {
  const [text = '', day, ...rest] = name.split('@');
  const id = idOf(text);
  if (id === ALL_PRODUCTS && day === undefined) return supported(PRODUCTS, today).map(asOfToday);
  const family = FAMILIES.find((one) => one.id === id);
  const product = productOf(id);
  if (product && day === undefined) return [asOfToday(product)];
  if (family && day === undefined) return ofFamily(family, today).map(asOfToday);
  if (product && rest.length === 0) return [{ product, state: onDay(product, day ?? '') }];
  const initial = id.endsWith(INITIAL) ? productOf(id.slice(0, -INITIAL.length)) : undefined;
  return initial && day === undefined ? [{ product: initial, state: firstState(initial) }] : null;
}

/** Every name that `findProducts` takes, but for days; for the nearest to one that it does not. */
export const PRODUCT_NAMES: readonly string[] = [
  ALL_PRODUCTS,
  // A family with one product may have its name.
  ...FAMILIES.map(({ id }) => id).filter((id) => !productOf(id)),
  ...PRODUCTS.flatMap(({ id, aliases = [] }) => [id, ...aliases]),
];

function productOf(id: string): Product | undefined {
  return PRODUCTS.find((one) => one.id === id || one.aliases?.includes(id));
}

/** `Debian 12`, `debian_12` and `debian12` as `debian-12`. */
function idOf(text: string): string {
  const words = text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  return productOf(words) ? words : words.replace(/([a-z])(\d)/, '$1-$2');
}

function ofFamily(family: Family, today: string): Product[] {
  const found = supported(family.products, today);
  if (found.length > 0) return found;
  const ids = family.products.map(({ id }) => id).join(', ');
  throw new UsageError(`no product of ${family.name} is supported on ${today}; name one: ${ids}`);
}

function supported(products: readonly Product[], today: string): Product[] {
  return products.filter((product) => isSupported(product, today));
}

function onDay(product: Product, day: string): ProductState {
  if (!/^\d{4}(-\d\d(-\d\d)?)?$/.test(day)) {
    throw new UsageError(
      `'${product.id}@${day}' has no day: write ${product.id}@2025-01-31 or ${product.id}@2025-01`,
    );
  }
  const state = stateOn(product, day);
  if (state) return state;
  const { since } = firstState(product);
  throw new UsageError(`no Xen of ${product.id} is known on ${day}: its first is of ${since}`);
}

function asOfToday(product: Product): State {
  return { product, state: newestState(product) };
}
