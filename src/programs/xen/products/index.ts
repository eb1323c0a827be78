import { ALPINE } from './alpine.ts';
import { ARCH } from './arch.ts';
import { CENTOS_VIRT_SIG } from './centos-virt-sig.ts';
import { DEBIAN } from './debian.ts';
import { EVE } from './eve.ts';
import { FEDORA } from './fedora.ts';
import { GENTOO } from './gentoo.ts';
import { NIXOS } from './nixos.ts';
import { OPENSUSE } from './opensuse.ts';
import { OPENXT } from './openxt.ts';
import type { Family, Product } from './product.ts';
import { QUBES } from './qubes.ts';
import { UBUNTU } from './ubuntu.ts';
import { VOID } from './void.ts';
import { XCP_NG } from './xcp-ng.ts';
import { XENSERVER } from './xenserver.ts';
import { YOCTO } from './yocto.ts';

/** All products that the tool knows, by family. Each statement about one has its evidence beside it. */
export const FAMILIES: readonly Family[] = [
  DEBIAN,
  UBUNTU,
  FEDORA,
  ALPINE,
  OPENSUSE,
  NIXOS,
  ARCH,
  GENTOO,
  VOID,
  QUBES,
  XCP_NG,
  XENSERVER,
  CENTOS_VIRT_SIG,
  EVE,
  YOCTO,
  OPENXT,
];

/** The family of a product. */
export function familyOf({ id }: Product): Family {
  return FAMILIES.find(({ products }) => products.some((one) => one.id === id)) as Family;
}

export const PRODUCTS: readonly Product[] = FAMILIES.flatMap(({ products }) => products);
