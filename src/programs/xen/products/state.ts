import type { Product, ProductState } from './product.ts';

/** Follows the id of a product and stands for its first state. */
export const INITIAL = '-initial';

/** A product with what it installs on one day. */
export interface ProductOnDay {
  readonly product: Product;
  readonly state: ProductState;
  /** Whether its support has ended, on the day of the run. */
  readonly isEnded: boolean;
}

/** What a product installs today. */
export function newestState(product: Product): ProductState {
  return product.states.at(-1) as ProductState;
}

/** What a product installed first, as far as is known. */
export function firstState(product: Product): ProductState {
  return product.states[0] as ProductState;
}

/**
 * What a product installed on a day, or at the end of a month or a year; `null` before its first
 * known package.
 *
 * @param day `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
 */
export function stateOn({ states }: Product, day: string): ProductState | null {
  const end = lastDay(day);
  return states.findLast(({ since }) => since === null || firstDay(since) <= end) ?? null;
}

/** Whether a product still gets updates on a day, `YYYY-MM-DD`; one without a known end does. */
export function isSupported({ supportedUntil }: Product, today: string): boolean {
  return supportedUntil === null || today <= lastDay(supportedUntil.day);
}

/** Days are compared as text, so a month may end on a 31st that it does not have. */
function firstDay(day: string): string {
  return day + '-01-01'.slice(day.length - 'YYYY'.length);
}

function lastDay(day: string): string {
  return day + '-12-31'.slice(day.length - 'YYYY'.length);
}

/**
 * How a product is called as it was: by its own name today, as first released, or by the day on which
 * that state began.
 */
export function nameOf({ product, state, isEnded }: ProductOnDay): { id: string; label: string } {
  const { id, name } = product;
  const ended = isEnded ? 'support ended' : null;
  const label = (...remarks: (string | null)[]) => {
    const some = remarks.filter((one) => one !== null);
    return some.length === 0 ? name : `${name} (${some.join(', ')})`;
  };
  if (state === newestState(product)) return { id, label: label(ended) };
  if (state === firstState(product)) return { id: id + INITIAL, label: label('initial', ended) };
  return { id: `${id}@${state.since}`, label: label(`of ${state.since}`, ended) };
}
