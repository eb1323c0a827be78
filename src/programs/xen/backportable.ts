import type { Fact } from '../fact.ts';
import { productDifferenceOf } from './difference-names.ts';
import { XEN_FACTS, type XenFactId } from './facts/facts.ts';
import { PRODUCTS } from './products/index.ts';

/** What upstream, or a vendor, brought to an older series: others can do the same. */
export const BACKPORTABLE: readonly XenFactId[] = backportable();

function backportable(): XenFactId[] {
  const picked = new Set(
    PRODUCTS.flatMap(({ states }) => states.flatMap(({ differences }) => differences))
      .map(productDifferenceOf)
      .flatMap((difference) => (difference?.present ? [difference.fact] : [])),
  );
  return (Object.entries<Fact>(XEN_FACTS) as [XenFactId, Fact][])
    .filter(([id, { backports = [] }]) => backports.length > 0 || picked.has(id))
    .filter(([, { kind }]) => kind === 'behaviour' || kind === 'build-option')
    .map(([id]) => id);
}
