import { describe, expect, it, test } from 'vitest';
import {
  type Difference,
  productDifferenceOf,
} from '../../../../src/programs/xen/difference-names.ts';
import { isOffByDefault } from '../../../../src/programs/xen/differences.ts';
import { PRODUCT_NAMES } from '../../../../src/programs/xen/products/find.ts';
import { FAMILIES, PRODUCTS } from '../../../../src/programs/xen/products/index.ts';
import { RELEASES, type Release } from '../../../../src/programs/xen/releases.ts';
import { buildOf } from '../../../../src/programs/xen/xen-build.ts';

const DAY = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

it('has no name twice', () => {
  expect(PRODUCT_NAMES.filter((name, at) => PRODUCT_NAMES.indexOf(name) !== at)).toEqual([]);
});

it.each(FAMILIES.filter(({ id }) => PRODUCTS.some((product) => product.id === id)))(
  '$name has the name of its only product',
  ({ id, products }) => expect(products.map((product) => product.id)).toEqual([id]),
);

it('names no product so that a list of them cannot be read', () => {
  expect(PRODUCTS.filter(({ name }) => /[,·]/.test(name))).toEqual([]);
});

it.each(FAMILIES)('$name gives its products ids that begin with the family', ({ id, products }) => {
  const others = id === 'opensuse' ? ['sles-'] : id === 'xenserver' ? ['citrix-hypervisor-'] : [];
  for (const product of products) {
    const begins = [id, ...others].some((start) => product.id.startsWith(start));
    expect([product.id, begins]).toEqual([product.id, true]);
    expect(product.id).toMatch(/^[a-z]+(-[a-z0-9.]+)*$/);
  }
});

describe.each(PRODUCTS)('$id', ({ states, supportedUntil, guests }) => {
  test('the end of its support is a day with a source', () => {
    if (supportedUntil === null) return;
    expect(supportedUntil.day).toMatch(DAY);
    expect(supportedUntil.source).not.toBe('');
  });

  test('its guests boot in some way', () => {
    expect(guests.ways).not.toEqual([]);
  });

  test('its states follow each other', () => {
    expect(states).not.toEqual([]);
    const days = states.map(({ since }) => since);
    for (const day of days) if (day !== null) expect(day).toMatch(DAY);
    expect(days.slice(1)).not.toContain(null);
    expect(days.map((day) => day ?? '').sort()).toEqual(days.map((day) => day ?? ''));
  });

  test.each(states)('$release of $since has its evidence', ({ evidence, unknown = [] }) => {
    expect(evidence).not.toEqual([]);
    for (const { what, source, date } of evidence) {
      expect(what).not.toBe('');
      expect(source).not.toMatch(/^$|memory/);
      if (date !== null) expect(date).toMatch(DAY);
    }
    expect(unknown.filter((text) => text.trim() === '')).toEqual([]);
  });

  test.each(states)('$release of $since shows or infers each difference', (state) => {
    const { differences, inferred = [], evidence } = state;
    const fromOthers = inferred.flatMap((one) => one.differences);
    const shown = evidence.flatMap(({ shows = [] }) => shows);
    for (const name of differences) {
      expect([name, shown.includes(name) || fromOthers.includes(name)]).toEqual([name, true]);
    }
    expect(fromOthers.filter((name) => !differences.includes(name))).toEqual([]);
  });

  test.each(states)('$release of $since differs by known facts that change it', (state) => {
    const { unsure = [] } = state;
    const release = RELEASES.filter(({ version }) => version === state.release);
    expect(release).toHaveLength(1);
    for (const name of [...state.differences, ...unsure.map(({ fact }) => fact)]) {
      expect([name, productDifferenceOf(name) === null]).toEqual([name, false]);
    }
    const upstream = buildOf(release[0] as Release);
    for (const name of state.differences) {
      const difference = productDifferenceOf(name) as Difference;
      const changes = upstream.has(difference.fact) !== difference.present;
      expect([name, changes || isOffByDefault(difference.fact)]).toEqual([name, true]);
    }
    const sure = state.differences.map((name) => productDifferenceOf(name)?.fact);
    expect(unsure.filter(({ fact }) => sure.includes(productDifferenceOf(fact)?.fact))).toEqual([]);
  });
});
