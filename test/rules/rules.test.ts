import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evidenceProperties } from '../../src/rules/evidence-schema.ts';
import { RULES, ruleIds } from '../../src/rules/index.ts';
import type { Rule } from '../../src/rules/rule.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../schema/report.schema.json', import.meta.url), 'utf8'),
);

const rules: readonly (readonly [string, Rule])[] = Object.entries(RULES);

it('lists the ids that the rules carry', () => {
  expect(ruleIds).toEqual(rules.map(([, { id }]) => id));
});

it('has the evidence that the schema of the report has, as `npm run docs` leaves it', () => {
  const properties = evidenceProperties(Object.values(RULES));
  expect(schema.$defs.evidence.properties).toEqual(JSON.parse(JSON.stringify(properties)));
});

describe.each(rules)('%s', (id, rule) => {
  it('lives in the file of its name', async () => {
    const module: Record<string, unknown> = await import(`../../src/rules/${id}.ts`);
    expect(Object.values(module)).toEqual([rule]);
  });

  it('has a heading, not a sentence', () => {
    expect(rule.title).toMatch(/^[A-Z].{10,70}[^.]$/);
  });

  it('explains in one to four paragraphs of plain text', () => {
    const blocks = rule.explanation.split('\n\n');
    expect(blocks.length).toBeLessThanOrEqual(4);
    for (const block of blocks) expect(block).toMatch(/^[A-Z`].{30,700}\.$/);
    expect(rule.explanation.length).toBeGreaterThan(200);
  });

  it('names a fix that fits an annotation', () => {
    expect(rule.fix).toMatch(/^[A-Z].{60,300}\.$/);
  });

  it('says what to ask of the Xen side', () => {
    expect(rule.askXen).toMatch(/^[A-Z].{15,300}\.$/);
  });

  it('closes every code span', () => {
    for (const text of [rule.title, rule.fix, rule.askXen, ...rule.explanation.split('\n\n')]) {
      expect(text.split('`').length % 2).toBe(1);
    }
  });

  it('has sources, each once, and commits by all 40 digits', () => {
    expect(rule.references.length).toBeGreaterThan(0);
    expect(new Set(rule.references).size).toBe(rule.references.length);
    for (const url of rule.references) {
      expect(url).toMatch(/^https:\/\/[\w.-]+\/\S+$/);
      if (url.includes('/commit/')) expect(url).toMatch(/\/commit\/(\?id=)?[0-9a-f]{40}$/);
    }
  });

  it('describes its evidence in a few words', () => {
    for (const { what } of Object.values(rule.evidence)) {
      expect(what).toMatch(/^[`\w].{5,120}[^.]$/);
    }
  });

  it('lists every commit that the explanation cites', () => {
    const cited = `${rule.explanation} ${rule.askXen}`.match(/\b[0-9a-f]{12}\b/g) ?? [];
    for (const sha of cited) {
      expect(
        rule.references.some((url) =>
          /\/commit\/(?:\?id=)?([0-9a-f]{40})$/.exec(url)?.[1]?.startsWith(sha),
        ),
      ).toBe(true);
    }
  });
});
