import { describe, expect, it } from 'vitest';
import { compareVersions } from '../../../src/programs/versions.ts';
import { XEN_FACTS } from '../../../src/programs/xen/facts/facts.ts';
import { RELEASES } from '../../../src/programs/xen/releases.ts';
import { build, CALENDAR } from '../../support/builds.ts';

const versions = RELEASES.map(({ version }) => version);

describe('the releases', () => {
  it('are those from 4.0.0 on, each once, oldest number first', () => {
    expect(versions.at(0)).toBe('4.0.0');
    expect(versions).toEqual([...new Set(versions)].sort(compareVersions));
    expect(CALENDAR.releases).toHaveLength(134);
  });

  it('have a day each, and within a series never go back in time', () => {
    for (const [i, { version, minor, date }] of RELEASES.entries()) {
      expect(date, version).toMatch(/^20\d\d-[01]\d-[0-3]\d$/);
      const previous = RELEASES[i - 1];
      if (previous?.minor === minor) expect(previous.date <= date, version).toBe(true);
    }
  });
});

describe('the behaviours', () => {
  it.each(Object.entries(XEN_FACTS))('%s is dated by releases and full commits', (_id, fact) => {
    const dated = [fact, ...('backports' in fact ? fact.backports : [])];
    for (const { since, commit } of dated) {
      expect(versions).toContain(since);
      expect(commit).toMatch(/^[0-9a-f]{40}$/);
    }
  });

  it('reach a series by backport from the point release on, and no other series', () => {
    const having = versions.filter((version) => build(version).has('skips-section-zero'));
    expect(having.slice(0, 9)).toEqual([
      ...['4.6.5', '4.6.6'],
      ...['4.7.2', '4.7.3', '4.7.4', '4.7.5', '4.7.6'],
      ...['4.8.1', '4.8.2'],
    ]);
    expect(having).not.toContain('4.7.1');
    expect(having).toContain('4.9.0');
    expect(having).toContain('4.22.0');
  });

  it('order 4.1.6 before 4.1.6.1 before 4.2.0 before 4.10.0', () => {
    expect(['4.10.0', '4.2.0', '4.1.6.1', '4.1.6'].sort(compareVersions)).toEqual([
      ...['4.1.6', '4.1.6.1', '4.2.0', '4.10.0'],
    ]);
  });
});
