import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SCRIPT, STYLE } from '../../../src/report/html/assets.ts';
import { finding, kernel, report, verdict } from '../../support/fixture-report.ts';
import { renderHtml } from '../../support/rendered.ts';
import { hostileReport, sampleReport, withText } from '../../support/reports.ts';

const TODAY = '2026-11-23';
const render = (report = sampleReport()) => renderHtml(report, TODAY);

/** The page without its own style and script, which no string of a report can be in. */
function bodyOf(page: string): string {
  return page.slice(page.indexOf('<body>')).replace(SCRIPT, '');
}

describe('the page', () => {
  it('says what was decided, where, why and what to do', () => {
    const body = bodyOf(render());
    expect(body).toContain('✗ fails: 14 of 32 boots fail');
    expect(body).toContain('boot/vmlinuz-6.1');
    expect(body).toContain('FEATURES names &#34;a_feature&#34;');
    expect(body).toContain('Keep the name out of FEATURES.');
    expect(body).toContain('no such file');
  });

  it('covers neighbouring releases that do the same by one cell', () => {
    const body = bodyOf(render());
    expect(body).toContain('title="pv-dom0 on Xen 4.0–4.1: fails (unknown-feature)"');
    expect(body.match(/<td class="fails"/g)).toHaveLength(4);
  });

  it('allows itself nothing but its own style and script', () => {
    const page = render();
    const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      expect.stringMatching(/^style-src 'sha256-[\w+/=]{44}'$/),
      expect.stringMatching(/^script-src 'sha256-[\w+/=]{44}'$/),
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(page).not.toMatch(/ style=| on\w+=|<link|<iframe|@import|url\(/);
  });

  it('has all client files as they are, but for how the scripts name each other', () => {
    const CLIENT = 'src/report/html/client';
    for (const name of readdirSync(CLIENT)) {
      const text = readFileSync(`${CLIENT}/${name}`, 'utf8');
      const own = text.replace(/^import .*\n+/gm, '').replace(/^export /gm, '');
      expect(name.endsWith('.css') ? STYLE : SCRIPT).toContain(own);
    }
    expect(SCRIPT).not.toMatch(/^(import|export)/m);
    expect(render()).toContain(`<script type="module">${SCRIPT}</script>`);
  });

  it('of a report without a kernel says so', () => {
    const page = render({ ...sampleReport(), kernels: [] });
    expect(bodyOf(page)).not.toContain('<table id="map"');
    expect(bodyOf(page)).not.toContain('0 releases');
  });

  it('folds inputs that were not checked where they are many', () => {
    const problems = Array.from({ length: 300 }, (_, i) => ({
      path: `gone-${i}`,
      message: 'gone',
    }));
    const [open = '', folded = ''] = bodyOf(render({ ...sampleReport(), problems })).split(
      '<details>',
    );
    expect(open.match(/<code>gone-\d+/g)).toHaveLength(8);
    expect(folded).toMatch(/^<summary>292 more<\/summary>/);
  });
});

describe('the policy on the page', () => {
  const ERROR = [finding()];
  const WARNING = [finding({ level: 'warning', message: 'be warned' })];
  const titlesOf = (page: string, row: string) => {
    const [, cells = ''] = new RegExp(`<tr class="\\w+" data-boot="${row}">(.*)`).exec(page) ?? [];
    return [...cells.matchAll(/class="(\w+)" colspan="(\d+)" title="([^"]*)"/g)].map((found) =>
      found.slice(1),
    );
  };

  it('hides no warning behind a failure that counts for nothing', () => {
    const verdicts = [
      verdict({ boot: 'pv-dom0', role: 'ignored', findings: ERROR }),
      verdict({ findings: WARNING }),
    ];
    expect(titlesOf(render(report([kernel({ verdicts })])), 'worst')).toEqual([
      ['warns', '3', 'pv-domu on Xen 4.14.6–4.16.7: warns (unknown-codec)'],
    ]);
  });

  it('says of no release that it may fail because its neighbour may', () => {
    const verdicts = [
      verdict({ releases: ['4.14.6'], role: 'allowed-to-fail' }),
      verdict({ releases: ['4.15.5', '4.16.7'] }),
    ];
    expect(titlesOf(render(report([kernel({ verdicts })])), 'pv-domu')).toEqual([
      ['boots', '1', 'pv-domu on Xen 4.14.6: boots, may fail'],
      ['boots', '2', 'pv-domu on Xen 4.15.5–4.16.7: boots'],
    ]);
  });

  it('crosses out no release in the timeline on which a kernel may fail', () => {
    const page = render(
      report([
        kernel({
          verdicts: [
            verdict({ releases: ['4.14.6'], role: 'allowed-to-fail', findings: ERROR }),
            verdict({ releases: ['4.15.5'], role: 'ignored', findings: ERROR }),
            verdict({ releases: ['4.16.7'], findings: ERROR }),
          ],
        }),
      ]),
    );
    const kinds = [...page.matchAll(/class="release (\w+)" d="M\d[^>]*><title>(\S+),/g)];
    expect(kinds.filter(([, kind]) => kind !== 'unchecked').map((found) => found.slice(1))).toEqual(
      [
        ['warns', '4.14.6'],
        ['unsupported', '4.15.5'],
        ['fails', '4.16.7'],
      ],
    );
  });
});

describe('the timeline', () => {
  it('says what its shapes and colours mean, and cuts no year off', () => {
    const page = render();
    const [, key = ''] = /<ul class="legend key">(.*?)<\/ul>/s.exec(page) ?? [];
    expect(key.replaceAll(/<li>|<svg.*?<\/svg>/gs, '').split('</li>')).toEqual([
      ...[' all boot', ' one warns', ' one fails', ' nothing that counts', ' not checked'],
      ...[' bug fixes', ' security fixes only', ''],
    ]);
    const [, width] = /<svg viewBox="0 0 (\d+) /.exec(page) ?? [];
    const years = [...page.matchAll(/<text class="year" x="([\d.]+)"/g)].map(([, at]) =>
      Number(at),
    );
    expect(years.length).toBeGreaterThan(20);
    expect(Math.max(...years) + 30).toBeLessThan(Number(width));
    const names = [...page.matchAll(/<text class="behind" x="([\d.]+)" y="\S+">([\d.]+)</g)];
    expect(names.at(-1)?.[2]).toBe('4.22');
    for (const [, at] of names) expect(Number(at) + 26).toBeLessThan(Number(width));
  });
});

/** Tags and attributes of a page, without its text. */
function markupOf(page: string): string[] {
  return bodyOf(page).match(/<\/?[a-z][^>]*?(?=[\s>])/g) ?? [];
}

describe('an untrusted user', () => {
  it('who mixes them adds none either', () => {
    fc.assert(
      fc.property(hostileReport(), (report) => {
        const tags = new Set(markupOf(render(report)));
        const own = new Set(markupOf(render()));
        expect([...tags].filter((tag) => !own.has(tag))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('who writes a megabyte makes no page of a megabyte', () => {
    expect(render(withText('x'.repeat(2 ** 20))).length).toBeLessThan(200_000);
  });
});
