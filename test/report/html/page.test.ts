import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SCRIPT, STYLE } from '../../../src/report/html/assets.ts';
import { renderHtml } from '../../../src/report/html/page.ts';
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

  it('has the client files as they are', () => {
    const client = (name: string) => readFileSync(`src/report/html/client/${name}`, 'utf8');
    expect([SCRIPT, STYLE]).toEqual([client('page.js'), client('page.css')]);
    expect(render()).toContain(`<script type="module">${SCRIPT}</script>`);
  });

  it('of a report without a kernel says so', () => {
    const page = render({ ...sampleReport(), kernels: [] });
    expect(bodyOf(page)).not.toContain('<table id="map"');
  });
});

/** Tags and attributes of a page, without its text. */
function markupOf(page: string): string[] {
  return bodyOf(page).match(/<\/?[a-z][^>]*?(?=[\s>])/g) ?? [];
}

describe('a stranger', () => {
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
