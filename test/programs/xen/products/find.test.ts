import { describe, expect, it } from 'vitest';
import { findProducts } from '../../../../src/programs/xen/products/find.ts';

const TODAY = '2026-11-27';

const find = (name: string) =>
  findProducts(name, TODAY)?.map(({ product, state }) => `${product.id} ${state.release}`) ?? null;

describe('the name of a product', () => {
  it.each(['debian-12', 'debian12', 'Debian 12', 'debian_12', 'bookworm', ' DEBIAN-12 '])(
    "'%s' is debian-12 of today",
    (name) => expect(find(name)).toEqual(['debian-12 4.17.7']),
  );

  it.each([
    ['qubes4.2', 'qubes-4.2 4.17.6'],
    ['Qubes 4.2', 'qubes-4.2 4.17.6'],
    ['xcp-ng-8.3', 'xcp-ng-8.3 4.17.6'],
    ['XCP-ng 8.3', 'xcp-ng-8.3 4.17.6'],
    ['leap-15.7', 'sles-15-sp7 4.20.2'],
    ['gentoo', 'gentoo 4.19.1'],
  ])("'%s' is %s", (name, found) => expect(find(name)).toEqual([found]));

  it.each(['debian-99', '4.17', 'debian-12@', '', 'debian-12@2025@2026', 'debian@2025'])(
    "'%s' is none, or says what is missing",
    (name) => {
      if (name === 'debian-12@') expect(() => find(name)).toThrow(/'debian-12@' has no day/);
      else expect(find(name)).toBeNull();
    },
  );
});

describe('a product as it was', () => {
  it.each([
    ['debian-12-initial', '4.17.5'],
    ['debian-12@2025-02-18', '4.17.5'],
    ['debian-12@2025-02-19', '4.17.7'],
    ['debian-12@2025-01', '4.17.5'],
    ['debian-12@2025-02', '4.17.7'],
    ['debian-12@2024', '4.17.5'],
    ['bookworm@2024', '4.17.5'],
    ['debian-13@2026-08', '4.20.3'],
  ])('%s has %s', (name, release) => {
    expect(find(name)).toEqual([
      `${name.startsWith('debian-13') ? 'debian-13' : 'debian-12'} ${release}`,
    ]);
  });

  it('is not known before its first package', () => {
    expect(() => find('debian-12@2019')).toThrow(
      'no Xen of debian-12 is known on 2019: its first is of 2023-05-18',
    );
  });
});

describe('a set of products', () => {
  it('is a family, without those that are no longer supported', () => {
    expect(find('debian')).toEqual(['debian-12 4.17.7', 'debian-13 4.20.4', 'debian-sid 4.20.4']);
    expect(find('Qubes')).toEqual(['qubes-4.3 4.19.5']);
    expect(findProducts('qubes', '2026-06-21')?.map(({ product }) => product.id)).toEqual([
      'qubes-4.2',
      'qubes-4.3',
    ]);
  });

  it('is all that are supported', () => {
    const all = findProducts('products', TODAY) ?? [];
    expect(all.map(({ product }) => product.id)).toContain('xcp-ng-8.3');
    expect(all.map(({ product }) => product.id)).not.toContain('debian-10');
  });

  it('is never empty', () => {
    expect(() => find('centos-virt-sig')).toThrow(
      /^no product of CentOS virt SIG is supported on 2026-11-27; name one: centos-virt-sig-4.4, /,
    );
  });
});
