import type { Change, Fact } from '../fact.ts';
import { compareVersions } from '../versions.ts';
import { XEN_FACTS } from './facts/facts.ts';
import { MENTIONED } from './facts/mentioned.ts';

/** What texts may date: a fact, the end of its being the default, and what is only mentioned. */
const CHANGES: ReadonlyMap<string, Change> = new Map(
  Object.entries<Change & Partial<Fact>>({ ...XEN_FACTS, ...MENTIONED }).flatMap(
    ([name, change]) => [
      [name, change] as const,
      ...(change.offByDefault ? [[`${name}.offByDefault`, change.offByDefault] as const] : []),
    ],
  ),
);

/** What a text may say of a change, by the word that it writes before the name. */
const PHRASES: ReadonlyMap<string, (change: Change) => string> = new Map([
  // The first release with it: `4.7.0`; or, by backports, the first of series: `4.1.6, 4.2.3 and 4.3.0`.
  ['since', (change) => firstOnly(change)],
  ['firsts', (change) => enumerated(firstReleases(change))],
  // The same with the commit of the main line: `4.7.0 (ad787bafcd2a)`.
  ['dated', (change) => `${enumerated(firstReleases(change))} (${shortCommit(change)})`],
  ['commit', shortCommit],
  // The first series with it, and the last one without: `4.7`, `4.6`.
  ['series', (change) => seriesOf(firstOnly(change))],
  ['upTo', (change) => seriesAfter(firstOnly(change), -1)],
  // The first release of any series: `4.1.6`.
  ['oldest', (change) => firstReleases(change)[0] as string],
  ['orLater', (change) => `Xen ${firstReleases(change).join(', ')} or later`],
]);

/**
 * Fills the dates of facts into a text: `{since domu-zstd}`, `{orLater pv32.offByDefault}`. So a
 * changed fact changes in every text.
 *
 * @throws {Error} on an unknown name or word. Also on `since`, `series` or `upTo` of a change with
 *   backports to older series: the text would be wrong for them.
 */
export function withDates(text: string): string {
  return text.replace(/\{([a-zA-Z]+) ([\w.-]+)\}/g, (placeholder, word: string, name: string) => {
    const change = CHANGES.get(name);
    const phrase = PHRASES.get(word);
    if (!change || !phrase) throw new Error(`no date of Xen: ${placeholder}`);
    return phrase(change);
  });
}

function firstOnly({ since, backports = [] }: Change): string {
  if (backports.length > 0) throw new Error(`${since} is not all: there are backports`);
  return since;
}

/**
 * The first release of each series, oldest first; without a 4.2.0 where 4.1.5 and all later releases
 * have the change.
 */
function firstReleases({ since, backports = [] }: Change): string[] {
  const all = [since, ...backports.map((one) => one.since)].sort(compareVersions);
  return all.filter((version, i) => {
    const older = all[i - 1];
    const isNext = older !== undefined && version === `${seriesAfter(older)}.0`;
    return !isNext || !(i === 1 || older === `${seriesOf(older)}.0`);
  });
}

function enumerated(list: readonly string[]): string {
  return [list.slice(0, -1).join(', '), list.at(-1)].filter(Boolean).join(' and ');
}

function shortCommit({ commit }: Change): string {
  return commit.slice(0, 12);
}

function seriesOf(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

function seriesAfter(version: string, distance = 1): string {
  const [major = '', minor = ''] = version.split('.');
  return `${major}.${Number(minor) + distance}`;
}
