import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkFacts } from '../../../scripts/xen-facts/check-facts.js';
import { checkReleases } from '../../../scripts/xen-facts/check-releases.js';
import { readRecord } from '../../../scripts/xen-facts/record.js';
import { XEN_FACTS } from '../../../src/programs/xen/facts/facts.ts';
import { MENTIONED } from '../../../src/programs/xen/facts/mentioned.ts';
import { RELEASES } from '../../../src/programs/xen/releases.ts';

/** What xen.git says of them, recorded by `npm run xen-facts -- PATH --record`. */
const { tags, history } = readRecord(readFileSync('test/vectors/xen-history.json', 'utf8'));
const FACTS = { ...XEN_FACTS, ...MENTIONED };

describe('the releases', () => {
  const known = new Set(tags.map(({ version }) => version));
  const isKnown = ({ version }: { readonly version: string }) => known.has(version);

  it('are all that have a tag, of the day of that tag', () => {
    expect(checkReleases(RELEASES.filter(isKnown), tags)).toEqual([]);
    const versions = RELEASES.map(({ version }) => version);
    expect(tags.map(({ version }) => version).filter((one) => !versions.includes(one))).toEqual([]);
  });

  it('that have none in the record are newer than all that have', () => {
    const newest =
      tags
        .map(({ date }) => date)
        .sort()
        .at(-1) ?? '';
    const fresh = RELEASES.filter((release) => !isKnown(release));
    expect(fresh.filter(({ date }) => date < newest)).toEqual([]);
  });
});

describe('the facts', () => {
  it('begin with the releases that have their commits, and have all backports', () => {
    expect(checkFacts(FACTS, history)).toEqual([]);
  });

  it.each(Object.entries(FACTS))(
    '%s would be noticed one release later or earlier',
    (name, fact) => {
      const at = history.versions.indexOf(fact.since);
      for (const since of [history.versions[at - 1], history.versions[at + 1]]) {
        if (since === undefined) continue;
        expect(checkFacts({ [name]: { ...fact, since } }, history), since).not.toEqual([]);
      }
    },
  );
});
