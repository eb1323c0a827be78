import type { XenBinary } from './binary/xen-binary.ts';
import type { Difference } from './difference-names.ts';
import { PRODUCTS } from './products/index.ts';
import type { Release } from './releases.ts';
import { answerer, type XenBuild } from './xen-build.ts';

/** A build as plain data, for another thread of the same version of this program. */
export interface PlainBuild {
  readonly id: string;
  readonly release: string;
  readonly differences: readonly Difference[];
  readonly label: string;
  /** `state`: its place among the states of the product. */
  readonly product: {
    readonly id: string;
    readonly state: number;
    readonly isEnded: boolean;
  } | null;
  readonly binary: XenBinary | null;
}

export function plainBuild(build: XenBuild): PlainBuild {
  const { id, release, differences, label, product, binary } = build;
  return {
    id,
    release: release.version,
    differences,
    label,
    product: product && {
      id: product.product.id,
      state: product.product.states.indexOf(product.state),
      isEnded: product.isEnded,
    },
    binary,
  };
}

/** @param releases all that are known where it comes from. */
export function buildOfPlain(plain: PlainBuild, releases: readonly Release[]): XenBuild {
  const { id, differences, label, product, binary } = plain;
  const release = releases.find(({ version }) => version === plain.release);
  const found = PRODUCTS.find((one) => one.id === product?.id);
  const state = found?.states[product?.state ?? -1];
  if (!release || (product && !(found && state))) throw new Error(`unknown build ${id}`);
  return {
    id,
    release,
    differences,
    label,
    product: product && found && state ? { product: found, state, isEnded: product.isEnded } : null,
    binary,
    has: answerer(release, differences),
  };
}
