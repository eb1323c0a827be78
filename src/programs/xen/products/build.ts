import { UsageError } from '../../../text/usage-error.ts';
import { type Difference, productDifferenceOf } from '../difference-names.ts';
import { idle, readDifferences } from '../differences.ts';
import type { Release } from '../releases.ts';
import { answerer, PLUS, type XenBuild } from '../xen-build.ts';
import { openQuestions } from './because.ts';
import { nameOf, type ProductOnDay } from './state.ts';

/**
 * The build of Xen that a product installs, and that build with differences of its own:
 * `debian-12+domu-lzo`.
 *
 * @param names of the differences.
 * @throws {UsageError} where its release is not known, or a difference means nothing or changes nothing.
 */
export function productBuild(
  product: ProductOnDay,
  releases: readonly Release[],
  names: readonly string[],
): XenBuild {
  const { id, label } = nameOf(product);
  const { release: version, differences } = product.state;
  const release = releases.find((one) => one.version === version);
  if (!release) throw new UsageError(`${id} has Xen ${version}, which is no release known here`);
  const own = differences.flatMap((name): Difference[] => {
    const difference = productDifferenceOf(name);
    return difference ? [difference] : [];
  });
  const more = readDifferences(names, id);
  const has = answerer(release, own);
  const open = openQuestions(product).map(({ difference }) => difference.fact);
  for (const difference of more) {
    const isOpen = open.includes(difference.fact);
    if (!isOpen && has(difference.fact) === difference.present) throw idle(difference, id);
  }
  const all = [...own, ...more];
  const suffix = names.map((name) => PLUS + name).join('');
  return {
    id: id + suffix,
    release,
    differences: all,
    label: `${label} · ${version}${suffix}`,
    product,
    binary: null,
    has: answerer(release, all),
  };
}
