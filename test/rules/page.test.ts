import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { identity, number, text } from '../../src/rules/evidence.ts';
import { RULES, ruleIds } from '../../src/rules/index.ts';
import { rulePage, rulesIndex } from '../../src/rules/page.ts';
import type { Rule } from '../../src/rules/rule.ts';

const PAGES = new URL('../../docs/rules/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, PAGES), 'utf8');

const rule: Rule = {
  id: 'cut-file',
  title: 'A title',
  level: 'error',
  stage: 'elf',
  evidence: {},
  message: () => 'A sentence.',
  explanation: 'One paragraph.\n\nAnother, with `code`.',
  fix: 'Change this.',
  askXen: 'Ask for that.',
  references: ['https://example.org/a', 'https://example.org/b'],
};

it('renders a rule as a page', () => {
  expect(rulePage(rule)).toBe(`# A title

\`cut-file\` · error · stage \`elf\`

One paragraph.

Another, with \`code\`.

## What to change in the kernel

Change this.

## What to change in Xen

Ask for that.

## References

* <https://example.org/a>
* <https://example.org/b>
`);
});

it('lists the evidence of a rule that has some', () => {
  const evidence = { name: identity(text('a name')), at: number('a place') };
  expect(rulePage({ ...rule, evidence })).toContain(`* <https://example.org/b>

## Evidence in the JSON report

| field | what it holds | another value is another fault |
| --- | --- | --- |
| \`name\` | a name | yes |
| \`at\` | a place | no |
`);
});

it('lists rules under their stages, and stages in the order of a boot', () => {
  const index = rulesIndex([rule, { ...rule, id: 'not-a-kernel', stage: 'container' }]);
  expect(index.match(/^## .*/gm)).toEqual([
    '## `container`: opening the file',
    '## `elf`: reading the ELF headers',
  ]);
  expect(index).toContain('| [`cut-file`](cut-file.md) | error | A title |\n');
});

describe('docs/rules, as `npm run docs` leaves it', () => {
  it('has a page for every rule and nothing else', () => {
    const expected = ['README.md', ...ruleIds.map((id) => `${id}.md`)].sort();
    expect(readdirSync(PAGES).sort()).toEqual(expected);
  });

  it('has the index of the rules', () => {
    expect(read('README.md')).toBe(rulesIndex(Object.values(RULES)));
  });

  it.each(ruleIds)('%s.md is what the rule says', (id) => {
    expect(read(`${id}.md`)).toBe(rulePage(RULES[id]));
  });
});
