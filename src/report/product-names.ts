import type { Report } from '../contract/report.ts';
import { PRODUCTS } from '../programs/xen/products/index.ts';
import { nameOfBuild, type XenBuild } from '../programs/xen/xen-build.ts';
import { plural } from '../text/plural.ts';
import { buildsIn } from './release-ranges.ts';

/** Up to so many products stand each by itself, with its release; more are grouped by result. */
const MOST_SINGLE = 6;

/** How many names of products that boot are worth reading. */
const MOST_NAMED = 8;

export function areMany(builds: readonly XenBuild[]): boolean {
  return builds.filter(({ product }) => product !== null).length > MOST_SINGLE;
}

/** Products by their names, `Debian 12` and `Debian 13`, those of a family together. */
export function productNames(builds: readonly XenBuild[]): string[] {
  return byFamily(builds).map(nameOfBuild);
}

/** `3 products: Debian 12, …` */
export function describeProducts(builds: readonly XenBuild[]): string {
  return `${plural(builds.length, 'product')}: ${productNames(builds).join(', ')}`;
}

/** `Debian 12 · 4.17.7` and the others of many products that were asked for; none of a few. */
export function manyProducts({ kernels }: Report): string[] {
  const builds = buildsIn(kernels.flatMap(({ verdicts }) => verdicts));
  const products = areMany(builds) ? builds.filter(({ product }) => product !== null) : [];
  return byFamily(products).map(({ label }) => label);
}

function byFamily(builds: readonly XenBuild[]): XenBuild[] {
  const place = ({ product }: XenBuild) => (product ? PRODUCTS.indexOf(product.product) : -1);
  return [...builds].sort((a, b) => place(a) - place(b));
}

/** `the other 18 products`: those that need no names, because all others have theirs. */
export function describeRest(builds: readonly XenBuild[], all: number): string {
  if (builds.length <= MOST_NAMED && builds.length < all) return describeProducts(builds);
  return `${builds.length === all ? 'all' : 'the other'} ${plural(builds.length, 'product')}`;
}
