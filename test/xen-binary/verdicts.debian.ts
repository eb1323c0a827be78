import { describe, expect, it } from 'vitest';
import { xenReader } from '../../src/gate/xen-binaries.ts';
import type { Fact } from '../../src/programs/fact.ts';
import { XEN_FACTS, type XenFactId } from '../../src/programs/xen/facts/facts.ts';
import { RELEASES } from '../../src/programs/xen/releases.ts';
import { parseXenList } from '../../src/programs/xen/targets.ts';
import { CALENDAR } from '../support/builds.ts';

const CACHE = '.cache/xen-binaries';
const calendar = { ...CALENDAR, releases: RELEASES };

/** The product whose row was written from the same packages, and from what the real library does. */
const PRODUCTS = { '4.14': 'debian-11', '4.17': 'debian-12', '4.20': 'debian-13' } as const;

const DECIDING = (Object.entries(XEN_FACTS) as [XenFactId, Fact][]).flatMap(([id, { kind }]) =>
  kind === 'wording' ? [] : [id],
);

describe.each(Object.entries(PRODUCTS))('Xen %s', (series, id) => {
  it.each(['xen.gz', 'xen.efi'])('of Debian is what %s and the library say', async (file) => {
    const paths = [`${CACHE}/${series}/${file}`, `${CACHE}/${series}/libxenguest.so`];
    const [build, ...others] = await xenReader(calendar, () => {})(paths.map((path) => ({ path })));
    const [product] = parseXenList([id], calendar);
    expect(others).toEqual([]);
    expect(build?.release.minor).toBe(series);
    expect(build?.binary).toMatchObject({ missing: [], unsure: [] });
    expect(build?.binary?.files[0]?.vendorVersion).toMatch(/^4\.\d+\.\d+[-+]/);
    const factsOf = (one: typeof build) => DECIDING.filter((fact) => one?.has(fact));
    expect(factsOf(build)).toEqual(factsOf(product));
  });
});
