import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withDates } from '../../src/programs/xen/dates.ts';
import { releasesIn } from '../support/release-numbers.ts';
import { NO_DATES, SAID } from './said.ts';

const ROOT = new URL('../../', import.meta.url);
const PAGES = [
  'README.md',
  ...readdirSync(new URL('docs/', ROOT))
    // Generated from data that has its evidence beside it, or measured.
    .filter((name) => name.endsWith('.md') && !['products.md', 'benchmarks.md'].includes(name))
    .map((name) => `docs/${name}`),
];

/** What a page says, on one line and without its examples: code, in blocks and in the text. */
function proseOf(page: string): string {
  const text = readFileSync(new URL(page, ROOT), 'utf8').replace(/^ *```[\s\S]*?^ *```/gm, '');
  return text.replaceAll(/\s+/g, ' ');
}

const withoutCode = (text: string) => text.replace(/`[^`]*`/g, '');

describe.each(PAGES)('%s', (page) => {
  const prose = proseOf(page);
  const said = (SAID[page] ?? []).map((text) => [text, withDates(text)] as const);
  const others = Object.keys(NO_DATES[page] ?? {});

  it.each(said)('says: %s', (_, filled) => {
    expect(prose).toContain(filled);
  });

  it('names no other release', () => {
    const known = [...said.map(([, filled]) => filled), ...others];
    // Of two that say the same number, the longer one may say more.
    known.sort((a, b) => b.length - a.length);
    const rest = known.reduce((text, one) => text.replaceAll(one, '…'), prose);
    expect(releasesIn(withoutCode(rest))).toEqual([]);
  });

  it.each(others)('still has: %s', (text) => {
    expect(prose).toContain(text);
  });
});
